import { expect, test } from "bun:test";

import { formatMicros, formatTimestamp, parseTime } from "../../../src/core/rfc3339.ts";

test.each([
  [0, "1970-01-01T00:00:00.000000Z"],
  [1_795_284_000_123_456, "2026-11-21T18:00:00.123456Z"],
  [-1, "1969-12-31T23:59:59.999999Z"],
])("%d µs is %s, and back", (micros, text) => {
  expect(formatMicros(micros)).toBe(text);
  expect(parseTime(text)).toBe(micros);
});

test("any RFC 3339 is read, rounded down to the microsecond", () => {
  expect(formatMicros(parseTime("2026-11-21T20:00:00.1234567+02:00"))).toBe(
    "2026-11-21T18:00:00.123456Z",
  );
  expect(formatMicros(parseTime("2026-11-21t18:00:00z"))).toBe("2026-11-21T18:00:00.000000Z");
});

test("a time that no clock shows becomes the nearest that one does", () => {
  expect(formatTimestamp({ seconds: 1e15, nanos: 5000 })).toBe("9999-12-31T23:59:59.000005Z");
  expect(formatTimestamp({ seconds: -1e15, nanos: 0 })).toBe("0001-01-01T00:00:00.000000Z");
});

test.each([
  "",
  "now",
  "2026-11-21",
  "2026-13-01T00:00:00Z",
  "2026-11-21T18:00:00",
  "2026-11-21T18:00:00Z ",
])("%j is no time", (text) => {
  expect(() => parseTime(text)).toThrow(/is not a time/);
});
