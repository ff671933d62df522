/**
 * One installed service: its inbox, and the program part that works on it, which may be replaced while messages wait.
 */
import { FleetError, describeThrown, toFleetError } from "../../../core/errors.ts";
import { Inbox, type InboxItem } from "./inbox.ts";
import type { ClientService, Processed } from "./service.ts";

/** Starts the service's program part; the signal ends it. */
export type StartService = (signal: AbortSignal) => Promise<ClientService>;

/** Takes what became of an item, in the order of the calls; when it returns, the item's place is free. */
export type FinishItem = (
  item: InboxItem,
  processed: Processed,
  signal: AbortSignal,
) => Promise<void>;

const restarted = new FleetError(
  "unavailable",
  "the service was restarted while it dealt with this message",
);

export class RunningService implements AsyncDisposable {
  readonly inbox = new Inbox();
  readonly #finish: FinishItem;
  #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();
  /** What is being finished, while the next ones are processed: many share one write to the disk. */
  readonly #finishing = new Map<InboxItem, Promise<void>>();
  #service: ClientService | undefined;

  constructor(finish: FinishItem) {
    this.#finish = finish;
  }

  /** @throws what the factory throws: the service then takes no messages. */
  async start(start: StartService): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#service = await start(signal);
    this.#work = this.#loop(this.#service, signal);
  }

  /** Ends the program part and starts another; messages that wait go to that one. */
  async restart(start: StartService): Promise<void> {
    await this.#end(restarted);
    await this.start(start);
  }

  /** What it was working on stays unanswered, and is offered by the server again. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end(new FleetError("unavailable", "the service is stopped"));
  }

  async #end(reason: FleetError): Promise<void> {
    this.#stop.abort(reason);
    await this.#work;
    await this.#service?.[Symbol.asyncDispose]();
    this.#service = undefined;
  }

  async #loop(service: ClientService, signal: AbortSignal): Promise<void> {
    let item: InboxItem | undefined;
    const interrupted: [InboxItem, Processed][] = [];
    try {
      for (;;) {
        item = undefined;
        item = await this.inbox.take(signal);
        const processed = await processItem(service, item, signal);
        this.#beginFinish(item, processed, signal, interrupted);
        // Replies may have to wait for room in the outbox, and so has the service then.
        if (processed.replies?.length) await this.#finishing.get(item);
      }
    } catch (thrown) {
      // The only way out: finish retries whatever else can happen.
      if (!signal.aborted) throw thrown;
      await Promise.all(this.#finishing.values());
      if (signal.reason !== restarted) return;
      // What hung in the old part would hang in the new one too.
      if (item) interrupted.push([item, { failure: restarted.message }]);
      const never = new AbortController().signal;
      for (const [left, processed] of interrupted) {
        await this.#finish(left, processed, never);
        this.inbox.done(left);
      }
    }
  }

  /** @param interrupted gets the item if the signal comes first. */
  #beginFinish(
    item: InboxItem,
    processed: Processed,
    signal: AbortSignal,
    interrupted: [InboxItem, Processed][],
  ): void {
    const finished = this.#finish(item, processed, signal)
      .then(
        () => this.inbox.done(item),
        () => void interrupted.push([item, processed]),
      )
      .finally(() => this.#finishing.delete(item));
    this.#finishing.set(item, finished);
  }
}

async function processItem(
  service: ClientService,
  item: InboxItem,
  signal: AbortSignal,
): Promise<Processed> {
  try {
    return await service.process(item.message, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    return { failure: toFleetError(thrown).message || describeThrown(thrown) };
  }
}
