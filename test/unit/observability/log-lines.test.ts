import { afterEach, describe, expect, test } from "bun:test";

import { configureLog, getLog } from "../../../src/observability/log.ts";

afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

const hostile = {
  "an ANSI escape": "\u001b[2J\u001b[31mowned\u009b31m",
  "ends of lines": 'one\r\n{"level":"error"}\u2028\u2029\u0085\v\f',
  "a right-to-left override": "\u202egpj.exe\u2066\u200f",
  "a NUL and a DEL": "a\u0000b\u007f",
  "half of a surrogate pair": "\ud800",
  "a hundred thousand characters": "x".repeat(100_000),
  "as many escapes": "\u001b".repeat(100_000),
} as const;

function lineOf(format: "console" | "json", facts: Record<string, unknown>, template: string) {
  const lines: string[] = [];
  configureLog({ level: "debug", format, write: (line) => void lines.push(line) });
  getLog("log-lines-test").warn(template, facts);
  const own = lines.filter((line) => line.includes("log-lines-test"));
  expect(own).toHaveLength(1);
  return own[0] ?? "";
}

const formats = ["console", "json"] as const;
const cases = Object.entries(hostile).flatMap(([what, text]) =>
  formats.map((format) => [what, format, text] as const),
);

test.each(cases)("%s is harmless in a %s line", (_, format, text) => {
  const line = lineOf(format, { clientId: text, labels: [text, text] }, "{clientId} has {labels}");
  expect(line).toMatch(/^[\x20-\x7e]+\n$/);
  expect(line.length).toBeLessThan(40_000);
  if (format === "json") expect(JSON.parse(line)).toMatchObject({ area: "log-lines-test" });
});

describe("a JSON line", () => {
  test("names its facts as every other, and leaves out what is absent", () => {
    const line = lineOf(
      "json",
      {
        ...{ clientId: "ab", messageId: "cd", serviceName: "s", type: "T", error: "why" },
        ...{ pid: 5n, count: 3, failed: true, gone: undefined, none: null, labels: ["a", "b"] },
      },
      "message {messageId}: {error}",
    );
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(rest).toEqual({
      ...{ level: "warning", area: "log-lines-test", text: "message cd: why" },
      ...{ client_id: "ab", message_id: "cd", service_name: "s", message_type: "T" },
      ...{ reason: "why", pid: "5", count: 3, failed: true, labels: ["a", "b"] },
    });
  });

  test("keeps its own names from a fact of the same name", () => {
    const line = lineOf("json", { level: "none", time: 1, text: "x", area: "y" }, "something");
    expect(JSON.parse(line)).toMatchObject({
      ...{ level: "warning", area: "log-lines-test", text: "something" },
      ...{ level_: "none", time_: 1, text_: "x", area_: "y" },
    });
  });

  test("holds values as they are, and text as a terminal may show it", () => {
    const { text, reason } = JSON.parse(
      lineOf("json", { reason: "a\nb" }, "because {reason}"),
    ) as Record<string, unknown>;
    expect([text, reason]).toEqual(['because "a\\nb"', "a\nb"]);
  });

  test("says of a long value how long it was, and of a long list how much is left out", () => {
    const facts = { reason: "x".repeat(5000), labels: Array.from({ length: 50 }, String) };
    const { reason, labels } = JSON.parse(lineOf("json", facts, "{reason}")) as {
      reason: string;
      labels: string[];
    };
    expect(reason).toEndWith("x... (5000 characters)");
    expect(reason.length).toBeLessThan(1100);
    expect(labels).toHaveLength(21);
    expect(labels.at(-1)).toBe("30 more");
  });
});

test.each(formats)("what looks like a secret is not in a %s line", (format) => {
  const secret = "aGVsbG8gd29ybGQgdGhpcyBpcyBzZWNyZXQ";
  const line = lineOf(
    format,
    {
      token: `fleet_0a1b_${secret}`,
      key: `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
      cut: `-----BEGIN EC PRIVATE KEY-----\n${secret}`,
      proxy: `http://user:${secret}@proxy:3128/`,
      header: `authorization: Bearer ${secret}`,
    },
    "{token} {key} {cut} {proxy} {header}",
  );
  expect(line).not.toContain(secret);
  expect(line).toContain("fleet_0a1b_***");
  expect(line).toContain("http://***@proxy:3128/");
});
