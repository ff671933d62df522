/** How far each broadcast is, told at once and then not more often than somebody can look. */
import { unlimitedBroadcast } from "../core/broadcast.ts";
import type { Clock } from "../core/clock.ts";
import type { BroadcastId } from "../core/ids.ts";
import type { LiveEvents } from "./live-events.ts";

export interface ProgressFacts {
  readonly broadcastId: BroadcastId;
  readonly state: "active" | "ended";
  readonly sent: bigint;
  readonly limit: bigint;
}

/** Between two events about one broadcast. */
const pauseMs = 100;

export class BroadcastProgress implements Disposable {
  readonly #clock: Clock;
  readonly #live: LiveEvents;
  /** Told of a moment ago; with what is to be told when the pause is over. */
  readonly #paused = new Map<BroadcastId, { readonly timer: Disposable; next?: ProgressFacts }>();

  constructor(clock: Clock, live: LiveEvents) {
    this.#clock = clock;
    this.#live = live;
  }

  changed(facts: ProgressFacts): void {
    if (!this.#live.isRecording) return;
    const paused = this.#paused.get(facts.broadcastId);
    if (paused !== undefined) paused.next = facts;
    else this.#tell(facts);
  }

  [Symbol.dispose](): void {
    for (const { timer } of this.#paused.values()) timer[Symbol.dispose]();
    this.#paused.clear();
  }

  #tell({ broadcastId, state, sent, limit }: ProgressFacts): void {
    const timer = this.#clock.after(pauseMs, () => {
      const next = this.#paused.get(broadcastId)?.next;
      this.#paused.delete(broadcastId);
      if (next !== undefined) this.#tell(next);
    });
    this.#paused.set(broadcastId, { timer });
    this.#live.publish({
      ...{ type: "broadcast.progress", broadcast_id: broadcastId, state, sent: Number(sent) },
      ...(limit !== unlimitedBroadcast && { limit: Number(limit) }),
    });
  }
}
