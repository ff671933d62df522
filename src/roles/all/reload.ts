/**
 * A configuration that is read again while its server runs (SIGHUP): what may change is taken over, all of it or nothing.
 */
import { isDeepStrictEqual } from "node:util";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import type { Clock } from "../../core/clock.ts";
import { type ServerCertificate, checkServerCertificate } from "../../net/tls-listener.ts";
import type { Log } from "../../observability/log.ts";
import type { Metrics } from "../../observability/metrics.ts";
import { checkAdminTls } from "../admin/listeners/tls.ts";
import type { AdminTls, RunningAdmin } from "../admin/options.ts";
import { createServices } from "../server/services/factories.ts";
import { adminTlsOf } from "./admin-tls.ts";
import type { ServerRole } from "./server-role.ts";
import type { StatePaths } from "./state-directory.ts";
import type { RunningWebRole } from "./web-role.ts";

export interface Configuration {
  readonly components: ComponentsConfig;
  /** undefined: none are configured. */
  readonly services: ServicesConfig | undefined;
}

export interface ReloaderParts {
  readonly serverRole: ServerRole | undefined;
  readonly admin: RunningAdmin;
  readonly web: RunningWebRole | undefined;
  readonly metrics: Metrics | undefined;
  readonly paths: StatePaths;
  readonly clock: Clock;
  /** What the admin API was started with. */
  readonly tls: AdminTls | undefined;
  readonly log: Log;
}

/** As the file has them. Those of which something can be taken over are compared without it. */
const fieldNames: Readonly<Record<keyof ComponentsConfig, string>> = {
  databasePath: "fleet.database_path",
  stateDirectory: "fleet.state_directory",
  https: "https_config",
  admin: "admin_config",
  adminAccess: "fleet.admin",
  client: "fleet.client_config",
  web: "fleet.web",
  stats: "stats_config",
  healthCheck: "health_check_config",
  notifications: "notification_…",
  proxyProtocol: "proxy_protocol",
  requiredLabel: "required_label",
  trustedProxies: "fleet.trusted_proxies",
  clientAddressHeader: "fleet.client_address_header",
  xfccElement: "fleet.xfcc_element",
  timers: "fleet.timers",
  limits: "fleet.limits",
  retention: "fleet.retention",
  disk: "fleet.disk",
  log: "fleet.log",
};

export class Reloader {
  readonly #parts: ReloaderParts;
  /** What the server was started with: a change against it still waits for a restart. */
  readonly #started: Configuration;
  #certificate: ServerCertificate | undefined;
  #tls: AdminTls | undefined;
  #services: ServicesConfig | undefined;

  constructor(started: Configuration, parts: ReloaderParts) {
    this.#started = started;
    this.#parts = parts;
    this.#certificate = certificateOf(started);
    this.#tls = parts.tls;
    this.#services = started.services;
  }

  /** Those that run now. */
  get services(): ServicesConfig | undefined {
    return this.#services;
  }

  /** Takes over what can be, and names in one line what cannot. @throws configuration; nothing is changed then. */
  async reload(next: Configuration): Promise<void> {
    const { serverRole, admin, web, metrics, paths, clock, log } = this.#parts;
    const certificate = certificateOf(next);
    if (certificate) checkServerCertificate(certificate);
    const tls = this.#tls && adminTlsOf(next.components, paths);
    if (tls) checkAdminTls(tls);
    web?.checkTls(next.components);
    const configs = next.services?.services ?? [];
    const services = createServices(configs, clock, log);

    if (certificate && !isDeepStrictEqual(certificate, this.#certificate)) {
      serverRole?.replaceCertificate(certificate);
      this.#certificate = certificate;
      log.info("the server certificate was replaced");
    }
    if (tls && !isDeepStrictEqual(tls, this.#tls)) {
      admin.replaceTls(tls);
      if (tls.clientCa !== this.#tls?.clientCa) log.info("the administrators' CA was replaced");
      this.#tls = tls;
    }
    if (web?.replaceTls(next.components)) log.info("the page's certificate was replaced");
    serverRole?.server.replaceServices(services);
    this.#services = next.services;
    metrics?.setServices([...services.keys()]);
    log.info("configuration read again; services: {services}", {
      services: [...services.keys()].join(", ") || "none",
    });
    this.#warnOfTheRest(next);
  }

  /** The server's certificate was renewed: administrators see the same as clients. */
  showToAdmins(certificate: ServerCertificate): void {
    this.#parts.web?.show(certificate);
    if (!this.#tls) return;
    this.#tls = { ...this.#tls, certificate };
    this.#parts.admin.replaceTls(this.#tls);
  }

  #warnOfTheRest(next: Configuration): void {
    const names = unchangeable(this.#started, next);
    if (names.length === 0) return;
    this.#parts.log.warn("changed, but not taken over before a restart: {fields}", {
      fields: names.join(", "),
    });
  }
}

function certificateOf({ components: { https } }: Configuration): ServerCertificate | undefined {
  if (!https || https.certificates === "") return undefined;
  return { certificates: https.certificates, key: https.key };
}

/** The fields that differ and only a start can take over. */
function unchangeable(started: Configuration, next: Configuration): string[] {
  const [before, after] = [comparable(started.components), comparable(next.components)];
  const keys = Object.keys(fieldNames) as (keyof ComponentsConfig)[];
  const fields = keys
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .map((key) => fieldNames[key]);
  const [pollBefore, pollAfter] = [started.services, next.services].map(
    (services) => services?.broadcastPollMs,
  );
  return pollBefore === pollAfter ? fields : [...fields, "broadcast_poll_time"];
}

/** Without what was taken over. An administrators' CA can be replaced, but not begin or end to be asked for. */
function comparable(components: ComponentsConfig): ComponentsConfig {
  const { https, adminAccess, web, log } = components;
  const clientCa = adminAccess.clientCa === undefined ? undefined : "set";
  return {
    ...components,
    https: https && { ...https, certificates: "", key: "" },
    adminAccess: { ...adminAccess, clientCa },
    web: web && { ...web, certificates: web.certificates && "", key: web.key && "" },
    log: { ...log, level: "info", format: "console" },
  };
}
