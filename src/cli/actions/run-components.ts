/** fleet run: the roles that a components file has sections for. */
import {
  loadComponentsConfig,
  loadServicesConfig,
  reloadServicesConfig,
} from "../../config/load.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { loadSettled } from "../../config/settled.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import { loadFile } from "../load-file.ts";
import { getLog } from "../../observability/log.ts";
import type { LogReader } from "../../observability/recent-log.ts";
import type { Configuration } from "../../roles/all/reload.ts";
import { type Installation, startInstallation } from "../../roles/all/installation.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { offerLogin } from "./offer-login.ts";
import { catchHangups, loadBoth } from "./reload-on-hangup.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { addressesOf } from "./show-addresses.ts";
import { type LogFlags, startLog } from "./start-log.ts";
import { startOrUndo } from "./undo-failed-start.ts";

/** The files that say what runs. */
export interface ComponentsFiles {
  readonly components_config: string;
  readonly services_config?: string;
}

export interface RunOptions extends ComponentsFiles, LogFlags {
  readonly json?: true;
}

export async function runComponents(terminal: Terminal, options: RunOptions): Promise<number> {
  const configuration = load(options, loadServicesConfig);
  const log = startLog(terminal, options, configuration.components.log);
  return await serveComponents(terminal, options, configuration, {
    recentLog: log.recent,
    onReloaded: ({ components }) => log.reload(components.log),
    onStarted: async (installation) => {
      if (options.json && installation) await terminal.write(formatJson(addressesOf(installation)));
      if (installation) await offerLogin(terminal, installation);
    },
  });
}

export interface ServeHooks {
  /** As InstallationOptions. */
  readonly recentLog?: LogReader;
  /** The server runs; the client, if there is one, is about to. */
  readonly onStarted: (installation: Installation | undefined) => Promise<void>;
  readonly onReloaded: (configuration: Configuration) => void;
}

/** Runs the roles until a signal comes or the client ends; SIGHUP reads the files again. @returns as runUntilEnded. */
export async function serveComponents(
  terminal: Terminal,
  files: ComponentsFiles,
  { components, services }: Configuration,
  { onStarted, onReloaded, recentLog }: ServeHooks,
): Promise<number> {
  const hangups = catchHangups(getLog("server"));
  await using cleanup = new AsyncDisposableStack();
  const hasServer = components.https !== undefined || components.admin !== undefined;
  const installation = hasServer
    ? cleanup.use(
        await startNew(terminal, components, () =>
          startInstallation({ components, services, fromFile: true, recentLog }),
        ),
      )
    : undefined;
  await onStarted(installation);
  const client =
    components.client &&
    cleanup.use(
      await startClient({
        ...clientOptions(components.client, getLog("client")),
        metrics: installation?.metrics,
      }),
    );
  const reloadServer = async () => {
    const next = await reread(files, terminal);
    await installation?.reload(next);
    onReloaded(next);
  };
  hangups.serve(reloadServer, async () => await client?.reload());
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

async function reread(files: ComponentsFiles, { clock }: Terminal): Promise<Configuration> {
  const { components_config: file, services_config: servicesFile } = files;
  const paths = servicesFile === undefined ? [file] : [file, servicesFile];
  return await loadSettled(paths, () => load(files, reloadServicesConfig), clock);
}

/** @throws configuration with what is wrong with either file. */
function load(
  { components_config: file, services_config: servicesFile }: ComponentsFiles,
  loadServices: (path: string) => ServicesConfig,
): Configuration {
  const [components, services] = loadBoth(
    () => loadFile("components", file, loadComponentsConfig),
    () =>
      servicesFile === undefined ? undefined : loadFile("services", servicesFile, loadServices),
  );
  return { components, services };
}
