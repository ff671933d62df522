/** google.protobuf.Struct by hand, against the classes that protobufjs generates from its .proto. */
import { describe, expect, test } from "bun:test";
import protobuf from "protobufjs";

import { FleetError } from "../../../src/core/errors.ts";
import { structCodec } from "../../../src/proto/struct-codec.ts";
import { makeRandom, mutate } from "../../helpers/mutations.ts";

const reference = protobuf.Root.fromJSON(
  protobuf.common.get("google/protobuf/struct.proto") ?? {},
).lookupType("google.protobuf.Struct");

const samples: readonly Record<string, unknown>[] = [
  {},
  {
    text: "ünï",
    empty: "",
    number: 1.5,
    big: 2 ** 53 - 1,
    minus: -7,
    yes: true,
    no: false,
    none: null,
  },
  { list: [1, "two", [3, []], { four: 4 }, null], object: { a: { b: { c: {} } } } },
  { ["__proto__"]: "own", constructor: 1, "": 2 },
  { long: "x".repeat(100_000), numbers: Array.from({ length: 1000 }, (_, index) => index) },
];

/** As protobuf's own classes have it. */
function toReference(value: unknown): Record<string, unknown> {
  if (value === null) return { nullValue: 0 };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (Array.isArray(value)) return { listValue: { values: value.map(toReference) } };
  return { structValue: { fields: fieldsOf(value as object) } };
}

function fieldsOf(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toReference(one)]));
}

describe.each(samples.map((sample) => [JSON.stringify(sample).slice(0, 60), sample] as const))(
  "%s",
  (_, sample) => {
    test("comes back as it was", () => {
      expect(structCodec.decode(structCodec.encode(sample))).toEqual(sample);
    });

    test("is what others write and read", () => {
      const theirs = reference.encode(reference.fromObject({ fields: fieldsOf(sample) })).finish();
      expect(structCodec.decode(theirs)).toEqual(sample);
      const read = reference.decode(structCodec.encode(sample));
      expect(Buffer.from(reference.encode(read).finish())).toEqual(Buffer.from(theirs));
    });
  },
);

test("a member that is undefined is left out; what is no JSON is refused", () => {
  expect(structCodec.decode(structCodec.encode({ a: undefined, b: 1 }))).toEqual({ b: 1 });
  expect(() => structCodec.encode([])).toThrow(TypeError);
  expect(() => structCodec.encode({ a: 1n })).toThrow(TypeError);
});

test("values that lie too deep, and too many of them, are refused", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100; level += 1) deep = [deep];
  expect(() => structCodec.decode(structCodec.encode({ deep }))).toThrow(/levels deep/);
  const many = { many: Array.from({ length: 1_000_001 }, () => null) };
  expect(() => structCodec.decode(structCodec.encode(many))).toThrow(/over 1000000 values/);
});

test("fields of another time are passed over, groups and bad UTF-8 refused", () => {
  const future = Buffer.concat([Buffer.from([0x78, 1]), structCodec.encode({ a: 1 })]);
  expect(structCodec.decode(future)).toEqual({ a: 1 });
  expect(() => structCodec.decode(Buffer.from([0x1b, 0x1c]))).toThrow(/groups/);
  const bad = Buffer.from([0x0a, 0x05, 0x0a, 0x01, 0xff, 0x12, 0x00]);
  expect(() => structCodec.decode(bad)).toThrow(FleetError);
});

test("damaged bytes give a value or invalid_data, and nothing else", () => {
  const corpus = samples.slice(0, 4).map((sample) => Buffer.from(structCodec.encode(sample)));
  const dictionary = [
    Buffer.from([0x0a]),
    Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]),
    Buffer.from([0x32, 0x80]),
  ];
  for (let seed = 1; seed <= 20_000; seed += 1) {
    const bytes = mutate(corpus, dictionary, makeRandom(seed));
    try {
      const value = structCodec.decode(bytes);
      expect(structCodec.decode(structCodec.encode(value))).toEqual(value);
    } catch (thrown) {
      if (!(thrown instanceof FleetError) || thrown.code !== "invalid_data")
        throw new Error(`seed ${seed}: ${String(thrown)}`, { cause: thrown });
    }
  }
});
