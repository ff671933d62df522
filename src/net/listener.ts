/**
 * A port that accepts connections within limits, hands each to its handler, and can be closed in order.
 *
 * Plain TCP, for the modes in which a proxy does TLS (protocol.md 15); tls-listener.ts puts TLS in front.
 */
import net, { type Server, type Socket } from "node:net";

import type { Clock } from "../core/clock.ts";
import { FleetError, isSystemError, toFleetError } from "../core/errors.ts";
import { abandonSocket } from "./abandon-socket.ts";
import { type HostPort, formatHostPort } from "./address.ts";
import { ConnectionLimits } from "./connection-limits.ts";
import { type ProxyRules, readProxyHeader } from "./proxy-rules.ts";

export interface ListenOptions<Accepted extends Socket> {
  /** Port 0 chooses a free one. */
  readonly address: HostPort;
  readonly clock: Clock;
  /**
   * Serves one connection until it is over. It owns the socket; should it throw, the socket is destroyed.
   * @param stopping aborted when the listener is being closed: no new work is to begin.
   * @param source where the connection comes from: the socket's peer, or whom its PROXY header names.
   */
  readonly onConnection: (
    socket: Accepted,
    stopping: AbortSignal,
    source: HostPort,
  ) => Promise<void>;
  /** Told of handshakes that failed and of handlers that threw. */
  readonly onError?: (error: FleetError, remoteAddress: string | undefined) => void;
  readonly maxConnections?: number;
  readonly maxPerAddress?: number;
  readonly isExempt?: (address: string) => boolean;
  /** Without them, everybody speaks for himself only. */
  readonly proxy?: ProxyRules;
  /** How long close() waits for connections to end, milliseconds. */
  readonly closeGraceMs?: number;
}

export interface Listener extends AsyncDisposable {
  /** With the port that was chosen. */
  readonly address: HostPort;
  /** Connections that are open, handshakes included. */
  readonly connectionCount: number;
  /** @throws unavailable where a newcomer would be turned away: it does not listen, or all its connections are taken. */
  checkAccepting(): void;
  /** Accepts nothing more, tells the handlers, and waits for them. May be called more than once. */
  close(): Promise<void>;
}

const tcpKeepAliveMs = 60_000;
const defaults = { maxConnections: 100_000, maxPerAddress: 10_000, closeGraceMs: 5_000 };

/** @throws conflict when the address is taken, configuration when it is not of this machine. */
export async function listenPlain(options: ListenOptions<Socket>): Promise<Listener> {
  const server = net.createServer({ allowHalfOpen: true });
  const listener = new RunningListener(server, options);
  server.on("connection", (socket) => {
    listener.accept(socket, () => {
      listener.serve(socket);
      // Reading its PROXY header has stopped it.
      if (socket.isPaused()) socket.resume();
    });
  });
  await listener.start();
  return listener;
}

export class RunningListener<Accepted extends Socket> implements Listener {
  readonly #server: Server;
  readonly #options: ListenOptions<Accepted>;
  readonly #limits: ConnectionLimits;
  /** Of those behind proxies. */
  readonly #sourceLimits: ConnectionLimits;
  readonly #sockets = new Set<Socket>();
  /** Whom PROXY headers named, by the peer that sent them. */
  readonly #sources = new Map<string, HostPort>();
  readonly #handlers = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #address: HostPort;
  #closed: Promise<void> | undefined;

  constructor(server: Server, options: ListenOptions<Accepted>) {
    this.#server = server;
    this.#options = options;
    this.#address = options.address;
    const limits = {
      maxConnections: options.maxConnections ?? defaults.maxConnections,
      maxPerAddress: options.maxPerAddress ?? defaults.maxPerAddress,
    };
    const isExempt = options.isExempt ?? options.proxy?.isTrusted;
    this.#limits = new ConnectionLimits({ ...limits, ...(isExempt && { isExempt }) });
    this.#sourceLimits = new ConnectionLimits(limits);
  }

  get address(): HostPort {
    return this.#address;
  }

  get connectionCount(): number {
    return this.#limits.count;
  }

