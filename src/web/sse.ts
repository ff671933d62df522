/**
 * Server-sent events (HTML standard, 9.2) from any sequence of JSON: what the page and scripts read of the live feed.
 *
 * One frame for each value: its `id` and `type` as the fields id and event, and all of it as data. The reader sets the
 * pace; where it stops reading, nothing is read for it. Who may read, and what, is decided before.
 */
import { type Clock, systemClock } from "../core/clock.ts";
import { describeThrown } from "../core/errors.ts";

export interface SseOptions {
  /** Ends the stream: the request is gone, its credential is no longer valid, the server ends. */
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** How long nothing may be written: proxies close what is silent, and a peer that is gone is noticed. */
  readonly heartbeatMs?: number;
}

/** What can say more than an iterator: where it stands, and what can be read without waiting. */
export interface SseSource extends AsyncIterable<unknown> {
  readonly position?: string;
  /** As position, while nothing that was read is still to be written. */
  readonly quietPosition?: string | undefined;
  takeWaiting?(max: number): readonly unknown[];
  /** Aborted when the source has ended, also while nobody reads. */
  readonly ended?: AbortSignal;
}

/** The server's part of the interval in which a proxy closes a silent connection, usually a minute. */
const defaultHeartbeatMs = 15_000;
/** How long an EventSource waits before it connects again. */
const retryMs = 2_000;
/** Between two writes of events: what comes meanwhile goes together, and the first of a burst goes at once. */
const pauseMs = 20;
/** Frames written at once. */
const maxFrames = 256;
/** Of an id that may be one: a longer one is as unknown as its beginning. */
const maxIdLength = 40;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // Proxies such as nginx collect an answer before they pass it on, unless they are told not to.
  "x-accel-buffering": "no",
};

/** The answer. Ends with its values, with the signal, and with the reader. */
export function sseResponse(source: SseSource, options: SseOptions): Response {
  const stream = new SseStream(source, options);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => stream.start(controller),
    pull: () => stream.pull(),
    cancel: () => stream.end(),
  });
  return new Response(body, { headers });
}

/** What an EventSource that comes back has seen last; undefined at its first time. */
export function lastEventIdOf(request: Request): string | undefined {
  const id = request.headers.get("last-event-id");
  return id === null || id === "" ? undefined : id.slice(0, maxIdLength);
}

class SseStream {
  readonly #source: SseSource;
  readonly #iterator: AsyncIterator<unknown>;
  readonly #clock: Clock;
  readonly #heartbeatMs: number;
  readonly #signal: AbortSignal;
  readonly #over = new AbortController();
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Asked for and not there yet: a heartbeat goes in between. */
  #next: Promise<IteratorResult<unknown>> | undefined;
  /** By the clock's elapsed(). */
  #wroteAt = Number.NEGATIVE_INFINITY;

  constructor(source: SseSource, { signal, clock, heartbeatMs }: SseOptions) {
    this.#source = source;
    this.#iterator = source[Symbol.asyncIterator]();
    this.#signal = signal;
    this.#clock = clock ?? systemClock;
    this.#heartbeatMs = heartbeatMs ?? defaultHeartbeatMs;
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
    const { position, ended } = this.#source;
    // A frame of an id alone is no event, but what the reader comes back with.
    const place = position === undefined ? "" : `id: ${oneLine(position)}\n\n`;
    this.#write(`: events\nretry: ${retryMs}\n\n${place}`);
    const over = { once: true, signal: this.#over.signal };
    this.#signal.addEventListener("abort", () => this.#close(), over);
    ended?.addEventListener("abort", () => this.#cut(), over);
    if (this.#signal.aborted) this.#close();
  }

  async pull(): Promise<void> {
    try {
      this.#next ??= this.#iterator.next();
      const result = await this.#within(this.#next);
      if (this.#over.signal.aborted) return;
      if (result === undefined) return this.#write(this.#heartbeat());
      this.#next = undefined;
      if (result.done) return this.#close();
      await this.#pause();
      if (this.#over.signal.aborted) return;
      const more = this.#source.takeWaiting?.(maxFrames) ?? [];
      this.#write([result.value, ...more].map(frame).join(""));
      this.#wroteAt = this.#clock.elapsed();
    } catch (thrown) {
      // Said for whoever looks at the bytes; an EventSource connects again by itself.
      if (!this.#over.signal.aborted) this.#write(`: ${oneLine(describeThrown(thrown))}\n\n`);
      this.#close();
    }
  }

  /** The reader is gone. */
  end(): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    void this.#iterator.return?.();
  }

  #close(): void {
    if (this.#over.signal.aborted) return;
    this.end();
    this.#controller?.close();
  }

  /** The source ended by itself. Where the reader does not read, nobody else would close its connection. */
  #cut(): void {
    if (this.#next !== undefined || this.#over.signal.aborted) return;
    this.end();
    this.#controller?.error();
  }

  /** Moves the reader's place on, past what it did not ask for: it may come back after that is gone. */
  #heartbeat(): string {
    const { quietPosition } = this.#source;
    return quietPosition === undefined ? ":\n\n" : `:\nid: ${oneLine(quietPosition)}\n\n`;
  }

  #write(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }

  async #pause(): Promise<void> {
    const leftMs = this.#wroteAt + pauseMs - this.#clock.elapsed();
    if (leftMs > 0) await this.#within(new Promise<never>(() => {}), leftMs);
  }

  /** Undefined when the time is over, or the stream is; by default it is time for a heartbeat then. */
  async #within<T>(awaited: Promise<T>, ms: number = this.#heartbeatMs): Promise<T | undefined> {
    const waiting = Promise.withResolvers<undefined>();
    const done = () => waiting.resolve(undefined);
    using _timer = this.#clock.after(ms, done);
    this.#over.signal.addEventListener("abort", done, { once: true });
    try {
      return await Promise.race([awaited, waiting.promise]);
    } finally {
      this.#over.signal.removeEventListener("abort", done);
    }
  }
}

function frame(value: unknown): string {
  const data = JSON.stringify(value);
  return `${field("id", value)}${field("event", value, "type")}data: ${data}\n\n`;
}

function field(name: string, value: unknown, member = name): string {
  const text: unknown = isRecord(value) ? value[member] : undefined;
  return typeof text === "string" ? `${name}: ${oneLine(text)}\n` : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** A field ends with its line. */
function oneLine(text: string): string {
  return /[\r\n\0]/.test(text) ? text.replaceAll(/[\r\n\0]/g, " ") : text;
}
