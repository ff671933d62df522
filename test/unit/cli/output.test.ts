import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { formatFailure, reportFailure } from "../../../src/cli/terminal/failure.ts";
import { formatTable, isoTime, showAge } from "../../../src/cli/terminal/output.ts";
import { formatJson, showLines } from "../../../src/cli/terminal/text.ts";
import { Interruption } from "../../../src/cli/terminal/terminal.ts";
import { FakeTerminal } from "../../helpers/fake-terminal.ts";

const hostile = "\u001b[2J\u009b31m\u202eevil\r\n\u0000";

/** Everything that moves a cursor, changes a colour or the direction of text. */
const steering = /(?!\n)[\p{Cc}\p{Cf}]/u;

describe("tables", () => {
  test("columns are aligned, empty cells are marked", () => {
    const columns = [
      { heading: "NAME", text: ({ name }: { name: string }) => name },
      { heading: "SIZE", text: () => "1" },
    ];
    expect(formatTable(columns, [{ name: "longer" }, { name: "" }])).toBe(
      "NAME    SIZE\nlonger  1\n-       1\n",
    );
  });

  test("what a client chose stays in its cell", () => {
    const table = formatTable([{ heading: "NAME", text: (name: string) => name }], [hostile]);
    expect(table).not.toMatch(steering);
    expect(table.split("\n")).toHaveLength(3);
  });
});

describe("JSON", () => {
  test("is parsed back to the same, and steers no terminal", () => {
    const text = formatJson({ name: hostile, big: 2n ** 64n - 1n });
    expect(text).not.toMatch(steering);
    expect(JSON.parse(text)).toEqual({ name: hostile, big: "18446744073709551615" });
  });

  test("characters of two units survive", () => {
    expect(JSON.parse(formatJson("😀 é"))).toBe("😀 é");
  });
});

describe("errors", () => {
  test("are one line and a hint, with everything hostile escaped", () => {
    const text = formatFailure(
      new FleetError("not_found", `no "${hostile}"`, { hint: "look again" }),
    );
    expect(text).toStartWith("error: no ");
    expect(text).toEndWith("\nhint: look again\n");
    expect(text).not.toMatch(steering);
  });

  test("lines stay lines, letters stay letters", () => {
    expect(showLines("für\nzwei")).toBe("für\nzwei");
  });

  test("each code ends with its exit code, everything else with 1", async () => {
    const terminal = new FakeTerminal();
    expect(await reportFailure(terminal, new FleetError("configuration", "x"))).toBe(3);
    expect(await reportFailure(terminal, new FleetError("conflict", "x"))).toBe(8);
    expect(await reportFailure(terminal, new TypeError("x"))).toBe(1);
    expect(await reportFailure(terminal, "thrown text")).toBe(1);
    expect(terminal.error).toBe("error: x\nerror: x\nerror: x\nerror: thrown text\n");
  });

  test("an interruption is no error to speak of", async () => {
    const terminal = new FakeTerminal();
    expect(await reportFailure(terminal, new Interruption("SIGINT"))).toBe(130);
    expect(await reportFailure(terminal, new Interruption("SIGTERM"))).toBe(143);
    expect(terminal.error).toBe("");
  });
});

describe("times", () => {
  test("are RFC 3339, or nothing where no clock shows them", () => {
    expect(isoTime({ seconds: 0, nanos: 1_000_000 })).toBe("1970-01-01T00:00:00.001Z");
    expect(isoTime({ seconds: 1e15, nanos: 0 })).toBeUndefined();
  });

  test.each([
    [5, "5 s ago"],
    [119, "119 s ago"],
    [120, "2 min ago"],
    [7200, "2 h ago"],
    [200_000, "2 days ago"],
    [-10, "0 s ago"],
  ])("%d seconds ago is %p", (seconds, text) => {
    expect(showAge({ seconds: 1_000_000 - seconds, nanos: 0 }, 1_000_000_000)).toBe(text);
  });

  test("no contact is never", () => expect(showAge(undefined, 0)).toBe("never"));
});
