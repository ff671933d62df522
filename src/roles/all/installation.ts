/**
 * Several roles in one process, as a components configuration names them: one store, and what connects the roles.
 */
import { dirname } from "node:path";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { formatHostPort } from "../../net/address.ts";
import { type Clock, systemClock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { Events } from "../../observability/events.ts";
import { getLog } from "../../observability/log.ts";
import { ensurePrivateFolder } from "../../platform/private-file.ts";
import type { Store } from "../../store/store.ts";
import { openSqliteStore } from "../../store/sqlite/store.ts";
import { startAdmin } from "../admin/admin.ts";
import type { AdminListener, RunningAdmin } from "../admin/options.ts";
import { type RunningServer, startServer } from "../server/server.ts";
import { createServices } from "../server/services/factories.ts";
import { publishRunFile } from "./run-file.ts";
import { serverSettings } from "./server-settings.ts";
import { statePaths } from "./state-directory.ts";

export interface InstallationOptions {
  readonly components: ComponentsConfig;
  /** undefined: none are configured. */
  readonly services: ServicesConfig | undefined;
  /** Whether the components come from a file of the operator's, whose plain admin port stays allowed (ours.md 5). */
  readonly fromFile: boolean;
  readonly clock?: Clock;
}

export interface Installation extends AsyncDisposable {
  /** "host:port" of the clients' port; undefined without the server role. */
  readonly https: string | undefined;
  /** "host:port" of the admin API; undefined where it has no TCP port. */
  readonly admin: string | undefined;
  /** Path of the admin API's Unix socket. */
  readonly socket: string;
}

/**
 * Starts the server and admin roles on one database. Disposing ends them in order, the store last.
 * @throws FleetError configuration or conflict; nothing is left running then.
 */
export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const { components, clock = systemClock } = options;
  await using cleanup = new AsyncDisposableStack();
  const { databasePath, stateDirectory } = requirePlaces(components);
  ensurePrivateFolder(stateDirectory, "state directory");
  const paths = statePaths(stateDirectory);
  const store = cleanup.use(await openSqliteStore({ path: databasePath, lockPath: paths.lock }));
  const events = new Events(getLog("events"));

  const server =
    components.https && cleanup.use(await startServerRole(options, store, events, clock));
  const socket = components.adminAccess.unixSocket ?? paths.socket;
  const admin: RunningAdmin = cleanup.use(
    await startAdmin({
      ...{ store, clock, messageFeed: events, log: getLog("admin") },
      notifier: { notify: (clientIds) => server?.notify(clientIds) },
      acceptServerMessage: server && ((message) => server.accept(message)),
      listeners: adminListeners(options, socket),
    }),
  );
  const tcp = admin.addresses.find((address) => !address.startsWith("unix:"));
  const addresses = {
    ...(server && { https: server.address }),
    ...(tcp !== undefined && { admin: tcp }),
  };
  cleanup.use(publishRunFile(paths.runFile, { pid: process.pid, ...addresses, socket }));

  const owned = cleanup.move();
  return {
    https: server?.address,
    admin: tcp,
    socket,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function requirePlaces({ databasePath, stateDirectory }: ComponentsConfig): {
  databasePath: string;
  stateDirectory: string;
} {
  if (databasePath !== undefined && stateDirectory !== undefined)
    return { databasePath, stateDirectory };
  throw new FleetError("configuration", "no database is configured", {
    hint: 'Write fleet { database_path: "…" }; the file is made if it is missing.',
  });
}

async function startServerRole(
  { components, services }: InstallationOptions,
  store: Store,
  events: Events,
  clock: Clock,
): Promise<RunningServer> {
  const { https } = components;
  if (https === undefined) throw new FleetError("internal", "the server role is not configured");
  const log = getLog("server");
  for (const [name, isSet] of Object.entries({
    stats_config: components.stats,
    health_check_config: components.healthCheck,
    "fleet.web": components.web,
  })) {
    if (isSet) log.warn("{name} is not supported by this version and has no effect", { name });
  }
  return await startServer({
    ...serverSettings(components, https),
    ...{ store, events, clock, log, random: Math.random },
    services: createServices(services?.services ?? []),
  });
}

function adminListeners(
  { components, fromFile }: InstallationOptions,
  socket: string,
): AdminListener[] {
  ensurePrivateFolder(dirname(socket), "folder of the admin socket");
  const unix: AdminListener = { kind: "unix", path: socket };
  if (components.admin === undefined) return [unix];
  const { allowUnauthenticated } = components.adminAccess;
  const address = formatHostPort(components.admin.listen);
  return [{ kind: "tcp", address, allowUnauthenticated, fromExistingFile: fromFile }, unix];
}
