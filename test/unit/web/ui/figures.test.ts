/** What turns answers of the API into what is drawn and read. */
import { describe, expect, test } from "bun:test";

import { areaPath, linePath, niceTicks } from "../../../../src/web/ui/charts/scale.ts";
import { parseEvent } from "../../../../src/web/ui/live/parse-event.ts";
import {
  formatAgo,
  formatBytes,
  formatDuration,
  formatMs,
  formatShort,
  msBetween,
  plural,
} from "../../../../src/web/ui/text/format.ts";
import { dayColumns } from "../../../../src/web/ui/views/day-columns.ts";
import { hexRows } from "../../../../src/web/ui/views/message/hex-rows.ts";
import { describeSettings } from "../../../../src/web/ui/views/server/describe-settings.ts";
import { describeEvent } from "../../../../src/web/ui/views/overview/describe-event.ts";

describe("figures", () => {
  test.each([
    [0, "0"],
    [0.123, "0.12"],
    [12.34, "12.3"],
    [999, "999"],
    [1234, "1,234"],
    [12_345, "12.3k"],
    [1_250_000, "1.25M"],
    [3e9, "3G"],
  ])("%d is short as %s", (value, text) => expect(formatShort(value)).toBe(text));

  test.each([
    [0, "0 B"],
    [999, "999 B"],
    [1500, "1.5 KB"],
    [3.4e9, "3.4 GB"],
    [5e20, "500000 PB"],
  ])("%d bytes are %s", (value, text) => expect(formatBytes(value)).toBe(text));

  test.each([
    [0.42, "0.42 ms"],
    [43, "43 ms"],
    [3043, "3.04 s"],
  ])("%d ms are %s", (value, text) => expect(formatMs(value)).toBe(text));

  test.each([
    [45, "45 s"],
    [720, "12 min"],
    [10_800, "3 h"],
    [432_000, "5 days"],
    [-5, "0 s"],
  ])("%d s are %s", (value, text) => expect(formatDuration(value)).toBe(text));

  test("times are told from now", () => {
    const now = Date.parse("2026-11-21T18:00:00Z");
    expect(formatAgo("2026-11-21T17:59:48.123456Z", now)).toBe("12 s ago");
    expect(formatAgo("2026-11-21T21:00:00.000000Z", now)).toBe("in 3 h");
    expect(formatAgo("2026-11-21T18:00:00.400000Z", now)).toBe("now");
    expect(formatAgo("never ever", now)).toBe("never ever");
  });

  test("microseconds count between two times", () => {
    const between = msBetween("2026-11-21T18:00:00.123456Z", "2026-11-21T18:00:01.123956Z");
    expect(between).toBeCloseTo(1000.5, 6);
  });

  test("one is not many", () => {
    expect([plural(1, "client"), plural(2, "client"), plural(0, "client")]).toEqual([
      "1 client",
      "2 clients",
      "0 clients",
    ]);
  });
});

describe("charts", () => {
  test.each([
    [0, [0, 0.5, 1]],
    [1, [0, 0.5, 1]],
    [7, [0, 2.5, 5, 7.5]],
    [750, [0, 250, 500, 750]],
    [Number.NaN, [0, 0.5, 1]],
  ])("up to %d has round steps", (most, ticks) => expect(niceTicks(most, 3)).toEqual(ticks));

  test.each([
    [1, [0, 1]],
    [9, [0, 5, 10]],
    [90, [0, 25, 50, 75, 100]],
  ])("up to %d things has whole steps", (most, ticks) => {
    expect(niceTicks(most, 4, true)).toEqual(ticks);
  });

  test("a gap divides a line", () => {
    expect(linePath([[0, 1], [1, 2], undefined, [3, 4]])).toBe("M0 1L1 2M3 4");
    expect(areaPath([[0, 1]], 9)).toBe("M0 1L0 9L0 9Z");
    expect(areaPath([], 9)).toBe("");
  });

  test("days without a message have a column, days outside have none", () => {
    const count = { day: "2026-11-20", stored: 3, processed: 2, pending: 0, failed: 1 };
    const columns = dayColumns([count, { ...count, day: "1970-01-01" }], "2026-11-19", 3);
    expect(columns.map(({ name, parts }) => [name, ...parts.map(({ value }) => value)])).toEqual([
      ["2026-11-19", 0, 0, 0],
      ["2026-11-20", 2, 0, 1],
      ["2026-11-21", 0, 0, 0],
    ]);
  });

  test("bytes stand in rows of sixteen", () => {
    const rows = hexRows(Buffer.from("hello, world\n\x00\xff<b>", "latin1").toString("hex"), 10);
    expect(rows.map(({ offset, text }) => [offset, text])).toEqual([
      ["00000000", "hello, world...<"],
      ["00000010", "b>"],
    ]);
    expect(rows[0]?.bytes).toBe("68 65 6c 6c 6f 2c 20 77 6f 72 6c 64 0a 00 ff 3c");
    expect(rows[1]?.bytes).toHaveLength(47);
    expect(hexRows("00".repeat(1000), 2)).toHaveLength(2);
  });
});

describe("events", () => {
  const read = (facts: object) => parseEvent(JSON.stringify(facts), "message");

  test("are read with what they are about", () => {
    const event = read({ type: "client.connected", client_id: "28efa22af2e90573", time: "t" });
    expect(event).toMatchObject({ type: "client.connected", client_id: "28efa22af2e90573" });
    expect(event?.message_id).toBeUndefined();
  });

  test.each(["", "[]", "null", "12", "{", undefined, 5])("%p is none", (data) => {
    expect(parseEvent(data, "message")).toBeUndefined();
  });

  test("of a type that is not known are shown by their name", () => {
    const event = read({ type: "moon.rose" });
    expect(event && describeEvent(event).text).toBe("moon.rose");
  });

  test("about messages say type, service and reason", () => {
    const facts = { message_type: "Report", service_name: "inventory", reason: "refused" };
    const event = read({ type: "message.failed", ...facts });
    expect(event && describeEvent(event)).toEqual({
      kind: "bad",
      text: "failed",
      subject: "Report for inventory: refused",
    });
  });

  test("of many messages say how many", () => {
    const event = read({ type: "messages.summary", stored: 12, processed: 0, failed: 1 });
    expect(event && describeEvent(event).subject).toBe("12 stored, 1 failed");
  });
});

describe("settings", () => {
  test("are told by section, with their units", () => {
    const timers = { contact_lifetime_ms: 600_000, linger_ms: 100, http: { idle_ms: 90_000 } };
    const limits = { contact_bytes: 20_971_520, connections: 100_000, outbox_percent: 5 };
    const clients = {
      key: "set",
      client_ca: "not set",
      streaming: true,
      proxies: [],
      to: ["a", 2],
    };
    expect(describeSettings({ timers, limits, clients, level: "info" })).toEqual([
      { title: "General", rows: [{ name: "Level", value: "info" }] },
      {
        title: "Timers",
        rows: [
          { name: "Contact lifetime", value: "10 min" },
          { name: "Linger", value: "100 ms" },
          { name: "Http, idle", value: "2 min" },
        ],
      },
      {
        title: "Limits",
        rows: [
          { name: "Contact bytes", value: "21 MB" },
          { name: "Connections", value: "100,000" },
          { name: "Outbox", value: "5 %" },
        ],
      },
      {
        title: "Clients",
        rows: [
          { name: "Key", value: "set" },
          { name: "Client ca", value: undefined },
          { name: "Streaming", value: "yes" },
          { name: "Proxies", value: "none" },
          { name: "To", value: "a, 2" },
        ],
      },
    ]);
  });
});
