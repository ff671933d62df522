/** A running server role on the memory store, over real TLS, with the certificate of test/fixtures/net. */
import { systemClock } from "../../src/core/clock.ts";
import { parseHostPort } from "../../src/net/address.ts";
import { defaultHttpTimers } from "../../src/net/http1/server-connection.ts";
import { defaultPace } from "../../src/net/pace.ts";
import { Events } from "../../src/observability/events.ts";
import { getLog } from "../../src/observability/log.ts";
import { acceptAll } from "../../src/roles/server/authorizer.ts";
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from "../../src/roles/server/server.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";
import { readCertificate } from "./net-certificates.ts";
import { RawClient, type TestIdentity } from "./raw-client.ts";

export interface ServerRun extends AsyncDisposable {
  readonly server: RunningServer;
  readonly store: Store;
  readonly port: number;
  /** A TLS connection to it. */
  connect(identity?: TestIdentity): Promise<RawClient>;
}

export const trustedRoots = readCertificate("ca").certificates;

export async function runServer(
  fields: Partial<ServerOptions> = {},
  listen: Partial<ServerOptions["listen"]> = {},
): Promise<ServerRun> {
  await using stack = new AsyncDisposableStack();
  const store = fields.store ?? stack.use(createMemoryStore());
  const server = stack.use(
    await startServer({
      ...{ store, events: new Events(getLog("test")), log: getLog("test") },
      ...{ clock: systemClock, random: () => 0, services: new Map() },
      ...{ authorizer: acceptAll, authorizeFiles: false, streaming: true, server: "here" },
      listen: {
        address: { host: "127.0.0.1", port: 0 },
        certificate: readCertificate("server"),
        ...{ identity: { kind: "mtls" }, clientAddressHeader: undefined },
        proxy: { protocol: false, isTrusted: undefined },
        ...{ handshakeTimeoutMs: 5000, maxConnections: 100, maxPerAddress: 100, ...listen },
      },
      timers: {
        ...{ contactLifetimeMs: 600_000, doneSendingLeadMs: 30_000, reofferMs: 900_000 },
        ...{ retryBaseMs: 60_000, sweepMs: 10_000, broadcastPollMs: 60_000 },
        ...{ http: { ...defaultHttpTimers, lingerMs: 100 }, pace: defaultPace },
      },
      limits: { contactBytes: 20 << 20, newIdentityBytes: 1 << 20, unfinishedBytes: 256 << 20 },
      retention: {
        ...{ messagesMs: undefined, contactsMs: undefined },
        ...{ resourceUsageMs: undefined, broadcastsMs: undefined },
      },
      notificationAddress: undefined,
      ...fields,
    }),
  );
  const { port } = parseHostPort(server.address);
  const owned = stack.move();
  return {
    ...{ server, store, port },
    connect: (identity) => RawClient.connect({ port, trustedRoots, ...(identity && { identity }) }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
