/** What the API tells of this server: its configuration in words, where a secret is "set" or "not set". */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { buildInfo } from "../../core/build-info.ts";
import type { Clock } from "../../core/clock.ts";
import { microsFromMs } from "../../core/time.ts";
import type { LogReader } from "../../observability/recent-log.ts";
import { formatHostPort } from "../../net/address.ts";
import type { DiskFacts, ServerFacts } from "../admin/api/server-facts.ts";

export interface ServerFactsOptions {
  readonly components: ComponentsConfig;
  readonly clock: Clock;
  readonly recentLog: LogReader | undefined;
  /** @throws the system's error for a disk that is gone. */
  readonly disk: () => DiskFacts;
  readonly certificate: () => { readonly to: number } | undefined;
  /** Those that run now. */
  readonly services: () => ServicesConfig | undefined;
  /** Where this process listens, by what for. */
  readonly addresses: () => Readonly<Record<string, string>>;
}

export function makeServerFacts(options: ServerFactsOptions): ServerFacts {
  const { components, clock, recentLog, disk, certificate, services, addresses } = options;
  return {
    name: hostname(),
    version: buildInfo.version,
    started: microsFromMs(clock.now()),
    instance: randomUUID(),
    recentLog,
    disk: () => unlessGone(disk),
    certificateEndsAt: () => certificate()?.to,
    configuration: () => ({
      listeners: Object.entries(addresses()).map(([name, address]) => ({ name, address })),
      services: (services()?.services ?? []).map(({ name, settings }) => ({
        ...{ name, factory: settings.factory },
      })),
      settings: describeSettings(components),
    }),
  };
}

function unlessGone(disk: () => DiskFacts): DiskFacts | undefined {
  try {
    return disk();
  } catch {
    return undefined;
  }
}

/** Section by section, and within those that may hold a secret field by field: what is new is not told by itself. */
function describeSettings(components: ComponentsConfig): Record<string, unknown> {
  const { timers, limits, retention, disk, log } = components;
  return {
    database: {
      database_path: components.databasePath,
      state_directory: components.stateDirectory,
    },
    clients: describeHttps(components),
    admin: {
      listen: components.admin && formatHostPort(components.admin.listen),
      client_ca: isSet(components.adminAccess.clientCa),
      allow_unauthenticated: components.adminAccess.allowUnauthenticated,
      tokens: components.adminAccess.tokens,
    },
    web: describeWeb(components),
    notifications: describeNotifications(components),
    stats: components.stats && { listen: formatHostPort(components.stats.listen) },
    health: components.healthCheck && { listen: formatHostPort(components.healthCheck.listen) },
    timers: snakeNames(timers),
    limits: snakeNames(limits),
    retention: snakeNames(retention),
    disk: snakeNames(disk),
    log: snakeNames(log),
  };
}

function describeHttps({ https, ...components }: ComponentsConfig) {
  if (!https) return undefined;
  return {
    listen: formatHostPort(https.listen),
    certificates: isSet(https.certificates),
    key: isSet(https.key),
    streaming: https.streaming,
    identity_from: https.frontend.kind,
    authorize_files: https.authorizeFiles,
    required_label: components.requiredLabel,
    proxy_protocol: components.proxyProtocol,
    trusted_proxies: components.trustedProxies,
    client_address_header: components.clientAddressHeader,
    xfcc_element: components.xfccElement,
  };
}

function describeWeb({ web }: ComponentsConfig) {
  if (!web) return undefined;
  return {
    listen: web.listen && formatHostPort(web.listen),
    certificates: isSet(web.certificates),
    key: isSet(web.key),
    allow_plain: web.allowPlain,
    public_urls: web.publicUrls,
  };
}

function describeNotifications({ notifications }: ComponentsConfig) {
  return {
    listen: notifications.listen && formatHostPort(notifications.listen),
    public_address: notifications.publicAddress,
    use_http: notifications.useHttp,
    key_file: isSet(notifications.keyFile),
  };
}

function isSet(secret: string | undefined): "set" | "not set" {
  return secret === undefined || secret === "" ? "not set" : "set";
}

/** "contactLifetimeMs" as contact_lifetime_ms. */
function snakeNames(section: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(section).map(([name, value]: [string, unknown]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
