/**
 * The protobuf wire format, as little of it as Fleetspeak's messages need: varints and length-delimited fields.
 */

export interface Field {
  readonly number: number;
  /** A varint's value, or the bytes of a length-delimited field (a view of the input). */
  readonly value: bigint | Uint8Array;
}

/** @throws Error for bytes that are no protobuf message. */
export function* readFields(bytes: Uint8Array): Generator<Field> {
  const reader = new Reader(bytes);
  while (!reader.done) {
    const tag = reader.varint();
    const [number, type] = [Number(tag >> 3n), Number(tag & 7n)];
    if (number === 0) throw new Error("a protobuf field has the number 0");
    if (type === 0) yield { number, value: reader.varint() };
    else if (type === 1) reader.take(8);
    else if (type === 2) yield { number, value: reader.take(Number(reader.varint())) };
    else if (type === 5) reader.take(4);
    else throw new Error(`a protobuf field has the unknown type ${type}`);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new Error("a protobuf varint does not end");
  }

  take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new Error("a protobuf field is cut off");
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

/** Fields in the order of the calls; what is at its default is left out, as proto3 does. */
export class Writer {
  readonly #parts: Uint8Array[] = [];

  varint(number: number, value: bigint | number): this {
    if (BigInt(value) !== 0n) this.#push(number << 3, value);
    return this;
  }

  /** Left out when empty, unless `always`. */
  bytes(number: number, value: Uint8Array, always = false): this {
    if (value.length === 0 && !always) return this;
    this.#push((number << 3) | 2, value.length);
    this.#parts.push(value);
    return this;
  }

  text(number: number, value: string): this {
    return this.bytes(number, new TextEncoder().encode(value));
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#parts);
  }

  #push(tag: number, value: bigint | number): void {
    this.#parts.push(encodeVarint(BigInt(tag)), encodeVarint(BigInt.asUintN(64, BigInt(value))));
  }
}

function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

export function asBytes(value: bigint | Uint8Array): Uint8Array {
  if (typeof value === "bigint") throw new Error("a protobuf field has another type than expected");
  return value;
}

export function asText(value: bigint | Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(asBytes(value));
}

export function asNumber(value: bigint | Uint8Array): bigint {
  if (typeof value !== "bigint") throw new Error("a protobuf field has another type than expected");
  return value;
}
