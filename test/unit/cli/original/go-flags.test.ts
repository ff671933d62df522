/** The original's programs' flags, against what the original's programs said (test/fixtures/stock). */
import { describe, expect, test } from "bun:test";

import { GoFlags } from "../../../../src/cli/original/go-flags.ts";
import { type OriginalProgram, originalPrograms } from "../../../../src/cli/original/programs.ts";
import { runOriginal } from "../../../../src/cli/original/run-original.ts";
import { FakeTerminal } from "../../../helpers/fake-terminal.ts";
import recorded from "../../../fixtures/stock/command_lines.json";

async function run(program: OriginalProgram, argv: readonly string[]) {
  const terminal = new FakeTerminal();
  const status = await runOriginal(program, `/usr/bin/${program}`, argv, terminal);
  return { status, out: terminal.out, error: terminal.error };
}

describe.each(originalPrograms)("%s", (program) => {
  const { usage, runs } = recorded[program];

  test.each(runs)("$arguments", async ({ arguments: argv, status, complaint }) => {
    expect(await run(program, argv)).toEqual({
      status,
      out: "",
      error: `${shown(complaint)}Usage of /usr/bin/${program}:\n${usage}`,
    });
  });
});

/** Nothing steers a terminal, here as elsewhere. */
function shown(text: string): string {
  return text.replaceAll("\u0001", "\\u0001");
}

describe("flags", () => {
  const parse = (argv: readonly string[]) => {
    const flags = new GoFlags();
    const name = flags.string("name", "nobody", "");
    const loud = flags.boolean("loud", "");
    const count = flags.int("count", "");
    const parsed = flags.parse(argv);
    return { parsed, name: name.value, loud: loud.value, count: count.value };
  };

  test.each([
    [[], "nobody", false, 0, []],
    [["-name", "a", "--loud", "-count=3", "rest", "-loud"], "a", true, 3, ["rest", "-loud"]],
    [["--name=a=b", "-loud=0"], "a=b", false, 0, []],
    [["-name", "-loud", "-count", "-1"], "-loud", false, -1, []],
    [["-loud", "true"], "nobody", true, 0, ["true"]],
    [["-loud", "--", "-count=1"], "nobody", true, 0, ["-count=1"]],
    [["-", "-loud"], "nobody", false, 0, ["-", "-loud"]],
    [["-name", "--", "x"], "--", false, 0, ["x"]],
    [["-name=", "-count=0x_1f", "-name", "last"], "last", false, 31, []],
  ])("%j", (argv, name, loud, count, rest) => {
    expect(parse(argv)).toEqual({
      parsed: { kind: "arguments", arguments: rest },
      name,
      loud,
      count,
    });
  });

  test("usage is sorted, with types and defaults; a boolean of one letter has its text beside it", () => {
    const flags = new GoFlags();
    flags.string("z", 'say "hi"', "two\nlines");
    flags.boolean("b", "short");
    flags.boolean("bb", "longer");
    expect(flags.usage).toBe(
      '  -b\tshort\n  -bb\n    \tlonger\n  -z string\n    \ttwo\n    \tlines (default "say \\"hi\\"")\n',
    );
  });
});
