/**
 * From a components configuration to what the server role is started with.
 */
import { dirname } from "node:path";

import type { ComponentsConfig, HttpsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { defaultHttpTimers } from "../../net/http1/server-connection.ts";
import { matchAddresses } from "../../net/proxy-rules.ts";
import { defaultPace } from "../../net/pace.ts";
import { acceptAll, requireLabel } from "../server/authorizer.ts";
import type { ServerOptions } from "../server/server.ts";

/** SQLite has one server; contacts that an earlier run of it left open are found by this name. */
const serverName = "local";

/** protocol.md 2, ServerConfig. */
const defaultBroadcastPollMs = 60_000;

type Settings = Pick<
  ServerOptions,
  | "authorizer"
  | "authorizeFiles"
  | "listen"
  | "streaming"
  | "timers"
  | "limits"
  | "retention"
  | "disk"
  | "server"
  | "notificationAddress"
>;

export function serverSettings(
  components: ComponentsConfig,
  https: HttpsConfig,
  services: ServicesConfig | undefined,
): Settings {
  const { timers, limits, requiredLabel, databasePath } = components;
  return {
    authorizer: requiredLabel === undefined ? acceptAll : requireLabel(requiredLabel),
    authorizeFiles: https.authorizeFiles,
    listen: listenSettings(components, https),
    streaming: https.streaming,
    timers: {
      contactLifetimeMs: timers.contactLifetimeMs,
      doneSendingLeadMs: timers.doneSendingLeadMs,
      reofferMs: timers.requeueStockMs,
      retryBaseMs: timers.retryBaseMs,
      sweepMs: timers.sweepMs,
      broadcastPollMs: services?.broadcastPollMs ?? defaultBroadcastPollMs,
      http: { ...defaultHttpTimers, headMs: timers.headerTimeoutMs, idleMs: timers.idleTimeoutMs },
      pace: { ...defaultPace, maxMs: timers.bodyTimeoutMs },
    },
    limits: {
      contactBytes: limits.contactBytes,
      newIdentityBytes: limits.newIdentityBytes,
      unfinishedBytes: limits.unfinishedBytes,
    },
    retention: components.retention,
    disk:
      databasePath === undefined
        ? undefined
        : { folder: dirname(databasePath), minFreeBytes: components.disk.minFreeBytes },
    server: serverName,
    notificationAddress: components.notifications.publicAddress,
  };
}

/** How the clients' port listens, and whom it believes about clients (protocol.md 15, ours.md 5). */
function listenSettings(components: ComponentsConfig, https: HttpsConfig): ServerOptions["listen"] {
  const { timers, limits, trustedProxies, proxyProtocol } = components;
  const isCleartext = https.frontend.kind.startsWith("cleartext_");
  const certificate = { certificates: https.certificates, key: https.key };
  return {
    address: https.listen,
    certificate: isCleartext ? undefined : certificate,
    identity: identitySettings(components, https),
    proxy: {
      protocol: proxyProtocol,
      isTrusted: trustedProxies.length > 0 ? matchAddresses(trustedProxies) : undefined,
    },
    clientAddressHeader: components.clientAddressHeader,
    handshakeTimeoutMs: timers.handshakeTimeoutMs,
    maxConnections: limits.connections,
    maxPerAddress: limits.connectionsPerAddress,
  };
}

function identitySettings(
  { xfccElement }: ComponentsConfig,
  { frontend }: HttpsConfig,
): ServerOptions["listen"]["identity"] {
  switch (frontend.kind) {
    case "mtls":
      return { kind: "mtls" };
    case "https_header":
    case "cleartext_header":
      return { ...frontend, kind: "certificate" };
    case "https_header_checksum":
    case "cleartext_header_checksum":
      return { ...frontend, kind: "checksum" };
    case "cleartext_xfcc":
      return { ...frontend, kind: "xfcc", element: xfccElement };
  }
}

/** What makes this server believe everybody about who they are; said at each start (ours.md 5). */
export function trustWarnings(components: ComponentsConfig): string[] {
  const { https, trustedProxies, proxyProtocol, clientAddressHeader } = components;
  if (https === undefined || trustedProxies.length > 0) return [];
  const believed: [boolean, string][] = [
    [https.frontend.kind !== "mtls", "identity headers (frontend_config)"],
    [proxyProtocol, "PROXY headers (proxy_protocol)"],
    [clientAddressHeader !== undefined, "addresses in headers (client_address_header)"],
  ];
  return believed
    .filter(([isSet]) => isSet)
    .map(([, what]) => `${what} are believed from every source: set fleet.trusted_proxies`);
}
