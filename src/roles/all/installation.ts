/**
 * Several roles in one process, as a components configuration names them: one store, and what connects the roles.
 */
import { resolve } from "node:path";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { type Clock, systemClock } from "../../core/clock.ts";
import type { Caller } from "../../core/caller.ts";
import { FleetError } from "../../core/errors.ts";
import type { CertifiedKey } from "../../net/certificates.ts";
import { Events } from "../../observability/events.ts";
import { LiveFeed } from "../../observability/live-feed.ts";
import type { Readiness } from "../../observability/readiness.ts";
import type { Metrics } from "../../observability/metrics.ts";
import { getLog } from "../../observability/log.ts";
import type { LogReader } from "../../observability/recent-log.ts";
import { ensurePrivateFolder } from "../../platform/private-file.ts";
import type { Store } from "../../store/store.ts";
import { openSqliteStore } from "../../store/sqlite/store.ts";
import { Access } from "../admin/access/access.ts";
import { entryOf } from "../admin/access/audit-entry.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import { startAccessUpkeep } from "./access-upkeep.ts";
import { startAdminRole } from "./admin-role.ts";
import { adminTlsOf } from "./admin-tls.ts";
import { createMetrics, diskFigures, startMonitoring } from "./monitoring.ts";
import { type Configuration, Reloader } from "./reload.ts";
import { publishRunFile } from "./run-file.ts";
import { makeServerFacts } from "./server-facts.ts";
import { startServerRole } from "./server-role.ts";
import { statePaths } from "./state-directory.ts";
import { type RunningWebRole, startWebRole } from "./web-role.ts";

export interface InstallationOptions {
  readonly components: ComponentsConfig;
  /** undefined: none are configured. */
  readonly services: ServicesConfig | undefined;
  /** Whether the components come from a file of the operator's, whose plain admin port stays allowed (ours.md 5). */
  readonly fromFile: boolean;
  readonly clock?: Clock;
  /** What was logged last, for whoever asks this server. Optional: nothing is shown. */
  readonly recentLog?: LogReader | undefined;
  /** The server certificate to be used now, issued anew if it is due; without it the configured one is never replaced. */
  readonly renewCertificate?: (() => Promise<CertifiedKey>) | undefined;
}

export interface Installation extends AsyncDisposable {
  /** "host:port" of the clients' port; undefined without the server role. */
  readonly https: string | undefined;
  /** "host:port" of the admin API; undefined where it has no TCP port. */
  readonly admin: string | undefined;
  /** Absolute path of the admin API's Unix socket. */
  readonly socket: string;
  /** undefined: neither page nor HTTP API is served. */
  readonly web: RunningWebRole | undefined;
  /** Makes tokens and logins. */
  readonly access: Access;
  /** undefined: nobody reads any. */
  readonly metrics: Metrics | undefined;
  /** Whether it can do its work now, and why not. */
  readonly readiness: Readiness;
  /**
   * Takes over what may change while the server runs: services, the server's certificate, the administrators' CA. What may
   * not is named in a warning.
   * @throws FleetError configuration; nothing is changed then.
   */
  reload(next: Configuration): Promise<void>;
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
  const names = (options.services?.services ?? []).map(({ name }) => name);
  const metrics = components.stats && cleanup.use(await createMetrics(names, clock));
  const live = cleanup.use(new LiveFeed(clock));
  const events = new Events(getLog("events"), clock, metrics, live);
  const store = cleanup.use(
    await openSqliteStore({
      path: databasePath,
      lockPath: paths.lock,
      onCommit: (info) => events.committed(info),
    }),
  );
  const access = cleanup.use(
    new Access({
      ...{ store, clock, log: getLog("access") },
      onRefused: () => metrics?.accessRefused(),
    }),
  );
  cleanup.use(startAccessUpkeep({ clock, log: getLog("audit"), audit: store.audit, access }));

  const { services, renewCertificate } = options;
  const tls = adminTlsOf(components, paths);
  // Made once the admin API runs; a certificate may be renewed before.
  const late: {
    web?: RunningWebRole;
    reloader?: Reloader;
    addresses?: Readonly<Record<string, string>>;
  } = {};
  const role = {
    ...{ components, services, store, events, clock, renewCertificate },
    certificateReplaced: (certificate: ServerCertificate) =>
      late.reloader?.showToAdmins(certificate),
  };
  const serverRole = components.https && cleanup.use(await startServerRole(role));
  const server = serverRole?.server;
  if (server) getLog("server").info("clients' port on {address}", { address: server.address });
  // Bound as it was given: an absolute path may be longer than a socket's may be.
  const socket = components.adminAccess.unixSocket ?? paths.socket;
  const certificate = () => serverRole?.certificateDates();
  const disk = () => diskFigures(databasePath, components.disk.minFreeBytes);
  const facts = makeServerFacts({
    ...{ components, clock, disk, certificate, recentLog: options.recentLog },
    services: () => (late.reloader ? late.reloader.services : services),
    addresses: () => late.addresses ?? {},
  });
  const admin = cleanup.use(
    await startAdminRole({
      ...{ components, fromFile: options.fromFile, socket, tls, server },
      ...{ store, access, clock, events, live, facts, webLinks: () => late.web },
    }),
  );
  const { readiness } = cleanup.use(
    await startMonitoring({ components, metrics, store, live, clock, disk, server, certificate }),
  );
  const web =
    components.web &&
    cleanup.use(startWebRole({ components, paths, access, api: admin.api, readiness, clock }));
  if (web) late.web = web;
  const reloader = new Reloader(
    { components, services },
    { serverRole, admin, web, metrics, paths, clock, tls, log: getLog("server") },
  );
  late.reloader = reloader;
  const tcp = admin.addresses.find((address) => !address.startsWith("unix:"));
  const addresses = {
    ...(server && { https: server.address }),
    ...(tcp !== undefined && { admin: tcp }),
    ...(web && { web: web.address }),
  };
  late.addresses = { ...addresses, socket: `unix:${resolve(socket)}` };
  cleanup.use(
    publishRunFile(paths.runFile, { pid: process.pid, ...addresses, socket: resolve(socket) }),
  );

  const owned = cleanup.move();
  return {
    https: server?.address,
    admin: tcp,
    socket: resolve(socket),
    ...{ web, access, metrics, readiness },
    reload: (next) => reloadAudited(store, clock, () => reloader.reload(next)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A signal says nothing about who sent it: somebody with the rights of this user. */
function reloadAudited(
  { audit }: Pick<Store, "audit">,
  clock: Clock,
  reload: () => Promise<void>,
): Promise<void> {
  const by: Caller = {
    ...{ door: "signal", name: undefined, serial: undefined, scope: "admin" },
    address: "this machine",
  };
  return audit.record(entryOf("reload", "read the configuration again", by, clock), reload);
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
