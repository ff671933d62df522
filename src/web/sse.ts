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
/** From the first event that waits to the write that takes it and whatever came meanwhile: a write costs more than events. */
const gatherMs = 40;
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
  /** The reader has taken everything, and the source has nothing: a heartbeat may go in between. */
  #isWaiting = false;
  /** More waits than was written at once: no time is given to what comes meanwhile. */
  #isBehind = false;
  /** By the clock's elapsed(). */
  #wroteAt = 0;
  #heart: Disposable | undefined;

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
    if (this.#signal.aborted) return this.#close();
    this.#beatAfter(this.#heartbeatMs);
  }

  async pull(): Promise<void> {
    try {
      this.#isWaiting = true;
      const result = await this.#iterator.next();
      this.#isWaiting = false;
      if (this.#over.signal.aborted) return;
      if (result.done) return this.#close();
      if (!this.#isBehind) await this.#gather();
      if (this.#over.signal.aborted) return;
      const more = this.#source.takeWaiting?.(maxFrames) ?? [];
      this.#isBehind = more.length === maxFrames;
      this.#write(more.reduce((text: string, value) => text + frame(value), frame(result.value)));
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
    this.#heart?.[Symbol.dispose]();
    void this.#iterator.return?.();
  }

  #close(): void {
    if (this.#over.signal.aborted) return;
    this.end();
    this.#controller?.close();
  }

  /** The source ended by itself. Where the reader does not read, nobody else would close its connection. */
  #cut(): void {
    if (this.#isWaiting || this.#over.signal.aborted) return;
    this.end();
    this.#controller?.error();
  }

  /** Moves the reader's place on, past what it did not ask for: it may come back after that is gone. */
  #heartbeat(): string {
    const { quietPosition } = this.#source;
    return quietPosition === undefined ? ":\n\n" : `:\nid: ${oneLine(quietPosition)}\n\n`;
  }

  #write(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
    this.#wroteAt = this.#clock.elapsed();
  }

  /** One timer goes round, whatever is written meanwhile: setting it anew for each write would cost more than the write. */
  #beatAfter(ms: number): void {
    this.#heart = this.#clock.after(ms, () => {
      const leftMs = this.#wroteAt + this.#heartbeatMs - this.#clock.elapsed();
      if (leftMs <= 0 && this.#isWaiting) this.#write(this.#heartbeat());
      this.#beatAfter(leftMs > 0 ? leftMs : this.#heartbeatMs);
    });
  }

  #gather(): Promise<void> {
    return new Promise((resolve) => void this.#clock.after(gatherMs, resolve));
  }
}

const encoder = new TextEncoder();

/** The frames of what was written last: mostly every reader is told the same. */
let frames = new WeakMap<object, string>();
let framesLeft = 4 * maxFrames;

function frame(value: unknown): string {
  if (!isRecord(value)) return `data: ${JSON.stringify(value)}\n\n`;
  return frames.get(value) ?? remember(value, frameOf(value));
}

function remember(value: object, text: string): string {
  framesLeft -= 1;
  if (framesLeft === 0) {
    framesLeft = 4 * maxFrames;
    frames = new WeakMap();
  }
  frames.set(value, text);
  return text;
}

function frameOf(value: Readonly<Record<string, unknown>>): string {
  return `${field("id", value["id"])}${field("event", value["type"])}data: ${JSON.stringify(value)}\n\n`;
}

function field(name: string, text: unknown): string {
  return typeof text === "string" ? `${name}: ${oneLine(text)}\n` : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** A field ends with its line. */
function oneLine(text: string): string {
  return /[\r\n\0]/.test(text) ? text.replaceAll(/[\r\n\0]/g, " ") : text;
}
