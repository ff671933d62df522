/**
 * Every command of docs/api.md as it stands there, one after another in one shell, against the executable with one
 * connected client and a token that it made.
 */
import { expect, test } from "bun:test";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { binaryPath, makeTemporaryFolder, startBinary } from "../helpers/binary.ts";

const text = readFileSync(join(import.meta.dir, "../../docs/api.md"), "utf8");
const blocks = Array.from(text.matchAll(/^```sh\n(.*?)^```/gms), ([, block = ""]) => block);

async function bash(script: string, environment: Record<string, string>, cwd: string) {
  const shell = Bun.spawn(["bash", "-euo", "pipefail", "-x"], {
    env: { PATH: `${cwd}:${process.env["PATH"] ?? ""}`, ...environment },
    ...{ cwd, stdin: Buffer.from(script), stdout: "pipe", stderr: "pipe" },
  });
  const [status, output, trace] = await Promise.all([
    shell.exited,
    shell.stdout.text(),
    shell.stderr.text(),
  ]);
  expect({ status, trace: status === 0 ? "" : trace }).toEqual({ status: 0, trace: "" });
  return output;
}

test("every command on the page does what it says", async () => {
  expect(blocks.length).toBeGreaterThan(7);
  using folder = makeTemporaryFolder();
  symlinkSync(binaryPath, join(folder.path, "fleet"));
  const ports = ["--https_addr", "--admin_addr", "--web_addr"].flatMap((flag) => [
    flag,
    "127.0.0.1:0",
  ]);
  const args = ["all", "--database_path", "fleet.sqlite", ...ports];
  await using all = startBinary(args, { cwd: folder.path });
  const [, client = ""] = await all.waitForLine(/local client: (\w+)/);
  await all.waitForLine(/serving/);
  const run = JSON.parse(readFileSync(join(folder.path, "fleet.sqlite.d/run.json"), "utf8")) as {
    web: string;
  };
  const state = { FLEET_STATE: "fleet.sqlite.d" };
  const create =
    "fleet token create --name docs --scope admin --expires 1h --out token && cat token";
  const token = (await bash(create, state, folder.path)).trim().split("\n").at(-1) ?? "";
  const environment = { ...state, API: `http://${run.web}/api/v1`, TOKEN: token };
  const output = await bash(blocks.join("\n"), environment, folder.path);
  expect(output).toContain(client);
  expect(output).toMatch(/^created created by service "echo" of the server/m);
  expect(output).toMatch(/^\{\}\nhello$/m);
  expect(output).toContain("hello there");
  const audit = await bash("fleet api list_audit_entries", state, folder.path);
  expect(audit).toMatch(/"who": "docs \(credential [0-9a-f]{16}\)"/);
  expect(audit).not.toContain(token);
}, 60_000);
