/**
 * The admin role: the admin API for operators and for programs that talk to clients through this server. This file
 * wires; operations/ says what the methods do, listeners/ who may call them.
 */
import { type Server, ServerCredentials } from "@grpc/grpc-js";
import type { Socket } from "node:net";

import { adminMethods, fleetMethods } from "../../proto/admin-methods.ts";
import { type GrpcService, grpcService, makeGrpcServer } from "./grpc-server.ts";
import { makeAdminHandlers, makeFleetHandlers, refuseFleetHandlers } from "./handlers.ts";
import { listenOnTcp } from "./listeners/tcp.ts";
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
  for (const listener of options.listeners) {
    const server = makeServer(listener, options, stopping.signal);
    const { acceptor, address } = await listen(listener, server, options, stopping.signal);
    // In the order of stopping, from below: streams, calls under way, connections.
    resources.use(acceptor);
    resources.adopt(server, (one) => stop(one, options));
    addresses.push(address);
    options.log.info("admin API on {address}", { address });
  }
  resources.defer(() => stopping.abort());
  const running = resources.move();
  return { addresses, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function makeServer(listener: AdminListener, options: AdminOptions, stopping: AbortSignal): Server {
  const services: GrpcService[] = [grpcService(adminMethods, makeAdminHandlers(options))];
  const fleetHandlers =
    listener.kind === "unix"
      ? makeFleetHandlers(options)
      : refuseFleetHandlers(socketPathOf(options));
  services.push(grpcService(fleetMethods, fleetHandlers));
  return makeGrpcServer(services, stopping, options.log);
}

function socketPathOf({ listeners }: AdminOptions): string | undefined {
  return listeners.find((listener) => listener.kind === "unix")?.path;
}

function listen(
  listener: AdminListener,
  server: Server,
  { log }: AdminOptions,
  stopping: AbortSignal,
) {
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const handOn = (socket: Socket) => {
    if (stopping.aborted) socket.destroy();
    else injector.injectConnection(socket);
  };
  return listener.kind === "unix"
    ? listenOnUnixSocket(listener, { handOn, log })
    : listenOnTcp(listener, { handOn, log });
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
