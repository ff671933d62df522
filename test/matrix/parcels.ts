/**
 * The messages of a cell: repeatable from a seed, of sizes from 1 byte up to the largest message, evenly on a logarithmic
 * scale; every second one is text, which compression makes small.
 */
import { createHash } from "node:crypto";

import { type Data, encodeMessage, makeMessage } from "../../packages/connector/src/message.ts";
import { makeRandom } from "../helpers/mutations.ts";
import { serviceName } from "./peers.ts";

export interface Parcel {
  /** 16 bytes towards the server, 32 towards the client. */
  readonly id: Uint8Array;
  readonly messageType: string;
  readonly data: Data;
}

export type Direction = "up" | "down";

/** Of a whole message (protocol.md 3 and 9). */
const maxMessageBytes = 2 * 1024 * 1024;
/** Of creation_time, which the server adds to a message that is inserted; a short one has a few bytes less. */
const creationTimeBytes = 14;
/** The type of a later message is longer. */
const spareBytes = 16;
const none = new Uint8Array();
const idBytes: Readonly<Record<Direction, number>> = { up: 16, down: 32 };
const typeUrl = "type.googleapis.com/fleet.test.Parcel";

const messageTypeOf = (index: number) => `Parcel${index}`;

export class ParcelMaker {
  readonly #seed: number;
  readonly #direction: Direction;
  readonly #noise: Buffer;
  readonly #text: Buffer;
  /** Of the data of the largest message, and of those that are nearly as large. Bytes. */
  readonly #largest: number;

  constructor(seed: number, direction: Direction) {
    this.#seed = seed;
    this.#direction = direction;
    const random = makeRandom(seed);
    this.#noise = Buffer.from(Uint32Array.from({ length: 2 ** 20 }, () => random(2 ** 32)).buffer);
    const line = "A line of a log that a compression makes small, as most lines are.\n";
    this.#text = Buffer.alloc(2 * maxMessageBytes, line);
    this.#largest = maxMessageBytes - this.#envelopeBytes(this.#id(1), messageTypeOf(1));
  }

  /** The first two are the smallest and the largest: not one byte more would be allowed. */
  make(index: number): Parcel {
    const id = this.#id(index);
    const random = makeRandom(id.readUInt32LE(0));
    const share = index < 2 ? index : random(2 ** 30) / 2 ** 30;
    const scale = index === 1 ? this.#largest : this.#largest - spareBytes;
    const bytes = Math.round(Math.exp(share * Math.log(scale)));
    const source = index % 2 === 0 ? this.#text : this.#noise;
    const offset = random(source.length - bytes);
    const value = Uint8Array.from(source.subarray(offset, offset + bytes));
    return { id, messageType: messageTypeOf(index), data: { typeUrl, value } };
  }

  #id(index: number): Buffer {
    const name = `${this.#seed} ${this.#direction} ${index}`;
    return createHash("sha256").update(name).digest().subarray(0, idBytes[this.#direction]);
  }

  /** Everything but the data of one of the largest messages. */
  #envelopeBytes(id: Uint8Array, messageType: string): number {
    const service = { clientId: none, serviceName };
    const value = new Uint8Array(maxMessageBytes - 1024);
    const parts = { messageType, data: { typeUrl, value } };
    const [message, added] =
      this.#direction === "up"
        ? [makeMessage({ ...parts, sourceMessageId: id, destination: service }), 0]
        : [
            makeMessage({
              ...{ ...parts, messageId: id, source: service },
              destination: { clientId: new Uint8Array(8), serviceName },
            }),
            creationTimeBytes,
          ];
    return encodeMessage(message).length + added - value.length;
  }
}

/** Of all that has to arrive unchanged. */
export function digestOf(messageType: string, data: Data | undefined): string {
  const { typeUrl: url, value } = data ?? { typeUrl: "", value: new Uint8Array() };
  return createHash("sha256").update(`${messageType}\0${url}\0`).update(value).digest("hex");
}
