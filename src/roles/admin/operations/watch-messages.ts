/**
 * WatchMessages: copies of clients' messages, for as long as somebody reads them (ours.md 3).
 *
 * A watcher slows nobody: what it has not read waits in a bounded queue, and one that falls behind further is cut.
 */
import { FleetError } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import type { MessageFeed } from "../../../observability/events.ts";
import type { WatchMessagesRequest } from "../../../proto/admin-types.ts";

export interface WatchLimits {
  readonly maxMessages: number;
  /** Of payload. The payloads are shared with other watchers, not copied. */
  readonly maxBytes: number;
}

export const defaultWatchLimits: WatchLimits = { maxMessages: 10_000, maxBytes: 64 * 1024 * 1024 };

/** The annotation of a reply that names the message it answers, as hex. */
const replyAnnotation = "fleet.in_reply_to";

/** Active from the moment it is made, ended by the signal or by the end of its iteration. */
export class MessageWatch implements AsyncIterableIterator<IdentifiedMessage> {
  readonly #matches: (message: IdentifiedMessage) => boolean;
  readonly #limits: WatchLimits;
  readonly #subscription: Disposable;
  #queue: IdentifiedMessage[] = [];
  #bytes = 0;
  #cut = false;
  #ended = false;
  readonly #over = new AbortController();
  #wake: (() => void) | undefined;

  constructor(
    feed: MessageFeed,
    request: WatchMessagesRequest,
    signal: AbortSignal,
    limits: WatchLimits = defaultWatchLimits,
  ) {
    this.#matches = matcherOf(request);
    this.#limits = limits;
    this.#subscription = feed.watch((messages) => this.#take(messages));
    // The signal may go on for as long as the server: what listens to it stays.
    signal.addEventListener("abort", () => this.#end(), {
      once: true,
      signal: this.#over.signal,
    });
    if (signal.aborted) this.#end();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @throws resource_exhausted when it fell behind. */
  async next(): Promise<IteratorResult<IdentifiedMessage, undefined>> {
    for (;;) {
      if (this.#cut) throw fellBehind(this.#limits);
      const message = this.#ended ? undefined : this.#queue.shift();
      if (message !== undefined) {
        this.#bytes -= sizeOf(message);
        return { done: false, value: message };
      }
      if (this.#ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async return(): Promise<IteratorResult<IdentifiedMessage, undefined>> {
    this.#end();
    return { done: true, value: undefined };
  }

  #take(messages: readonly IdentifiedMessage[]): void {
    for (const message of messages) {
      if (!this.#matches(message)) continue;
      this.#queue.push(message);
      this.#bytes += sizeOf(message);
    }
    if (this.#queue.length > this.#limits.maxMessages || this.#bytes > this.#limits.maxBytes) {
      this.#cut = true;
      this.#end();
    }
    this.#wake?.();
  }

  #end(): void {
    this.#ended = true;
    this.#over.abort();
    this.#subscription[Symbol.dispose]();
    this.#queue = [];
    this.#bytes = 0;
    this.#wake?.();
  }
}

function matcherOf(request: WatchMessagesRequest): (message: IdentifiedMessage) => boolean {
  const { serviceName, inReplyTo } = request;
  const clientIds = new Set<string | undefined>(request.clientIds);
  return ({ destination, source, annotations }) =>
    (serviceName === "" || destination.serviceName === serviceName) &&
    (clientIds.size === 0 || clientIds.has(source.clientId)) &&
    (inReplyTo === undefined ||
      annotations.some(({ key, value }) => key === replyAnnotation && value === inReplyTo));
}

function sizeOf({ data }: IdentifiedMessage): number {
  return data?.value.byteLength ?? 0;
}

function fellBehind({ maxMessages, maxBytes }: WatchLimits): FleetError {
  const limits = `over ${maxMessages} messages or ${maxBytes} bytes were waiting`;
  return new FleetError(
    "resource_exhausted",
    `the watch ended because it was not read: ${limits}`,
    {
      hint: "Read faster, or watch fewer clients and services.",
    },
  );
}
