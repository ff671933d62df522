/**
 * Socket: a program that was started by somebody else, and exchanges messages over a Unix socket (protocol.md 8 and 9).
 *
 * One peer at a time: who connects meanwhile waits its turn. What a peer sends is acknowledged once it is on the disk;
 * what was not acknowledged it sends again, under the same source_message_id.
 */
import { type Server, type Socket, createServer } from "node:net";

import type { SocketSettings } from "../../../../config/schemas/client-service.ts";
import { FleetError, describeThrown } from "../../../../core/errors.ts";
import type { Message } from "../../../../core/message.ts";
import { listenPrivately } from "../../../../platform/private-socket.ts";
import type { ClientService, Processed, ServiceContext } from "../service.ts";
import { SocketPeer } from "./socket-peer.ts";

/** More who wait for their turn are turned away. */
const maxWaiting = 4;

/** @throws configuration for a path where no socket can be. */
export async function makeSocketService(
  settings: SocketSettings,
  context: ServiceContext,
): Promise<ClientService> {
  const service = new SocketService(settings, context);
  await service.listen();
  return service;
}

class SocketService implements ClientService {
  readonly #settings: SocketSettings;
  readonly #context: ServiceContext;
  readonly #server: Server;
  readonly #waiting: Socket[] = [];
  #socketFile: Disposable | undefined;
  #peer: SocketPeer | undefined;
  #connected = Promise.withResolvers<SocketPeer>();
  #serving: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(settings: SocketSettings, context: ServiceContext) {
    this.#settings = settings;
    this.#context = context;
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      this.#accept(socket);
    });
  }

  async listen(): Promise<void> {
    const { log, name } = this.#context;
    this.#socketFile = await listenPrivately(this.#server, this.#settings.apiProxyPath);
    this.#server.on("error", (cause) => {
      log.warn("the socket of service {serviceName}: {error}", {
        serviceName: name,
        error: describeThrown(cause),
      });
    });
  }

  async process(message: Message, signal: AbortSignal): Promise<Processed> {
    for (;;) {
      const peer = this.#peer ?? (await this.#untilConnected(signal));
      try {
        await peer.send(message, signal);
        return {};
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof FleetError) || thrown.code !== "unavailable") throw thrown;
        // The next peer gets it: nobody has read it.
        await peer.ended;
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    for (const socket of this.#waiting.splice(0)) socket.destroy();
    this.#socketFile?.[Symbol.dispose]();
    this.#server.close();
    this.#peer?.stop();
    await this.#serving;
  }

  #accept(socket: Socket): void {
    const { log, name } = this.#context;
    socket.on("error", () => {});
    if (this.#stopped || this.#waiting.length >= maxWaiting) {
      log.warn("service {serviceName}: a peer is turned away, too many are waiting", {
        serviceName: name,
      });
      socket.destroy();
      return;
    }
    socket.once("close", () => {
      const at = this.#waiting.indexOf(socket);
      if (at >= 0) this.#waiting.splice(at, 1);
    });
    this.#waiting.push(socket);
    if (this.#peer)
      log.warn("service {serviceName}: a second peer waits for the first to leave", {
        serviceName: name,
      });
    else this.#serveNext();
  }

  #serveNext(): void {
    const socket = this.#waiting.shift();
    if (!socket || this.#stopped) return;
    const peer = new SocketPeer(socket, this.#settings, this.#context);
    this.#peer = peer;
    this.#connected.resolve(peer);
    this.#serving = this.#untilGone(peer);
  }

  async #untilGone(peer: SocketPeer): Promise<void> {
    const { log, name } = this.#context;
    log.info("service {serviceName}: a peer connected", { serviceName: name });
    const reason = await peer.ended;
    log.info("service {serviceName}: the peer is gone: {reason}", { serviceName: name, reason });
    this.#peer = undefined;
    this.#connected = Promise.withResolvers();
    this.#serveNext();
  }

  #untilConnected(signal: AbortSignal): Promise<SocketPeer> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<SocketPeer>();
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    void this.#connected.promise.then(resolve, reject);
    return promise.finally(() => signal.removeEventListener("abort", onAbort));
  }
}
