/**
 * One request of a connection and the way to answer it, once.
 *
 * The answer may begin while the body is still open: streams live from that (protocol.md 5).
 */
import { FleetError } from "../../core/errors.ts";
import { HttpError } from "../http-error.ts";
import type { SocketInput } from "../socket-input.ts";
import type { SocketOutput } from "../socket-output.ts";
import { type BodyWriter, ChunkedWriter, writeAll } from "./chunked-writer.ts";
import type { RequestHead } from "./head.ts";
import type { Headers } from "./headers.ts";
import { IncomingBody } from "./incoming-body.ts";
import { continueHead, formatResponseHead, type HeaderList, joinHead, reasonOf } from "./write.ts";

/** What a request needs of the connection under it. */
export interface Exchange {
  readonly input: SocketInput;
  readonly output: SocketOutput;
  readonly closed: AbortSignal;
  /** The value of the Date header. */
  date(): string;
  /** Whether the connection may serve another request, as far as it knows. */
  mayPersist(): boolean;
  /** The answer is complete. */
  finish(persist: boolean): void;
  /** The bytes are no longer HTTP/1.1 (RFC 9110 7.8). */
  leave(): void;
  /** Ends our side in order and gives the peer a while to end its own. */
  linger(): void;
  destroy(error: FleetError): void;
}

/** What is left of a connection after an upgrade: the caller reads, writes, and ends it. */
export interface UpgradedSocket {
  readonly input: SocketInput;
  readonly output: SocketOutput;
  /** What was written is flushed; the peer has a while to end its side, and what it still sends is dropped. */
  finish(): void;
  /** Breaks the connection off. */
  destroy(error: FleetError): void;
}

const noBytes = new Uint8Array(0);

export class ServerRequest {
  readonly body: IncomingBody;
  readonly #head: RequestHead;
  readonly #exchange: Exchange;
  #responded = false;

  constructor(head: RequestHead, exchange: Exchange) {
    this.#head = head;
    this.#exchange = exchange;
    this.body = new IncomingBody(head.framing, exchange.input, () => this.#sendContinue());
  }

  get method(): string {
    return this.#head.method;
  }

  /** Origin form, undecoded. */
  get target(): string {
    return this.#head.target;
  }

  get headers(): Headers {
    return this.#head.headers;
  }

  /** Whether an answer has begun. */
  get responded(): boolean {
    return this.#responded;
  }

  /** Aborted when the connection is gone, or when the peer has ended its side after this request. */
  get closed(): AbortSignal {
    return this.#exchange.closed;
  }

  /**
   * The whole answer. Date, Content-Length and Connection are added; the answer to HEAD may give the length itself.
   * A body that was not read is not waited for: the connection ends instead.
   * @throws FleetError unavailable when the connection is gone.
   */
  async respond(
    status: number,
    headers: HeaderList = {},
    body: Uint8Array = noBytes,
  ): Promise<void> {
    this.#checkUnanswered();
    const persist = this.#canPersist();
    const length = status === 204 || status === 304 ? {} : { "Content-Length": body.length };
    const head = this.#formatHead(status, { ...length, ...headers }, persist);
    this.#responded = true;
    const sent = this.#head.method === "HEAD" ? noBytes : body;
    try {
      await writeAll(this.#exchange.output, joinHead(head, sent));
    } finally {
      this.#exchange.finish(persist);
    }
  }

  /**
   * Begins an answer that is written over time. Where the client waits for "100 Continue", read from the body first.
   * @throws HttpError 505 for HTTP/1.0, which has no chunks.
   */
  startChunked(status: number, headers: HeaderList = {}): BodyWriter {
    if (this.#head.minorVersion === 0) throw new HttpError(505, "a stream needs HTTP/1.1");
    this.#checkUnanswered();
    const exchange = this.#exchange;
    // An open request body may be read to its end meanwhile, but nobody can promise that in the head.
    const persist = this.body.done && this.#canPersist();
    const head = this.#formatHead(status, { ...headers, "Transfer-Encoding": "chunked" }, persist);
    this.#responded = true;
    // A connection that is gone fails the next write too.
    exchange.output.write(Buffer.from(head, "latin1")).catch(() => {});
    return new ChunkedWriter(exchange.output, () => exchange.finish(persist));
  }

  /** Answers with the error's status, or breaks the connection off if an answer has begun. Never throws. */
  async fail(error: FleetError): Promise<void> {
    if (this.#responded) {
      this.#exchange.destroy(error);
      return;
    }
    const status = error.httpStatus;
    const reason = error instanceof HttpError ? error.message : reasonOf(status);
    const headers = { "Content-Type": "text/plain; charset=utf-8" };
    await this.respond(status, headers, Buffer.from(`${reason}\n`)).catch(() => {});
  }

  /** Answers 101 and hands the connection over. @param headers with Upgrade and Connection. */
  upgrade(headers: HeaderList): UpgradedSocket {
    this.#checkUnanswered();
    const exchange = this.#exchange;
    const { input, output } = exchange;
    const head = formatResponseHead(101, headers);
    this.#responded = true;
    output.write(Buffer.from(head, "latin1")).catch(() => {});
    exchange.leave();
    return {
      input,
      output,
      finish: () => exchange.linger(),
      destroy: (error) => exchange.destroy(error),
    };
  }

  #checkUnanswered(): void {
    if (this.#responded) throw new FleetError("internal", "a request is answered twice");
  }

  #formatHead(status: number, headers: HeaderList, persist: boolean): string {
    const connection = persist ? {} : { Connection: "close" };
    return formatResponseHead(status, {
      Date: this.#exchange.date(),
      ...headers,
      ...connection,
    });
  }

  #canPersist(): boolean {
    return this.#head.keepAlive && this.#exchange.mayPersist() && this.#dropArrivedBody();
  }

  /** Whether what has arrived was the whole body. */
  #dropArrivedBody(): boolean {
    try {
      while (this.body.tryRead());
    } catch {
      return false;
    }
    return this.body.done;
  }

  #sendContinue(): void {
    if (!this.#head.expectContinue || this.#responded) return;
    this.#exchange.output.write(continueHead).catch(() => {});
  }
}
