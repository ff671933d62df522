import { describe, expect, test } from "bun:test";

import { checkFieldCounts } from "../../../src/proto/count-fields.ts";
import { decodeContactData, decodeWrappedContact } from "../../../src/proto/codec.ts";
import { decodeClientInfo, decodeMessageAck } from "../../../src/proto/system-codec.ts";

const type = {
  name: "test.Thing",
  owner: "a thing",
  fields: { 2: { max: 2, what: "parts", inside: { 1: { max: 3, what: "pieces" } } } },
};

/** An empty field, length-delimited. */
function empty(field: number): number[] {
  return [(field << 3) | 2, 0];
}

function repeated(field: number, count: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(count * 2, Buffer.from(empty(field))));
}

function nested(field: number, content: Uint8Array): Uint8Array {
  const length: number[] = [];
  let rest = content.length;
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128);
  return new Uint8Array([(field << 3) | 2, ...length, rest, ...content]);
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

describe("checkFieldCounts", () => {
  test("lets pass what is within the bounds, and fields that it was told nothing of", () => {
    checkFieldCounts(type, new Uint8Array([...repeated(2, 2), ...repeated(3, 50), 0x08, 0x05]));
    checkFieldCounts(type, new Uint8Array());
  });

  test("refuses one more than the bound, with its words", () => {
    const error = errorOf(() => checkFieldCounts(type, repeated(2, 3)));
    expect(error).toHaveProperty("code", "invalid_data");
    expect(error).toHaveProperty("message", "a thing has at most 2 parts");
  });

  test("counts what is inside of several fields together", () => {
    const two = nested(2, repeated(1, 2));
    checkFieldCounts(type, two);
    expect(() => checkFieldCounts(type, new Uint8Array([...two, ...two]))).toThrow(
      "at most 3 pieces",
    );
  });

  test("bounds fields that nothing is said of by their total", () => {
    expect(() => checkFieldCounts(type, repeated(9, 100_001))).toThrow("at most 100000 fields");
  });

  test("bytes that are no protobuf are invalid_data", () => {
    for (const bytes of [[0xff], [0x12, 0x05], [0x0f], [0x12, 0x02, 0x0a, 0x7f]]) {
      const error = errorOf(() => checkFieldCounts(type, new Uint8Array(bytes)));
      expect(error).toHaveProperty("code", "invalid_data");
      expect(error).toHaveProperty("message", expect.stringContaining("are no test.Thing"));
    }
  });
});

describe("decoders refuse too many fields before they make anything of them", () => {
  const million = 1_000_000;
  const cases: readonly [string, () => unknown, string][] = [
    ["messages", () => decodeContactData(repeated(2, million)), "at most 100 messages"],
    ["allowed messages", () => decodeContactData(repeated(6, million)), "at most 1000 services"],
    ["clocks", () => decodeContactData(repeated(3, million)), "at most 100000 fields"],
    [
      "annotations",
      () => decodeContactData(nested(2, nested(12, repeated(1, 20_000)))),
      "at most 10000 annotations",
    ],
    [
      "validation tags",
      () => decodeContactData(nested(2, nested(8, repeated(1, 20_000)))),
      "at most 10000 validation tags",
    ],
    ["labels", () => decodeWrappedContact(repeated(3, million)), "at most 100 labels"],
    ["signatures", () => decodeWrappedContact(repeated(2, million)), "at most 16 signatures"],
    [
      "certificates",
      () => decodeWrappedContact(nested(2, repeated(1, 1_000))),
      "at most 100 certificates",
    ],
    ["acknowledged ids", () => decodeMessageAck(repeated(1, million)), "at most 10000 message ids"],
    ["a client's labels", () => decodeClientInfo(repeated(1, million)), "at most 1000 labels"],
    ["a client's services", () => decodeClientInfo(repeated(2, million)), "at most 1000 services"],
  ];

  test.each(cases)("%s", (_, decode, message) => {
    const error = errorOf(decode);
    expect(error).toHaveProperty("code", "invalid_data");
    expect(error).toHaveProperty("message", expect.stringContaining(message));
  });

  test("and take as many as are allowed", () => {
    expect(decodeContactData(repeated(2, 100)).data.messages).toHaveLength(100);
    expect(decodeMessageAck(repeated(1, 10_000))).toHaveLength(10_000);
    expect(decodeWrappedContact(repeated(3, 100)).clientLabels).toHaveLength(100);
  });
});
