/** fleet run: the roles that a components file has sections for. */
import { loadComponentsConfig, loadServicesConfig } from "../../config/load.ts";
import { loadFile } from "../load-file.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import { configureLog, getLog } from "../../observability/log.ts";
import { startInstallation } from "../../roles/all/installation.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { addressesOf } from "./show-addresses.ts";
import { startOrUndo } from "./undo-failed-start.ts";

export interface RunOptions {
  readonly components_config: string;
  readonly services_config?: string;
  readonly json?: true;
}

export async function runComponents(terminal: Terminal, options: RunOptions): Promise<number> {
  const { components_config: componentsFile, services_config: servicesFile } = options;
  const components = loadFile("components", componentsFile, loadComponentsConfig);
  const services = servicesFile && loadFile("services", servicesFile, loadServicesConfig);
  configureLog(components.log);
  await using cleanup = new AsyncDisposableStack();
  if (components.https !== undefined || components.admin !== undefined) {
    const installation = cleanup.use(
      await startNew(terminal, components, () =>
        startInstallation({ components, services: services || undefined, fromFile: true }),
      ),
    );
    if (options.json) await terminal.write(formatJson(addressesOf(installation)));
  }
  const client =
    components.client &&
    cleanup.use(await startClient(clientOptions(components.client, getLog("client"))));
  const ended = client?.done.then(({ exitCode }) => exitCode);
  return await runUntilEnded(terminal, cleanup.move(), ended);
}

function startNew<T>(
  terminal: Terminal,
  { databasePath, stateDirectory }: ComponentsConfig,
  start: () => Promise<T>,
): Promise<T> {
  if (databasePath === undefined || stateDirectory === undefined) return start();
  return startOrUndo(terminal, { databasePath, stateDirectory }, start);
}
