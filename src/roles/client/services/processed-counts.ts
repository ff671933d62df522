/**
 * How many messages of each service were processed since the server last heard of it (protocol.md 6).
 */

/** protocol.md 6: after so many a record is sent for their sake. */
const enoughForRecord = 32;

export class ProcessedCounts {
  #counts = new Map<string, bigint>();
  #total = 0;

  /** Whether the server must hear of it, even if there is nothing else to send. */
  get mustReport(): boolean {
    return this.#total >= enoughForRecord;
  }

  add(serviceName: string): void {
    this.#counts.set(serviceName, (this.#counts.get(serviceName) ?? 0n) + 1n);
    this.#total++;
  }

  /** The counts, which start anew. */
  take(): ReadonlyMap<string, bigint> {
    const counts = this.#counts;
    this.#counts = new Map();
    this.#total = 0;
    return counts;
  }
}
