/**
 * What was handed over in one direction, and what arrived.
 */
import type { Data } from "../../packages/connector/src/message.ts";
import { type Parcel, digestOf } from "./parcels.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export class Ledger {
  /** Digests of what was given to whoever is to carry it, by id. */
  readonly #given = new Map<string, string>();
  readonly #arrived = new Set<string>();
  /** What arrived and was not sent so. */
  readonly wrong: string[] = [];
  bytes = 0;
  repeats = 0;

  give({ id, messageType, data }: Parcel): void {
    this.#given.set(hex(id), digestOf(messageType, data));
    this.bytes += data.value.length;
  }

  arrive(id: Uint8Array, messageType: string, data: Data | undefined): void {
    const key = hex(id);
    if (this.#given.get(key) !== digestOf(messageType, data)) {
      this.wrong.push(`${messageType}, id ${key}, ${data?.value.length ?? 0} bytes`);
      return;
    }
    if (this.#arrived.has(key)) this.repeats += 1;
    this.#arrived.add(key);
  }

  get arrivedCount(): number {
    return this.#arrived.size;
  }

  /** Ids of what was given and has not arrived. */
  missing(): string[] {
    return [...this.#given.keys()].filter((id) => !this.#arrived.has(id));
  }

  arrivedIds(): readonly string[] {
    return [...this.#arrived];
  }
}