  checkAccepting(): void {
    const where = formatHostPort(this.#address);
    if (!this.#server.listening) {
      throw new FleetError("unavailable", `nothing listens on ${where}`, {
        hint: "The server is being stopped; start it again.",
      });
    }
    const { maxConnections = defaults.maxConnections } = this.#options;
    if (this.#limits.count < maxConnections) return;
    throw new FleetError("unavailable", `all ${maxConnections} connections of ${where} are taken`, {
      hint: "Raise fleet { limits { connections } }, or give the clients another server.",
    });
  }

  start(): Promise<void> {
    const { host, port } = this.#options.address;
    return new Promise((resolve, reject) => {
      this.#server.once("error", (cause) => reject(listenError(cause, this.#options.address)));
      this.#server.listen({ port, ...(host !== "" && { host }) }, () => {
        const bound = this.#server.address();
        if (bound !== null && typeof bound === "object") this.#address = { host, port: bound.port };
        resolve();
      });
    });
  }

  /** Takes in a socket within the limits, once it has said for whom it speaks; otherwise it is gone. */
  accept(socket: Socket, next: () => void): void {
    const { proxy } = this.#options;
    if (!this.admit(socket)) return;
    if (!proxy?.protocol) next();
    else void this.#readSource(socket, next);
  }

  /** @returns whether the socket is within the limits; otherwise it is gone. */
  admit(socket: Socket): boolean {
    const isClosedOut = this.#options.proxy?.isTrusted?.(socket.remoteAddress ?? "") === false;
    const leave = isClosedOut ? undefined : this.#limits.enter(socket.remoteAddress ?? "");
    if (!leave || this.#stopping.signal.aborted) {
      leave?.();
      socket.destroy();
      return false;
    }
    this.#sockets.add(socket);
    // Without a listener an error before the handler takes over would end the process.
    socket.on("error", () => {});
    socket.once("close", () => {
      this.#sockets.delete(socket);
      leave();
    });
    return true;
  }

  serve(socket: Accepted): void {
    if (socket.destroyed) return;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, tcpKeepAliveMs);
    const handler = this.#handle(socket);
    this.#handlers.add(handler);
    void handler.finally(() => this.#handlers.delete(handler));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #readSource(socket: Socket, next: () => void): Promise<void> {
    try {
      const source = await readProxyHeader(socket, this.#options.clock);
      if (source && !this.#enterSource(socket, source)) return;
      if (!socket.destroyed) next();
    } catch (thrown) {
      this.#options.onError?.(toFleetError(thrown), socket.remoteAddress);
      socket.destroy();
    }
  }

  /** @returns whether the one behind the proxy is within the limits of an address; otherwise the socket is gone. */
  #enterSource(socket: Socket, source: HostPort): boolean {
    const leave = this.#sourceLimits.enter(source.host);
    if (!leave) {
      socket.destroy();
      return false;
    }
    const key = peerOf(socket);
    this.#sources.set(key, source);
    socket.once("close", () => {
      this.#sources.delete(key);
      leave();
    });
    return true;
  }

  #sourceOf(socket: Socket): HostPort {
    const own = { host: socket.remoteAddress ?? "unknown", port: socket.remotePort ?? 0 };
    return this.#sources.get(peerOf(socket)) ?? own;
  }

  async #handle(socket: Accepted): Promise<void> {
    try {
      await this.#options.onConnection(socket, this.#stopping.signal, this.#sourceOf(socket));
    } catch (thrown) {
      socket.destroy();
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      const error =
        thrown instanceof FleetError
          ? thrown
          : new FleetError("internal", `serving a connection failed: ${message}`, {
              cause: thrown,
            });
      this.#options.onError?.(error, socket.remoteAddress);
    }
  }

  async #close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#stopping.abort(new FleetError("unavailable", "the server is being stopped"));
    const { clock, closeGraceMs = defaults.closeGraceMs } = this.#options;
    using _grace = clock.after(closeGraceMs, () => {
      for (const socket of this.#sockets) abandonSocket(socket);
    });
    await Promise.all(this.#handlers);
    // Handshakes under way have no handler that ends them.
    for (const socket of this.#sockets) abandonSocket(socket);
    await closed;
  }
}

/** The socket's peer, also of the TLS socket on top of it. */
function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function listenError(cause: Error, address: HostPort): FleetError {
  const where = formatHostPort(address);
  if (isSystemError(cause, "EADDRINUSE")) {
    return new FleetError("conflict", `cannot listen on ${where}: the port is in use`, {
      hint: "Stop the program that holds it, or choose another port (0 takes a free one).",
      cause,
    });
  }
  return new FleetError("configuration", `cannot listen on ${where}: ${cause.message}`, {
    hint: "The address must be one of this machine, and the port one that this user may open.",
    cause,
  });
}
