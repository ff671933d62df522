/**
 * How many fields serialized bytes have, told before anything is decoded: two bytes make an object of hundreds, so what
 * is limited must be refused while it is still bytes.
 */
import $protobuf from "protobufjs/minimal.js";

import { FleetError, describeThrown } from "../core/errors.ts";

/** By field number. Fields that are not named are skipped whole and count only towards the total. */
export type FieldBounds = Readonly<Record<number, FieldBound>>;

export interface FieldBound {
  /** How often it may occur, in all places where this bound holds together. */
  readonly max?: number;
  /** Plural, as it reads in "<owner> has at most 100 <what>". */
  readonly what?: string;
  /** For a message: the bounds of its own fields. */
  readonly inside?: FieldBounds;
}

export interface BoundedType {
  /** "<package>.<Message>" */
  readonly name: string;
  /** As it reads in "<owner> has at most 100 …". */
  readonly owner: string;
  readonly fields: FieldBounds;
}

/** Fields of all kinds and depths that are looked at: also a field that should occur once can be repeated. */
const maxFields = 100_000;
const lengthDelimited = 2;

/** @throws invalid_data for more fields than the bounds allow, and for what is not protobuf. */
export function checkFieldCounts(type: BoundedType, bytes: Uint8Array): void {
  const counter = new FieldCounter(type.owner, bytes);
  try {
    counter.walk(type.fields, bytes.length);
  } catch (thrown) {
    if (thrown instanceof FleetError) throw thrown;
    throw new FleetError(
      "invalid_data",
      `these bytes are no ${type.name}: ${describeThrown(thrown)}`,
    );
  }
}

class FieldCounter {
  readonly #owner: string;
  readonly #reader: $protobuf.Reader;
  readonly #counts = new Map<FieldBound, number>();
  #total = 0;

  constructor(owner: string, bytes: Uint8Array) {
    this.#owner = owner;
    this.#reader = $protobuf.Reader.create(bytes);
  }

  walk(fields: FieldBounds, end: number): void {
    const reader = this.#reader;
    while (reader.pos < end) {
      const tag = reader.uint32();
      const bound = fields[tag >>> 3];
      this.#count(bound);
      if (bound?.inside && (tag & 7) === lengthDelimited) {
        const length = reader.uint32();
        this.walk(bound.inside, reader.pos + length);
      } else reader.skipType(tag & 7);
    }
  }

  #count(bound: FieldBound | undefined): void {
    this.#total += 1;
    if (this.#total > maxFields) this.#refuse(maxFields, "fields");
    if (bound?.max === undefined) return;
    const count = (this.#counts.get(bound) ?? 0) + 1;
    if (count > bound.max) this.#refuse(bound.max, bound.what ?? "fields");
    this.#counts.set(bound, count);
  }

  #refuse(max: number, what: string): never {
    throw new FleetError("invalid_data", `${this.#owner} has at most ${max} ${what}`);
  }
}
