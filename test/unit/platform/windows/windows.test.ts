import { describe, expect, test } from "bun:test";

import { splitPath } from "../../../../src/platform/windows/registry.ts";
import { commandLine } from "../../../../src/platform/windows/service-control.ts";

describe("a command line", () => {
  test.each([
    [["C:\\fleet.exe", "client"], "C:\\fleet.exe client"],
    [["C:\\Program Files\\fleet.exe"], '"C:\\Program Files\\fleet.exe"'],
    [["a b\\"], '"a b\\\\"'],
    [['say "x"'], '"say \\"x\\""'],
    [['a\\"b'], '"a\\\\\\"b"'],
    [[""], '""'],
  ])("of %j", (words, line) => {
    expect(commandLine(words)).toBe(line);
  });
});

describe("a key of the registry", () => {
  test("is split into its root and the rest", () => {
    expect(splitPath("HKEY_LOCAL_MACHINE\\SOFTWARE\\Fleet")).toEqual({
      root: 0xffff_ffff_8000_0002n,
      rest: "SOFTWARE\\Fleet",
    });
    expect(splitPath("hkey_current_user\\a\\").rest).toBe("a");
  });

  test.each([
    "",
    "HKEY_LOCAL_MACHINE",
    "HKEY_LOCAL_MACHINE\\",
    "SOFTWARE\\x",
    "/etc",
    "constructor\\a",
  ])("is not %j", (path) => expect(() => splitPath(path)).toThrow("no key of the registry"));
});
