/** Packages of rpm, as rpm itself sees them; a client from one, installed, upgraded and erased in a root of its own. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { gzip, xz } from "../../src/packaging/compression.ts";
import { rpmFileName, writeRpm } from "../../src/packaging/rpm.ts";
import {
  type RunningProgram,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { CleanRoot } from "../helpers/clean-root.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { sample } from "../unit/packaging/support.ts";

const minutes = 60_000;
const name = "fleet-client";

let folder: ReturnType<typeof makeTemporaryFolder>;
let all: RunningProgram;
let root: CleanRoot;
let ownClient = "";
const at = (...names: string[]) => join(folder.path, ...names);

async function run(executable: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runBinary(args, {
    ...(executable !== "fleet" && { executable }),
    cwd: folder.path,
    deadlineMs: 2 * minutes,
  });
  if (status === 0) return stdout;
  throw new Error(`${executable} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}

beforeAll(async () => {
  folder = makeTemporaryFolder();
  const addresses = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  all = startBinary(["all", "--database_path", "demo.sqlite", ...addresses, "--json"], {
    cwd: folder.path,
  });
  await all.waitForLine(/serving/);
  ownClient = (JSON.parse(all.stdout()) as { client_id: string }).client_id;
  root = await CleanRoot.unpack();
}, 3 * minutes);

afterAll(async () => {
  await root[Symbol.asyncDispose]();
  await all[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
}, minutes);

describe("an rpm", () => {
  test.each([gzip, xz(() => undefined)])(
    "of every kind of file is read by rpm, and its digests are right",
    async (compression) => {
      const path = at(rpmFileName(sample));
      writeFileSync(path, await writeRpm(sample, compression));
      const checked = await run("/usr/bin/rpm", "-Kv", "--nosignature", path);
      expect(checked).toContain("Payload SHA256 digest: OK");
      expect(checked).not.toMatch(/BAD|NOT OK/);
      expect(await run("/usr/bin/rpm", "-qplv", path)).toMatch(
        /^drwxr-x--- .* root +fleet .* \/etc\/sample\n-rw-r----- .* root +root .* \/etc\/sample\/settings\n-rwxr-xr-x .* \/usr\/bin\/sample\n$/,
      );
      expect(await run("/usr/bin/rpm", "-qpc", path)).toBe("/etc/sample/settings\n");
      expect(await run("/usr/bin/rpm", "-qp", "--qf", "%{NAME}|%{VERSION}|%{ARCH}", path)).toBe(
        "fleet-sample|1.2.3+4|aarch64",
      );
      const unpack = `cd "$1" && rpm2cpio "$0" | cpio --quiet -i --to-stdout ./usr/bin/sample`;
      expect(await run("/usr/bin/bash", "-c", unpack, path, folder.path)).toBe("program");
    },
    minutes,
  );
});

async function makeRpm(version: string, ...more: string[]): Promise<string> {
  const output = at(`${name}-${version}.rpm`);
  const args = ["--format", "rpm", "--compression", "gzip", "--database_path", "demo.sqlite"];
  await run("fleet", "package", ...args, "--package_version", version, "--output", output, ...more);
  return output;
}

interface ListedClient {
  readonly client_id: string;
  readonly last_contact_streaming_to?: string;
  readonly labels: readonly { readonly label: string }[];
}

/** Starts what is installed, and ends it once it is connected. @returns its id and its labels. */
async function contactOnce(): Promise<{ readonly id: string; readonly labels: string[] }> {
  await using running = root.start("/usr/bin/fleet-client");
  const found = await waitFor(
    async () => {
      const list = await run(
        "fleet",
        "clients",
        "list",
        "--database_path",
        "demo.sqlite",
        "--json",
      );
      return (JSON.parse(list) as ListedClient[]).find(
        (each) => each.client_id !== ownClient && each.last_contact_streaming_to,
      );
    },
    { what: "the installed client to be connected", deadlineMs: 30_000 },
  );
  running.kill("SIGTERM");
  await running.finished;
  return { id: found.client_id, labels: found.labels.map(({ label }) => label) };
}

describe("a client's rpm", () => {
  test(
    "is installed, upgraded with its identity kept, and erased with its state left",
    async () => {
      await root.rpm("--nodeps", "--install", await makeRpm("1.0.0"));
      // Nothing differs from what the package says.
      expect(await root.rpm("--nodeps", "--verify", name)).toBe("");
      const first = await contactOnce();
      await root.rpm("--nodeps", "--upgrade", await makeRpm("1.0.1", "--label", "upgraded"));
      expect(await root.rpm("--query", name)).toMatch(/^fleet-client-1\.0\.1-1\./);
      const second = await contactOnce();
      expect(second.id).toBe(first.id);
      expect(second.labels).toContain("upgraded");
      await root.rpm("--erase", name);
      expect(root.exists("usr/bin/fleet-client")).toBe(false);
      expect(root.exists("usr/lib/systemd/system/fleet-client.service")).toBe(false);
      expect(root.list("var/lib/fleetspeak-client")).toContain("state");
    },
    4 * minutes,
  );
});
