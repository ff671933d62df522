/**
 * HTTP/1.1 on one socket, from the client's side: one exchange after another, both directions open at once if need be.
 *
 * It follows no redirects, keeps no pool and knows no proxy: the socket is given.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { abandonSocket } from "../abandon-socket.ts";
import { HttpError } from "../http-error.ts";
import { SocketInput } from "../socket-input.ts";
import { SocketOutput } from "../socket-output.ts";
import { type BodyWriter, ChunkedWriter, writeAll } from "./chunked-writer.ts";
import { type ResponseHead, parseResponseHead } from "./head.ts";
import { HeadScanner } from "./head-scanner.ts";
import { IncomingBody } from "./incoming-body.ts";
import { formatRequestHead, type HeaderList, joinHead } from "./write.ts";
import type { Headers } from "./headers.ts";

const maxInterimResponses = 10;
const noBytes = new Uint8Array(0);

export interface ClientConnectionOptions {
  readonly clock: Clock;
  /** How long the server may take for 64 KiB, milliseconds. */
  readonly writeStallMs?: number;
}

export interface RequestOptions {
  readonly method: string;
  /** Origin form. */
  readonly target: string;
  /** With Host; Content-Length or Transfer-Encoding are added. */
  readonly headers: HeaderList;
}

export interface ClientResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: IncomingBody;
}

export interface OpenRequest {
  /** The body, chunked. */
  readonly body: BodyWriter;
  /** The server's answer, which may come before the body has ended. Waiting begins with the call; call it once. */
  response(timeoutMs?: number): Promise<ClientResponse>;
}

export class ClientConnection implements Disposable {
  readonly #socket: Duplex;
  readonly #input: SocketInput;
  readonly #output: SocketOutput;
  readonly #abort = new AbortController();
  #reusable = true;
  #answerBegun = false;
  #body: IncomingBody | undefined;

  /** The connection owns the socket from here on. */
  constructor(socket: Duplex, options: ClientConnectionOptions) {
    this.#socket = socket;
    this.#input = new SocketInput(socket, options.clock);
    this.#output = new SocketOutput(socket, {
      clock: options.clock,
      stallMs: options.writeStallMs ?? 60_000,
      onStall: (error) => this.destroy(error),
    });
    this.#input.onEnd = () => {
      this.#reusable = false;
    };
    socket.on("error", (cause) => this.destroy(brokenConnection(cause)));
    socket.on("close", () => this.destroy(brokenConnection()));
  }

  /** Aborted when the connection is gone, with a FleetError. */
  get closed(): AbortSignal {
    return this.#abort.signal;
  }

  /**
   * Whether another request may be sent: the last response was read to its end, the server keeps the connection, and has
   * said nothing that was not asked for.
   */
  get reusable(): boolean {
    const isQuiet = (this.#body?.done ?? true) && this.#input.queue.length === 0;
    return this.#reusable && isQuiet && !this.closed.aborted;
  }

  /** Whether anything came in answer to the last request: it was taken then, and is not to be sent again. */
  get answerBegun(): boolean {
    return this.#answerBegun || this.#input.queue.length > 0;
  }

  /**
   * Sends a request with its whole body and waits for the head of the response.
   * @throws unavailable, deadline_exceeded, or HttpError for an answer that is none.
   */
  async request(
    options: RequestOptions,
    body?: Uint8Array,
    timeoutMs?: number,
  ): Promise<ClientResponse> {
    const length = body === undefined ? {} : { "Content-Length": body.length };
    const head = formatRequestHead(options.method, options.target, {
      ...options.headers,
      ...length,
    });
    const sent = writeAll(this.#output, joinHead(head, body ?? noBytes));
    // A server may refuse a body that it has not read: its answer counts, not the broken write.
    sent.catch(() => {});
    return this.#response(options.method, timeoutMs);
  }

  /** Sends the head of a request whose body is written over time. */
  open(options: RequestOptions): OpenRequest {
    const headers = { ...options.headers, "Transfer-Encoding": "chunked" };
    const head = formatRequestHead(options.method, options.target, headers);
    this.#output.write(Buffer.from(head, "latin1")).catch(() => {});
    let bodyEnded = false;
    const body = new ChunkedWriter(this.#output, () => {
      bodyEnded = true;
    });
    const response = async (timeoutMs?: number): Promise<ClientResponse> => {
      const answer = await this.#response(options.method, timeoutMs);
      // What was answered before it was sent to the end leaves the connection in between.
      if (!bodyEnded) this.#reusable = false;
      return answer;
    };
    return { body, response };
  }

  /** After an answer 101: the caller reads and writes what is no longer HTTP; the connection still owns the socket. */
  upgrade(): { readonly input: SocketInput; readonly output: SocketOutput } {
    this.#reusable = false;
    return { input: this.#input, output: this.#output };
  }

  /** Ends the writing side in order. */
  end(): void {
    this.#output.end();
  }

  /** Breaks the connection off. */
  destroy(error: FleetError): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort(error);
    this.#input.fail(error);
    this.#output.fail(error);
    abandonSocket(this.#socket);
  }

  [Symbol.dispose](): void {
    this.destroy(new FleetError("unavailable", "the connection was closed here"));
  }

  async #response(method: string, timeoutMs: number | undefined): Promise<ClientResponse> {
    this.#answerBegun = false;
    for (let interim = 0; interim <= maxInterimResponses; interim += 1) {
      const head = await this.#readHead(timeoutMs);
      if (head.status >= 200 || head.status === 101) return this.#accept(head, method);
    }
    throw new HttpError(400, `more than ${maxInterimResponses} interim responses came`);
  }

  #accept(head: ResponseHead, method: string): ClientResponse {
    const isHead = method === "HEAD";
    this.#reusable &&= head.keepAlive && head.framing.kind !== "until_close";
    this.#body = new IncomingBody(isHead ? { kind: "none" } : head.framing, this.#input);
    return { status: head.status, headers: head.headers, body: this.#body };
  }

  async #readHead(timeoutMs: number | undefined): Promise<ResponseHead> {
    const { queue } = this.#input;
    const scanner = new HeadScanner();
    const timeout = timeoutMs === undefined ? undefined : { ms: timeoutMs, makeError: noAnswer };
    for (;;) {
      const length = scanner.scan(queue);
      if (length !== undefined) {
        this.#answerBegun = true;
        return parseResponseHead(queue.take(length));
      }
      if (!(await this.#input.more(timeout))) throw brokenConnection();
    }
  }
}

function noAnswer(): FleetError {
  return new FleetError("deadline_exceeded", "the server did not answer in time");
}

function brokenConnection(cause?: unknown): FleetError {
  return new FleetError("unavailable", "the connection was closed by the server", { cause });
}
