/** fleet run: the roles that a components file has sections for. */
import { loadComponentsConfig, loadServicesConfig } from "../../config/load.ts";
import { configureLog, getLog } from "../../observability/log.ts";
import { startInstallation } from "../../roles/all/installation.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import type { ClientOptions } from "../../roles/client/options.ts";
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
  await using cleanup = new AsyncDisposableStack();
  let metrics: ClientOptions["metrics"];
  if (components.https !== undefined || components.admin !== undefined) {
    const installation = cleanup.use(
      await startInstallation({ components, services, fromFile: true }),
    );
    ({ metrics } = installation);
    if (options.json) await terminal.write(formatJson(addressesOf(installation)));
  }
  const client =
    components.client &&
    cleanup.use(
      await startClient({ ...clientOptions(components.client, getLog("client")), metrics }),
    );
  const ended = client?.done.then(({ exitCode }) => exitCode);
  return await runUntilEnded(terminal, cleanup.move(), ended);
}
