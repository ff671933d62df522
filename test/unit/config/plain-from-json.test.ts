/** Protobuf's JSON of payloads, there and back. */
import { expect, test } from "bun:test";

import { decodePlainMessage, encodePlainMessage } from "../../../src/config/message-wire.ts";
import { encodeJsonMessage } from "../../../src/config/plain-from-json.ts";
import { type Json, plainToJson } from "../../../src/config/plain-json.ts";
import { FleetError } from "../../../src/core/errors.ts";
import { decodeStdinInput } from "../../../src/proto/system-codec.ts";

function roundTrip(typeName: string, json: Json): Json {
  return plainToJson(typeName, decodePlainMessage(typeName, encodeJsonMessage(typeName, json)));
}

test.each<[string, Json]>([
  ["google.protobuf.StringValue", "hello"],
  ["google.protobuf.StringValue", ""],
  ["google.protobuf.BoolValue", true],
  ["google.protobuf.BoolValue", false],
  ["google.protobuf.Int64Value", "-9223372036854775808"],
  ["google.protobuf.UInt64Value", "18446744073709551615"],
  ["google.protobuf.DoubleValue", 1.5],
  ["google.protobuf.BytesValue", "AAEC"],
  ["google.protobuf.Struct", { a: [1, null, { b: "c" }], d: true }],
  ["google.protobuf.Value", null],
  ["google.protobuf.ListValue", [1, "a", []]],
  ["google.protobuf.Timestamp", "2026-11-21T18:00:00.500Z"],
  ["google.protobuf.Duration", "1.500s"],
  ["fleetspeak.stdinservice.InputMessage", { input: "aGk=", args: ["-l", "/"] }],
  ["fleetspeak.Label", { service_name: "client", label: "linux" }],
  [
    "fleetspeak.Message",
    {
      message_id: "AAE=",
      source: { service_name: "a" },
      data: { "@type": "type.googleapis.com/google.protobuf.StringValue", value: "x" },
      validation_info: { tags: { a: "b" } },
      priority: "HIGH",
    },
  ],
])("%s %j comes back as it was written", (typeName, json) => {
  expect(roundTrip(typeName, json)).toEqual(json);
});

test("what is written as JSON is what the codecs read", () => {
  const bytes = encodeJsonMessage("fleetspeak.stdinservice.InputMessage", { args: ["-l"] });
  expect(decodeStdinInput(bytes)).toEqual({ args: ["-l"], input: Buffer.alloc(0) });
});

test.each<[string, Json, RegExp]>([
  ["no.such.Message", {}, /no message is called "no\.such\.Message"/],
  ["fleetspeak.Label", { colour: "red" }, /Label\.colour: fleetspeak\.Label has no such field/],
  ["fleetspeak.Label", [], /is no JSON object/],
  ["fleetspeak.Label", { label: 1 }, /1 is no string/],
  ["fleetspeak.stdinservice.InputMessage", { args: "x" }, /args: is no list/],
  ["fleetspeak.stdinservice.InputMessage", { input: "*" }, /is no base64/],
  ["google.protobuf.Int32Value", 2 ** 31, /out of range/],
  ["google.protobuf.Int32Value", 1.5, /not an integer/],
  ["google.protobuf.UInt32Value", -1, /is not an integer/],
  ["google.protobuf.Timestamp", "yesterday", /is not a time/],
  ["google.protobuf.Duration", "1 hour", /is no duration/],
  ["fleetspeak.Message", { priority: "URGENT" }, /priority/],
  ["google.protobuf.Any", { value: 1 }, /needs "@type"/],
])("%s %j is refused with the place", (typeName, json, message) => {
  expect(() => encodeJsonMessage(typeName, json)).toThrow(message);
  expect(() => encodeJsonMessage(typeName, json)).toThrow(FleetError);
});

test("what lies in one Any after another is shown to some depth, and as bytes below", () => {
  const type = "fleetspeak.Message";
  let bytes = encodeJsonMessage(type, { message_type: "innermost" });
  for (let level = 0; level < 2000; level += 1) {
    const data = { type_url: `type.googleapis.com/${type}`, value: bytes };
    bytes = encodePlainMessage(type, { data });
  }
  let json = plainToJson(type, decodePlainMessage(type, bytes));
  let depth = 0;
  for (; isObject(json) && isObject(json["data"] ?? null); depth += 1) json = json["data"] ?? null;
  expect(depth).toBe(11);
  expect(isObject(json) && typeof json["value"]).toBe("string");
});

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
