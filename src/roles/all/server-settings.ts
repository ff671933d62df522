/**
 * From a components configuration to what the server role is started with.
 */
import type { ComponentsConfig, HttpsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { FleetError } from "../../core/errors.ts";
import { defaultHttpTimers } from "../../net/http1/server-connection.ts";
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
  | "server"
  | "notificationAddress"
>;

/** @throws configuration for what this version does not have. */
export function serverSettings(
  components: ComponentsConfig,
  https: HttpsConfig,
  services: ServicesConfig | undefined,
): Settings {
  refuseUnsupported(components, https);
  const { timers, limits, requiredLabel } = components;
  return {
    authorizer: requiredLabel === undefined ? acceptAll : requireLabel(requiredLabel),
    authorizeFiles: https.authorizeFiles,
    listen: {
      address: https.listen,
      certificate: { certificates: https.certificates, key: https.key },
      handshakeTimeoutMs: timers.handshakeTimeoutMs,
      maxConnections: limits.connections,
      maxPerAddress: limits.connectionsPerAddress,
    },
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
    server: serverName,
    notificationAddress: components.notifications.publicAddress,
  };
}

/** A setting that changes who is let in must not be passed over in silence. */
function refuseUnsupported(components: ComponentsConfig, https: HttpsConfig): void {
  const unsupported: [boolean, string][] = [
    [https.frontend.kind !== "mtls", "https_config.frontend_config"],
    [components.proxyProtocol, "proxy_protocol"],
    [components.trustedProxies.length > 0, "fleet.trusted_proxies"],
    [components.clientAddressHeader !== undefined, "fleet.client_address_header"],
  ];
  const found = unsupported.filter(([isSet]) => isSet).map(([, name]) => name);
  if (found.length === 0) return;
  throw new FleetError("configuration", `this version does not support ${found.join(", ")}`, {
    hint: "Remove it to run without, where that is safe for you.",
  });
}
