import { describe, expect, test } from "bun:test";

import { runFleet } from "../../helpers/fake-terminal.ts";

describe("the command line", () => {
  test.each([
    [["nonsense"], 'unknown command "nonsense"'],
    [["version", "--jsn"], "unknown option '--jsn'"],
    [["clients", "list", "surplus"], "too many arguments"],
    [["exec", "0123"], "missing required argument 'service'"],
    [["exec", "0123", "ls", "--timeout", "soon"], "Write a number of seconds"],
    [["message", "status", "abc"], '"abc" is not a message id'],
    [["message", "pending", "0123", "--limit", "0"], "Write a whole number from 1 up."],
    [["run"], "required option '--components_config <file>' not specified"],
    [["clients", "list", "--admin_addr", "nowhere"], '"nowhere" is not an address'],
  ])("%p is a usage error", async (argv, message) => {
    const { exitCode, out, error } = await runFleet(argv);
    expect(error).toStartWith("error: ");
    expect(error).toContain(message);
    expect(error).toContain("hint: ");
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });

  test("what was mistyped is suggested, and where to read on", async () => {
    expect((await runFleet(["client", "--confg", "x"])).error).toContain("Did you mean --config?");
    expect((await runFleet(["verzion"])).error).toContain('Did you mean "version"?');
    expect((await runFleet(["clients", "list", "--x"])).error).toContain(
      "See: fleet clients list --help",
    );
  });

  test("flags are written with - or _, values are left as they are", async () => {
    const argv = ["message", "send", "0123", "ls", "T", "--text", "--data-file", "--type-url", "x"];
    expect((await runFleet(argv)).error).toContain("--text has its own type");
    const inline = ["clients", "list", "--admin-addr=no-where"];
    expect((await runFleet(inline)).error).toContain('"no-where" is not an address');
    const unchanged = ["clients", "list", "--admin_addr", "--admin-addr"];
    expect((await runFleet(unchanged)).error).toContain('"--admin-addr" is not an address');
  });

  test("help is a result, with commands that work", async () => {
    const { exitCode, out, error } = await runFleet(["exec", "--help"]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toContain("--timeout <duration>");
    expect(out).toContain("fleet exec 0123 ls -- -l /");
    expect((await runFleet(["--help"])).out).toContain("clients");
  });

  test("without a command, help is shown as an error", async () => {
    const { exitCode, out, error } = await runFleet([]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(error).toContain("Usage: fleet");
  });

  test("version is text or JSON", async () => {
    expect((await runFleet(["version"])).out).toMatch(/^fleet \S+ \(\S+.*\)\n$/);
    const { exitCode, out } = await runFleet(["version", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: expect.any(String),
      commit: expect.any(String),
    });
  });
});
