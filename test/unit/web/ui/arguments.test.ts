import { expect, test } from "bun:test";

import { splitArguments } from "../../../../src/web/ui/text/arguments.ts";

test.each([
  ["", []],
  ["  ", []],
  ["-l /var/log", ["-l", "/var/log"]],
  ['"two words" one', ["two words", "one"]],
  ["'a \"b\" \\n' c", ['a "b" \\n', "c"]],
  ['a"b c"d', ["ab cd"]],
  ["a\\ b", ["a b"]],
  ['"a\\"b"', ['a"b']],
  ["'' \"\"", ["", ""]],
  ["$HOME `x` ; | &", ["$HOME", "`x`", ";", "|", "&"]],
] as const)("divides %s", (line, args) => {
  expect(splitArguments(line)).toEqual({ args: [...args], open: false });
});

test.each(["'a", '"a b', "a\\"])("says that %s is not finished", (line) => {
  expect(splitArguments(line).open).toBe(true);
});
