import { describe, expect, test } from "bun:test";

import { decodePlainMessage } from "../../../src/config/message-wire.ts";
import { plainToJson } from "../../../src/config/plain-json.ts";
import { hexToBytes } from "../../../src/core/ids.ts";
import vectors from "../../fixtures/stock/messages.json";

describe("JSON as the original prints it", () => {
  test.each(vectors)("$type", ({ type, hex, json }) => {
    expect(plainToJson(type, decodePlainMessage(type, hexToBytes(hex)))).toEqual(json);
  });
});

test("an Any that does not hold what it says keeps its bytes", () => {
  const message = {
    type_url: "type.googleapis.com/fleetspeak.DieRequest",
    value: new Uint8Array([0xff]),
  };
  expect(plainToJson("google.protobuf.Any", message)).toEqual({
    "@type": message.type_url,
    value: "/w==",
  });
});
