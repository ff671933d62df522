/**
 * HTTP/1.1 on one socket, from the server's side: requests one after another (RFC 9112).
 *
 * It knows no routes and no TLS. Whatever is odd is answered once and ends the connection.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../../core/clock.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import { abandonSocket } from "../abandon-socket.ts";
import { HttpError } from "../http-error.ts";
import { SocketInput } from "../socket-input.ts";
import { SocketOutput } from "../socket-output.ts";
import { type RequestHead, parseRequestHead } from "./head.ts";
import { HeadScanner, type HeadLimits, defaultHeadLimits } from "./head-scanner.ts";
import { httpDate } from "./http-date.ts";
import { LingeringClose } from "./lingering-close.ts";
import { type Exchange, ServerRequest } from "./server-request.ts";
import { formatResponseHead, joinHead } from "./write.ts";

/** Milliseconds. */
export interface HttpTimers {
  /** From the first byte of a head (of the first one: from the start of the connection) to its last. */
  readonly headMs: number;
  /** Between requests. */
  readonly idleMs: number;
  /** How long a peer may take for 64 KiB of an answer. */
  readonly writeStallMs: number;
  /** How long a connection that is being closed waits for the peer to have read the answer. */
  readonly lingerMs: number;
}

/** protocol.md 3, as far as the original has them. */
export const defaultHttpTimers: HttpTimers = {
  headMs: 10_000,
  idleMs: 30_000,
  writeStallMs: 60_000,
  lingerMs: 2_000,
};

export interface ServerConnectionOptions {
  readonly clock: Clock;
  readonly timers?: HttpTimers;
  readonly headLimits?: HeadLimits;
}

export class ServerConnection implements Disposable {
  readonly #socket: Duplex;
  readonly #clock: Clock;
  readonly #timers: HttpTimers;
  readonly #headLimits: HeadLimits;
  readonly #input: SocketInput;
  readonly #output: SocketOutput;
  readonly #abort = new AbortController();
  readonly #linger: LingeringClose;
  readonly #exchange: Exchange;
  readonly #gone = Promise.withResolvers<void>();
  #request: ServerRequest | undefined;
  /** Resolves when the request under way is answered. */
  #answered: Promise<void> = Promise.resolve();
  #onAnswered: () => void = () => {};
  #first = true;
  #idleOver = false;
  #closing = false;
  #destroyed = false;
  #stopping = false;

