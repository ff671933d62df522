/**
 * Flow control: how many messages each service of one connected client can still take (protocol.md 6).
 */

import { FleetError } from "./errors.ts";

/** A client can announce any uint64; nobody can hold more than this. */
const maxTokens = 1_000_000;
/** Nor any number of services: each costs memory for as long as the connection lives. */
const maxServices = 1_000;

export class DeliveryTokens {
  #tokens: Map<string, number> | undefined;

  /** What may be handed out per service; undefined as long as the client never said: no limit. */
  get allowed(): ReadonlyMap<string, number> | undefined {
    return this.#tokens;
  }

  /**
   * Adds what the client announced. A service that it never named has none.
   * @throws invalid_data when it names more services than a client can have.
   */
  add(announced: ReadonlyMap<string, bigint>): void {
    if (announced.size === 0) return;
    this.#tokens ??= new Map();
    for (const [service, count] of announced) {
      const present = this.#tokens.get(service);
      if (present === undefined && this.#tokens.size >= maxServices) {
        throw new FleetError("invalid_data", `the client announces over ${maxServices} services`);
      }
      const sum = BigInt(present ?? 0) + count;
      this.#tokens.set(service, sum > maxTokens ? maxTokens : Number(sum));
    }
  }

  /** Takes one for each message handed out, by its destination service. */
  take(services: Iterable<string>): void {
    if (this.#tokens === undefined) return;
    for (const service of services) {
      const left = this.#tokens.get(service) ?? 0;
      this.#tokens.set(service, Math.max(0, left - 1));
    }
  }
}
