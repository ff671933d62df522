/** A listening socket whose connections are counted, checked and handed on: what both kinds of listener share. */
import { type ListenOptions, type Server, type Socket, createServer } from "node:net";

import { FleetError, describeThrown, isSystemError } from "../../../core/errors.ts";
import { abandonSocket } from "../../../net/abandon-socket.ts";
import type { Log } from "../../../observability/log.ts";

/** Of one listener at once. */
const defaultMaxConnections = 1000;

export interface AcceptOptions {
  /** As it is named in messages: an address or "unix:path". */
  readonly shown: string;
  /** Throws if this peer may not come in. */
  readonly check: (socket: Socket) => void;
  readonly handOn: (socket: Socket) => void;
  /** Gives up a connection that counts for less than a new one; says whether there was one. Default: there is none. */
  readonly makeRoom?: () => boolean;
  readonly maxConnections?: number;
  readonly log: Log;
}

/** Closes the listening socket and every connection when disposed. */
export class Acceptor implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #options: AcceptOptions;
  readonly #maxConnections: number;
  /** Said once, until there is room again. */
  #saidFull = false;

  constructor(options: AcceptOptions) {
    this.#options = options;
    this.#maxConnections = options.maxConnections ?? defaultMaxConnections;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** @throws conflict when the address is taken, configuration when it cannot be used. */
  async listen(where: ListenOptions): Promise<void> {
    const { shown, log } = this.#options;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#server.once("error", reject);
        this.#server.listen(where, resolve);
      });
    } catch (thrown) {
      throw listenError(shown, thrown);
    }
    this.#server.on("error", (error) =>
      log.error("admin listener: {error}", { error: error.message }),
    );
  }

  /** The port, for TCP. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  /** Ends a connection; it counts no more. */
  drop(socket: Socket): void {
    this.#sockets.delete(socket);
    abandonSocket(socket);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) abandonSocket(socket);
    await closed;
  }

  #accept(socket: Socket): void {
    const { check, handOn, makeRoom, log, shown } = this.#options;
    // A connection that breaks is no fault of this server; without a listener it would end the process.
    socket.on("error", () => socket.destroy());
    const isFull = this.#sockets.size >= this.#maxConnections;
    if (isFull && !makeRoom?.()) return this.#turnAway(socket);
    if (!isFull) this.#saidFull = false;
    try {
      check(socket);
    } catch (thrown) {
      const reason = describeThrown(thrown);
      log.warn("admin connection on {address} refused: {reason}", { address: shown, reason });
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    handOn(socket);
  }

  #turnAway(socket: Socket): void {
    const { log, shown } = this.#options;
    socket.destroy();
    if (this.#saidFull) return;
    this.#saidFull = true;
    const facts = { address: shown, count: this.#maxConnections };
    log.warn("admin connections on {address} are refused: {count} are open already", facts);
  }
}

function listenError(shown: string, thrown: unknown): FleetError {
  if (isSystemError(thrown, "EADDRINUSE")) {
    return new FleetError(
      "conflict",
      `the admin API cannot listen on ${shown}: the address is in use`,
      {
        hint: "End the program that listens there, or choose another with --admin_addr (port 0 takes a free one).",
        cause: thrown,
      },
    );
  }
  const message = `the admin API cannot listen on ${shown}: ${describeThrown(thrown)}`;
  return new FleetError("configuration", message, {
    hint: "Check the address and the rights of this user.",
    cause: thrown,
  });
}