  /** The connection owns the socket from here on; bytes that were read before belong to unshift(). */
  constructor(socket: Duplex, options: ServerConnectionOptions) {
    this.#socket = socket;
    this.#clock = options.clock;
    this.#timers = options.timers ?? defaultHttpTimers;
    this.#headLimits = options.headLimits ?? defaultHeadLimits;
    this.#input = new SocketInput(socket, options.clock);
    this.#output = new SocketOutput(socket, {
      clock: options.clock,
      stallMs: this.#timers.writeStallMs,
      onStall: (error) => this.destroy(error),
    });
    this.#linger = new LingeringClose(this.#input, this.#output, {
      clock: options.clock,
      lingerMs: this.#timers.lingerMs,
      onOver: () => this[Symbol.dispose](),
    });
    this.#exchange = this.#makeExchange();
    this.#input.onEnd = (waitedFor) => this.#onEnd(waitedFor);
    socket.on("error", (cause) => this.destroy(brokenConnection(cause)));
    socket.on("close", () => this.destroy(brokenConnection()));
  }

  /** Aborted when the connection is gone, with a FleetError. */
  get closed(): AbortSignal {
    return this.#abort.signal;
  }

  /**
   * The next request, once the one before is answered; undefined when there will be none: finish() then.
   * @throws HttpError for a request that is none, after it was answered: there will be no other either.
   */
  async next(): Promise<ServerRequest | undefined> {
    await this.#answered;
    if (this.#closing || this.#stopping) return undefined;
    try {
      const head = await this.#readHead();
      if (!head) return undefined;
      this.#first = false;
      this.#answered = new Promise((resolve) => {
        this.#onAnswered = resolve;
      });
      this.#request = new ServerRequest(head, this.#exchange);
      return this.#request;
    } catch (thrown) {
      return this.#onBadHead(thrown);
    }
  }

  /** Ends the connection in order: what was answered is flushed. Resolves when the socket is closed. */
  finish(): Promise<void> {
    this.#closeInOrder();
    return this.#gone.promise;
  }

  /** Takes no further request: ends at once between requests, else after the answer. */
  stop(): void {
    this.#stopping = true;
    if (!this.#request && this.#input.queue.length === 0) this.#closeInOrder();
  }

  /** Breaks the connection off. */
  destroy(error: FleetError): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#closing = true;
    this.#linger[Symbol.dispose]();
    this.#input.fail(error);
    this.#output.fail(error);
    abandonSocket(this.#socket);
    if (!this.#abort.signal.aborted) this.#abort.abort(error);
    this.#onAnswered();
    this.#gone.resolve();
  }

  [Symbol.dispose](): void {
    this.destroy(new FleetError("unavailable", "the connection was closed here"));
  }

  async #readHead(): Promise<RequestHead | undefined> {
    const { queue } = this.#input;
    const scanner = new HeadScanner(this.#headLimits);
    const firstBy = this.#first ? this.#clock.elapsed() + this.#timers.headMs : undefined;
    let headBy = firstBy;
    for (;;) {
      const length = scanner.scan(queue);
      if (length !== undefined) return parseRequestHead(queue.take(length));
      if (queue.length > 0) headBy ??= this.#clock.elapsed() + this.#timers.headMs;
      if (!(await this.#input.more(this.#headTimeout(headBy)))) break;
    }
    if (queue.length === 0) return undefined;
    throw new HttpError(400, "the connection ended in the middle of a head");
  }

  #headTimeout(headBy: number | undefined) {
    const { queue } = this.#input;
    const ms =
      headBy === undefined ? this.#timers.idleMs : Math.max(1, headBy - this.#clock.elapsed());
    const makeError = () => {
      this.#idleOver = queue.length === 0;
      return new HttpError(408, "the head of the request arrives too slowly");
    };
    return { ms, makeError };
  }

  #onBadHead(thrown: unknown): undefined {
    if (!(thrown instanceof HttpError) || this.#idleOver) return undefined;
    const text = `${thrown.message}\n`;
    const head = formatResponseHead(thrown.httpStatus, {
      Date: httpDate(this.#clock.now()),
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": Buffer.byteLength(text),
      Connection: "close",
    });
    for (const part of joinHead(head, Buffer.from(text))) this.#output.write(part).catch(() => {});
    this.#closeInOrder();
    throw thrown;
  }

  #makeExchange(): Exchange {
    return {
      input: this.#input,
      output: this.#output,
      closed: this.#abort.signal,
      date: () => httpDate(this.#clock.now()),
      mayPersist: () => !this.#stopping && !this.#closing && this.#mayHoldMore(),
      finish: (persist) => this.#onExchangeEnd(persist),
      leave: () => {
        this.#closing = true;
        this.#onAnswered();
      },
      linger: () => {
        if (!this.#destroyed) this.#linger.begin();
      },
      destroy: (error) => this.destroy(error),
    };
  }

  /** Requests that were sent before the peer ended its side are still answered. */
  #mayHoldMore(): boolean {
    return !this.#input.ended || this.#input.queue.length > 0;
  }

  #onExchangeEnd(persist: boolean): void {
    const keep = persist && !this.#stopping;
    this.#request = undefined;
    if (!keep) this.#closeInOrder();
    this.#onAnswered();
  }

  #closeInOrder(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#linger.begin();
  }

  /** The peer has ended its side: whoever prepares an answer wants to know, unless the rest of the body is still here. */
  #onEnd(waitedFor: boolean): void {
    if (!waitedFor && this.#request && !this.#request.body.done) return;
    if (!this.#abort.signal.aborted) this.#abort.abort(brokenConnection());
  }
}

function brokenConnection(cause?: unknown): FleetError {
  return new FleetError("unavailable", "the connection was closed by the peer", { cause });
}

/**
 * Hands every request of a connection to the handler, answers what it throws, and returns when the connection is over.
 *
 * @param onError told of every request that was refused or failed.
 */
export async function serveRequests(
  connection: ServerConnection,
  handler: (request: ServerRequest) => Promise<void>,
  onError: (error: FleetError) => void = () => {},
): Promise<void> {
  try {
    for (let request = await connection.next(); request; request = await connection.next()) {
      await serveRequest(request, handler, onError);
    }
  } catch (thrown) {
    onError(toFleetError(thrown));
  }
  await connection.finish();
}

async function serveRequest(
  request: ServerRequest,
  handler: (request: ServerRequest) => Promise<void>,
  onError: (error: FleetError) => void,
): Promise<void> {
  try {
    await handler(request);
    if (!request.responded)
      throw new FleetError("internal", `${request.method} ${request.target} got no answer`);
  } catch (thrown) {
    const error = toFleetError(thrown);
    onError(error);
    await request.fail(error);
  }
}
