/** fleet run: the roles that a components file has sections for. */
import { loadComponentsConfig, loadServicesConfig } from "../../config/load.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { configureLog, getLog } from "../../observability/log.ts";
import { type Installation, startInstallation } from "../../roles/all/installation.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { addressesOf } from "./show-addresses.ts";

export interface RunOptions {
  readonly components_config: string;
  readonly services_config?: string;
  readonly json?: true;
}

export async function runComponents(terminal: Terminal, options: RunOptions): Promise<number> {
  const components = loadComponentsConfig(options.components_config);
  const { services_config: servicesFile } = options;
  const services = servicesFile === undefined ? undefined : loadServicesConfig(servicesFile);
  configureLog(components.log);
  return await serveComponents(terminal, components, services, async (installation) => {
    if (options.json && installation) await terminal.write(formatJson(addressesOf(installation)));
  });
}

/**
 * Runs the roles until a signal comes or the client ends.
 * @param onStarted called when everything runs.
 * @returns as runUntilEnded.
 */
export async function serveComponents(
  terminal: Terminal,
  components: ComponentsConfig,
  services: ServicesConfig | undefined,
  onStarted: (installation: Installation | undefined) => Promise<void>,
): Promise<number> {
  await using cleanup = new AsyncDisposableStack();
  const hasServer = components.https !== undefined || components.admin !== undefined;
  const installation = hasServer
    ? cleanup.use(await startInstallation({ components, services, fromFile: true }))
    : undefined;
  const client =
    components.client &&
    cleanup.use(await startClient(clientOptions(components.client, getLog("client"))));
  await onStarted(installation);
  const ended = client?.done.then(({ exitCode }) => exitCode);
  return await runUntilEnded(terminal, cleanup.move(), ended);
}
