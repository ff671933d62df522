/** Who looks after a server may be root, and its files another user's: links in its folders are not followed. */
import { afterEach, beforeEach, expect, test } from "bun:test";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { systemClock } from "../../../../src/core/clock.ts";
import { Collector } from "../../../../src/roles/all/support/collector.ts";
import { collectServer } from "../../../../src/roles/all/support/server-parts.ts";
import { readLogTail } from "../../../../src/roles/all/support/log-tail.ts";

let folder: string;
let secret: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-links-"));
  secret = join(folder, "shadow");
  writeFileSync(secret, "root:$6$something\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function collect(log: string): Promise<string> {
  const collector = new Collector();
  const databasePath = join(folder, "fleet.sqlite");
  await collectServer(collector, { databasePath, logFiles: [log], clock: systemClock });
  return JSON.stringify([collector.parts, collector.missing]);
}

test("a run file, a certificate and a log that are links are left out", async () => {
  const state = join(folder, "fleet.sqlite.d");
  mkdirSync(state);
  chmodSync(state, 0o700);
  for (const name of ["run.json", "ca.pem", "server.pem"]) symlinkSync(secret, join(state, name));
  const log = join(folder, "server.log");
  symlinkSync(secret, log);
  const collected = await collect(log);
  expect(collected).not.toContain("something");
  expect(collected).toContain("server.log");
  rmSync(log);
  writeFileSync(log, "a line\n");
  symlinkSync(secret, `${log}.1`);
  expect(await collect(log)).not.toContain("something");
});

test("files are read", async () => {
  mkdirSync(join(folder, "fleet.sqlite.d"), { mode: 0o700 });
  writeFileSync(join(folder, "fleet.sqlite.d", "run.json"), '{"pid":1}', { mode: 0o600 });
  const log = join(folder, "server.log");
  writeFileSync(`${log}.1`, "an older line\n");
  writeFileSync(log, "a line\n");
  expect(readLogTail(log)).toBe("an older line\na line\n");
  expect(await collect(log)).toContain('{\\"pid\\":1}');
});

test.skipIf(process.platform === "win32")("a named pipe holds nobody up", async () => {
  mkdirSync(join(folder, "fleet.sqlite.d"), { mode: 0o700 });
  const pipes = [join(folder, "fleet.sqlite.d", "run.json"), join(folder, "server.log")];
  for (const pipe of pipes) expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
  expect(await collect(join(folder, "server.log"))).toContain("is not a regular file");
});
