import { describe, expect, test } from "bun:test";

import type { LogEntry } from "../../../src/observability/log-lines.ts";
import { RecentLog } from "../../../src/observability/recent-log.ts";

function entry(text: string, level: LogEntry["level"] = "info"): LogEntry {
  return { level, area: "test", text, timestampMs: 1_000.5 };
}

const textsOf = (log: RecentLog, level?: LogEntry["level"], limit = 1000) =>
  log.list({ level, limit }).map(({ text }) => text);

describe("the recent log", () => {
  test("gives the newest first, from a level on, and no more than asked for", () => {
    const log = new RecentLog();
    log.add(entry("one", "debug"));
    log.add(entry("two", "error"));
    log.add(entry("three", "warning"));
    log.add(entry("four"));
    expect(textsOf(log)).toEqual(["four", "three", "two", "one"]);
    expect(textsOf(log, "warning")).toEqual(["three", "two"]);
    expect(textsOf(log, "error", 1)).toEqual(["two"]);
    expect(textsOf(log, undefined, 0)).toEqual([]);
    expect(log.list({ limit: 1 })).toEqual([
      { time: 1_000_500, level: "info", area: "test", text: "four" },
    ]);
  });

  test("keeps so many entries, and goes on for ever", () => {
    const log = new RecentLog({ maxEntries: 3, maxBytes: 1000 });
    for (let number = 0; number < 100; number += 1) log.add(entry(String(number)));
    expect(textsOf(log)).toEqual(["99", "98", "97"]);
  });

  test("keeps so many bytes", () => {
    const log = new RecentLog({ maxEntries: 100, maxBytes: 10 });
    for (const text of ["aaaa", "bbbb", "cccc"]) log.add(entry(text));
    expect(textsOf(log)).toEqual(["cccc", "bbbb"]);
    log.add(entry("x".repeat(11)));
    expect(textsOf(log)).toEqual([]);
    log.add(entry("dddd"));
    expect(textsOf(log)).toEqual(["dddd"]);
  });
});
