/**
 * The admin role: the admin API for operators and for programs that talk to clients through this server. This file
 * wires; operations/ says what the methods do, listeners/ who may call them.
 */
import { type Server, ServerCredentials } from "@grpc/grpc-js";
import type { Socket } from "node:net";

import { FleetError } from "../../core/errors.ts";
import { adminMethods, fleetMethods } from "../../proto/admin-methods.ts";
import { type GrpcService, grpcService, makeGrpcServer } from "./grpc-server.ts";
import { checkAdminScope, checkFleetScope, checkKnown } from "./access/method-scopes.ts";
import { identifyAt } from "./access/identify.ts";
import { apiService } from "./api/api-service.ts";
import { makeApiBackend } from "./api/backend.ts";
import { Dispatcher } from "./api/dispatcher.ts";
import { makeAdminHandlers, makeFleetHandlers, refusalOf } from "./handlers.ts";
import { listenOnTcp } from "./listeners/tcp.ts";
import { AdminTlsListener } from "./listeners/tls.ts";
import { listenOnUnixSocket } from "./listeners/unix.ts";
import type { AdminListener, AdminOptions, RunningAdmin } from "./options.ts";

/** How long calls under way may take once the role is told to stop. */
const stopGraceMs = 2000;

/**
 * Starts every listener, or none. Disposing ends the streams, waits a moment for calls under way, then closes.
 *
 * @throws configuration for an address that may not be served, conflict for one that is taken.
 */
export async function startAdmin(options: AdminOptions): Promise<RunningAdmin> {
  await using resources = new AsyncDisposableStack();
  const stopping = new AbortController();
  const addresses: string[] = [];
  const gates: AdminTlsListener[] = [];
  const dispatcher = new Dispatcher(options);
  for (const listener of options.listeners) {
    const gate = listener.kind === "tls" ? new AdminTlsListener(listener, options) : undefined;
    const server = makeServer(listener, gate, options, dispatcher, stopping.signal);
    const handOn = acceptInto(server, stopping.signal);
    const { acceptor, address } = await listen(listener, gate, handOn, options);
    if (gate) gates.push(gate);
    // In the order of stopping, from below: streams, calls under way, connections.
    resources.use(acceptor);
    resources.adopt(server, (one) => stop(one, options));
    addresses.push(address);
    options.log.info("admin API on {address}", { address });
  }
  resources.defer(() => stopping.abort());
  const running = resources.move();
  return {
    addresses,
    api: makeApiBackend(dispatcher),
    replaceTls: (settings) => {
      for (const gate of gates) gate.replace(settings);
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** What is ours is served where callers are known: to the user of the socket, to holders of certificates and tokens. */
function makeServer(
  listener: AdminListener,
  gate: AdminTlsListener | undefined,
  options: AdminOptions,
  dispatcher: Dispatcher,
  stopping: AbortSignal,
): Server {
  const refusal = refusalOf(socketPathOf(options));
  const services: GrpcService[] = [
    grpcService(adminMethods, makeAdminHandlers(options), checkAdminScope),
    grpcService(fleetMethods, makeFleetHandlers(options), checkFleetScope(refusal)),
    apiService(dispatcher, (caller) => checkKnown(caller, refusal)),
  ];
  const identify = identifyAt(listener, gate, options.access);
  return makeGrpcServer(services, { identify, stopping, log: options.log });
}

function socketPathOf({ listeners }: AdminOptions): string | undefined {
  return listeners.find((listener) => listener.kind === "unix")?.path;
}

function acceptInto(server: Server, stopping: AbortSignal): (socket: Socket) => void {
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return (socket) => {
    if (stopping.aborted) socket.destroy();
    else injector.injectConnection(socket);
  };
}

async function listen(
  listener: AdminListener,
  gate: AdminTlsListener | undefined,
  handOn: (socket: Socket) => void,
  { log }: AdminOptions,
): Promise<{ acceptor: AsyncDisposable; address: string }> {
  if (gate) return { acceptor: gate, address: await gate.start(handOn) };
  if (listener.kind === "unix") return await listenOnUnixSocket(listener, { handOn, log });
  if (listener.kind === "tcp") return await listenOnTcp(listener, { handOn, log });
  throw new FleetError("internal", `no listener of kind "${listener.kind}"`);
}

async function stop(server: Server, { clock }: AdminOptions): Promise<void> {
  const ended = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  const grace = new Promise<void>((resolve) => {
    const timer = clock.after(stopGraceMs, resolve);
    void ended.then(() => timer[Symbol.dispose]());
  });
  await Promise.race([ended, grace]);
  server.forceShutdown();
}
