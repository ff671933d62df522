/** What may come next, and the script that bash loads. */
import { describe, expect, test } from "bun:test";

import { completionScripts } from "../../../src/cli/completion/completion-scripts.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

async function complete(...words: readonly string[]): Promise<{ values: string[]; more: string }> {
  const { out, exitCode } = await runFleet(["complete", "--", ...words]);
  expect(exitCode).toBe(0);
  const lines = out.trimEnd().split("\n");
  const values = lines.slice(0, -1).map((line) => line.split("\t")[0] ?? "");
  return { values, more: lines.at(-1) ?? "" };
}

describe("what may come next", () => {
  test("a command, by its beginning", async () => {
    expect(await complete("cl")).toEqual({ values: ["client", "clients"], more: ":none" });
    expect((await complete("")).values).toContain("exec");
    expect((await complete("clients", "b")).values).toEqual(["blacklist"]);
    expect((await complete("clients", "x")).values).toEqual([]);
  });

  test("a flag of the command, written with - or _", async () => {
    expect((await complete("message", "send", "--te")).values).toEqual(["--text"]);
    const flags = await complete("message", "send", "0123", "--data-f");
    expect(flags.values).toEqual(["--data_file"]);
    expect((await complete("clients", "list", "-")).values).toContain("--help");
  });

  test("the value of a flag: a choice, a file, a folder, or nothing that is known", async () => {
    expect((await complete("config", "check", "--kind", "cl")).values).toEqual([
      "client",
      "client_service",
    ]);
    expect(await complete("service", "sign", "--key", "")).toEqual({ values: [], more: ":files" });
    expect((await complete("client", "--config-path", "")).more).toBe(":folders");
    expect(await complete("exec", "--timeout", "")).toEqual({ values: [], more: ":none" });
    expect((await complete("exec", "--stdin", "--ti")).values).toEqual(["--timeout"]);
  });

  test("an argument: the third of file store is a file, that of complete a shell", async () => {
    expect((await complete("file", "store", "")).more).toBe(":none");
    expect((await complete("file", "store", "svc", "name", "")).more).toBe(":files");
    expect((await complete("config", "check", "")).more).toBe(":files");
    expect((await complete("complete", "")).values).toEqual(["bash", "zsh", "fish"]);
  });

  test("after two dashes stands what the endpoint's program takes", async () => {
    expect(await complete("exec", "0123", "ls", "--", "--te")).toEqual({
      values: [],
      more: ":files",
    });
  });
});

describe("the script for bash", () => {
  /** Calls the function that the script registers, as bash does; `fleet` says what it was asked. */
  async function completeInBash(words: readonly string[]): Promise<string[]> {
    const script = [
      completionScripts.bash,
      `asked() { shift 2; printf 'asked:%s|' "$@"; printf '\\nclients\\tsome text: 1\\n--x\\t\\n:none\\n'; }`,
      `complete -p fleet`,
      `COMP_WORDS=(asked "$@"); COMP_CWORD=$#`,
      `_fleet`,
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ].join("\n");
    const child = Bun.spawn(["bash", "-uc", script, "bash", ...words], { stderr: "pipe" });
    const [out, error] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    expect(error).toBe("");
    return out.trimEnd().split("\n");
  }

  test("gives the values without their descriptions", async () => {
    expect(await completeInBash(["cl"])).toEqual([
      "complete -o default -F _fleet fleet",
      "asked:cl|",
      "clients",
      "--x",
    ]);
  });

  test("puts together what bash breaks at : and =", async () => {
    const words = ["clients", "list", "--admin_addr", "a", ":", "6061", "--label", "=", "x", ""];
    expect((await completeInBash(words))[1]).toBe(
      "asked:clients|asked:list|asked:--admin_addr|asked:a:6061|asked:--label=x|asked:|",
    );
  });

  test("evaluates nothing that is typed", async () => {
    const words = ["$(echo pwned >&2)", "`echo pwned >&2`", "*", "it's"];
    expect((await completeInBash(words))[1]).toBe(
      "asked:$(echo pwned >&2)|asked:`echo pwned >&2`|asked:*|asked:it's|",
    );
  });
});
