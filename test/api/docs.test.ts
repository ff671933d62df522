/** Every command of docs/api.md, in one shell after another as they stand there, against a running API. */
import { expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startApi } from "../helpers/api-fixture.ts";

const root = join(import.meta.dir, "../..");
const text = readFileSync(join(root, "docs/api.md"), "utf8");
const blocks = Array.from(text.matchAll(/^```sh\n(.*?)^```/gms), ([, block = ""]) => block);

/** A folder with `fleet`, run from the sources. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fleet-docs-"));
  const program = join(folder, "fleet");
  writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${join(root, "src/main.ts")} "$@"\n`);
  chmodSync(program, 0o755);
  return folder;
}

test("every command on the page does what it says", async () => {
  expect(blocks.length).toBeGreaterThan(6);
  await using api = await startApi();
  const folder = makeFolder();
  try {
    const shell = Bun.spawn(["bash", "-euo", "pipefail", "-x"], {
      env: {
        PATH: `${folder}:${process.env["PATH"] ?? ""}`,
        API: api.url,
        TOKEN: "admin",
        FLEET_ADMIN_ADDR: `unix:${api.admin.socket}`,
      },
      stdin: Buffer.from(blocks.join("\n")),
      stdout: "pipe",
      stderr: "pipe",
    });
    const [status, output, trace] = await Promise.all([
      shell.exited,
      shell.stdout.text(),
      shell.stderr.text(),
    ]);
    expect({ status, trace: status === 0 ? "" : trace }).toEqual({ status: 0, trace: "" });
    expect(output).toContain(api.things.clientId);
    expect(output).toMatch(/^created created by service "echo" of the server/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
