/**
 * The messages of a cell: repeatable from a seed, of sizes from 1 byte up to the largest message, evenly on a logarithmic
 * scale; every second one is text, which compression makes small.
 */
import { createHash } from "node:crypto";

import type { Data } from "../../packages/connector/src/message.ts";
import { makeRandom } from "../helpers/mutations.ts";

export interface Parcel {
  /** 16 bytes towards the server, 32 towards the client. */
  readonly id: Uint8Array;
  readonly messageType: string;
  readonly data: Data;
}

export type Direction = "up" | "down";

/** A whole message has at most 2 MiB (protocol.md 3); the rest is for everything but its data. Bytes. */
export const maxDataBytes = 2 * 1024 * 1024 - 1024;
const idBytes: Readonly<Record<Direction, number>> = { up: 16, down: 32 };
const typeUrl = "type.googleapis.com/fleet.test.Parcel";

export class ParcelMaker {
  readonly #seed: number;
  readonly #direction: Direction;
  readonly #noise: Buffer;
  readonly #text: Buffer;

  constructor(seed: number, direction: Direction) {
    this.#seed = seed;
    this.#direction = direction;
    const random = makeRandom(seed);
    this.#noise = Buffer.from(Uint32Array.from({ length: 2 ** 20 }, () => random(2 ** 32)).buffer);
    const line = "A line of a log that a compression makes small, as most lines are.\n";
    this.#text = Buffer.alloc(2 * maxDataBytes, line);
  }

  /** The first two are the smallest and the largest. */
  make(index: number): Parcel {
    const name = `${this.#seed} ${this.#direction} ${index}`;
    const id = createHash("sha256").update(name).digest().subarray(0, idBytes[this.#direction]);
    const random = makeRandom(id.readUInt32LE(0));
    const share = index < 2 ? index : random(2 ** 30) / 2 ** 30;
    const bytes = Math.round(Math.exp(share * Math.log(maxDataBytes)));
    const source = index % 2 === 0 ? this.#text : this.#noise;
    const offset = random(source.length - bytes);
    const value = Uint8Array.from(source.subarray(offset, offset + bytes));
    return { id, messageType: `Parcel${index}`, data: { typeUrl, value } };
  }
}

/** Of all that has to arrive unchanged. */
export function digestOf(messageType: string, data: Data | undefined): string {
  const { typeUrl: url, value } = data ?? { typeUrl: "", value: new Uint8Array() };
  return createHash("sha256").update(`${messageType}\0${url}\0`).update(value).digest("hex");
}
