/**
 * The clients' port on loopback, and clients that reach it over each transport and real TLS.
 */
import { once } from "node:events";
import net, { type Socket } from "node:net";

import { systemClock } from "../../src/core/clock.ts";
import { parseHostPort } from "../../src/net/address.ts";
import { BodyBudget } from "../../src/net/body-budget.ts";
import type { Connection, TransportKind } from "../../src/net/connection.ts";
import { defaultHttpTimers } from "../../src/net/http1/server-connection.ts";
import { defaultPace } from "../../src/net/pace.ts";
import { connectTls } from "../../src/net/tls-client.ts";
import { Events } from "../../src/observability/events.ts";
import { getLog } from "../../src/observability/log.ts";
import type { ClientTransport } from "../../src/roles/client/comms/transport.ts";
import { makeTransports } from "../../src/roles/client/comms/transports.ts";
import { acceptAll } from "../../src/roles/server/authorizer.ts";
import { FileReader } from "../../src/roles/server/comms/file-reader.ts";
import { type Frontend, startFrontend } from "../../src/roles/server/comms/frontend.ts";
import type { RouteOptions } from "../../src/roles/server/comms/routes.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { ConnectionEnvironment, ConnectionPair } from "./connection-suite.ts";
import { readCertificate } from "./net-certificates.ts";
import { newTestIdentity } from "./raw-client.ts";

export const trustedRoots = readCertificate("ca").certificates;
export const maxRecordBytes = 1024 * 1024;

/** A listener whose connections are handed to `serve`. */
export function startTestFrontend(
  serve: RouteOptions["serve"],
  changed: Partial<RouteOptions> & { readonly budget?: BodyBudget } = {},
): Promise<Frontend> {
  const log = getLog("test");
  const store = createMemoryStore();
  const { certificates, key } = readCertificate("server");
  const { budget = new BodyBudget(), ...routes } = changed;
  return startFrontend({
    ...{ clock: systemClock, log, events: new Events(log) },
    listen: {
      address: { host: "127.0.0.1", port: 0 },
      certificate: { certificates, key },
      ...{ identity: { kind: "mtls" }, clientAddressHeader: undefined },
      proxy: { protocol: false, isTrusted: undefined },
      ...{ handshakeTimeoutMs: 10_000, maxConnections: 1000, maxPerAddress: 1000 },
    },
    authorizer: acceptAll,
    httpTimers: { ...defaultHttpTimers, lingerMs: 200 },
    routes: {
      rules: { clock: systemClock, pace: defaultPace, budget, maxContactBytes: maxRecordBytes },
      newIdentityBytes: maxRecordBytes,
      isKnown: () => Promise.resolve(true),
      serve,
      streaming: true,
      files: { store, reader: new FileReader(store), clock: systemClock, authorizer: undefined },
      ...routes,
    },
  });
}

/** A transport of our client, as its socket opener makes it. */
export function testTransport(
  kind: TransportKind,
  compression: boolean,
  onSocket: (socket: Socket) => void = () => {},
): ClientTransport {
  const transports = makeTransports("AUTO", {
    compression,
    version: "1.2.3",
    clock: systemClock,
    firstAnswerMs: 10_000,
    openSocket: (server, { certificatePem, privateKeyPem }, signal) =>
      connectTls({
        ...{ address: parseHostPort(server), clock: systemClock, signal, trustedRoots },
        serverName: "localhost",
        clientCertificate: certificatePem,
        clientKey: privateKeyPem,
        openSocket: async (address) => {
          const socket = net.connect(address);
          onSocket(socket);
          await once(socket, "connect");
          return socket.on("error", () => {});
        },
      }),
  });
  const transport = transports.find((one) => one.kind === kind);
  if (!transport) throw new Error(`there is no transport ${kind}`);
  return transport;
}

/** Opens pairs of a server's Connection and our client's channel. */
export function tlsEnvironment(kind: TransportKind, compression: boolean): ConnectionEnvironment {
  return {
    name: `${kind} over TLS${compression ? ", compressed" : ""}`,
    kind,
    open: (first) => openPair(kind, compression, first),
  };
}

async function openPair(
  kind: TransportKind,
  compression: boolean,
  first: Uint8Array,
): Promise<ConnectionPair> {
  await using stack = new AsyncDisposableStack();
  const arrived = Promise.withResolvers<Connection>();
  const over = Promise.withResolvers<void>();
  const frontend = await startTestFrontend(async (connection) => {
    arrived.resolve(connection);
    await over.promise;
    await connection.close();
  });
  stack.use(frontend);
  const { certificate, key, clientId } = newTestIdentity();
  const { signal } = new AbortController();
  const sockets: Socket[] = [];
  const channel = stack.use(
    await testTransport(kind, compression, (socket) => sockets.push(socket)).open({
      server: frontend.address,
      credentials: { clientId, certificatePem: certificate, privateKeyPem: key },
      signal,
      ...(kind === "long_poll" && { waitSeconds: 30 }),
    }),
  );
  stack.defer(() => over.resolve());
  await channel.write(first);
  const connection = await arrived.promise;
  const owned = stack.move();
  return {
    connection,
    peer: {
      send: (record) => channel.write(record),
      end: () => channel.finish(),
      break: async () => sockets.forEach((socket) => socket.resetAndDestroy()),
      receive: () => channel.read(),
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
