/** fleet run: the roles that a components file has sections for. */
import {
  loadComponentsConfig,
  loadServicesConfig,
  reloadServicesConfig,
} from "../../config/load.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { loadSettled } from "../../config/settled.ts";
import { configureLog, getLog } from "../../observability/log.ts";
import type { Configuration } from "../../roles/all/reload.ts";
import { startInstallation } from "../../roles/all/installation.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { catchHangups, loadBoth } from "./reload-on-hangup.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { addressesOf } from "./show-addresses.ts";

export interface RunOptions {
  readonly components_config: string;
  readonly services_config?: string;
  readonly json?: true;
}

export async function runComponents(terminal: Terminal, options: RunOptions): Promise<number> {
  const { components, services } = load(options, loadServicesConfig);
  configureLog(components.log);
  const hangups = catchHangups(getLog("server"));
  await using cleanup = new AsyncDisposableStack();
  const hasServer = components.https !== undefined || components.admin !== undefined;
  const installation = hasServer
    ? cleanup.use(await startInstallation({ components, services, fromFile: true }))
    : undefined;
  if (options.json && installation) await terminal.write(formatJson(addressesOf(installation)));
  const client =
    components.client &&
    cleanup.use(await startClient(clientOptions(components.client, getLog("client"))));
  const reloadServer = async () => {
    const { components_config: file, services_config: servicesFile } = options;
    const paths = servicesFile === undefined ? [file] : [file, servicesFile];
    const next = await loadSettled(
      paths,
      () => load(options, reloadServicesConfig),
      terminal.clock,
    );
    await installation?.reload(next);
    configureLog(next.components.log);
  };
  hangups.serve(reloadServer, async () => await client?.reload());
  const ended = client?.done.then(({ exitCode }) => exitCode);
  return await runUntilEnded(terminal, cleanup.move(), ended);
}

/** @throws configuration with what is wrong with either file. */
function load(
  { components_config: file, services_config: servicesFile }: RunOptions,
  loadServices: (path: string) => ServicesConfig,
): Configuration {
  const [components, services] = loadBoth(
    () => loadComponentsConfig(file),
    () => (servicesFile === undefined ? undefined : loadServices(servicesFile)),
  );
  return { components, services };
}
