/** fleet package in the compiled file: what it writes, what it leaves behind when it cannot, and that it can be repeated. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
const at = (...names: string[]) => join(folder.path, ...names);
const fleet = (...args: string[]) => runBinary(args, { cwd: folder.path, deadlineMs: 60_000 });

beforeAll(async () => {
  folder = makeTemporaryFolder();
  const ports = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  await using all = startBinary(["all", "--database_path", "demo.sqlite", ...ports], {
    cwd: folder.path,
  });
  await all.waitForLine(/serving/);
  const repacked = await fleet("repack", "--database_path", "demo.sqlite", "--output", "client");
  expect(repacked.status).toBe(0);
}, 60_000);
afterAll(() => folder[Symbol.dispose]());

interface Made {
  readonly output: string;
  readonly format: string;
  readonly role: string;
  readonly version: string;
  readonly bytes: number;
  readonly sha256: string;
}

const gzip = ["--compression", "gzip"];

test("a repacked file and the flags that repack give the same package, again and again", async () => {
  const sums: string[] = [];
  const fromDatabase = ["--database_path", "demo.sqlite"];
  for (const source of [["--from", "client"], ["--from", "client"], fromDatabase]) {
    const args = ["--format", "deb", ...gzip, "--output", "made.deb", "--json", ...source];
    const { status, stdout } = await fleet("package", ...args);
    expect(status).toBe(0);
    const made = JSON.parse(stdout) as Made;
    const bytes = readFileSync(at("made.deb"));
    expect(made).toMatchObject({ format: "deb", role: "client", bytes: bytes.length });
    expect(made.output).toEndWith("/made.deb");
    expect(made.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    sums.push(made.sha256);
  }
  expect(new Set(sums).size).toBe(1);
  expect(statSync(at("made.deb")).mode & 0o777).toBe(0o644);
}, 60_000);

test("a password inside is for its owner's eyes", async () => {
  const secret = ["--proxy", "http://user:pass@127.0.0.1:3128", "--embed_secrets"];
  const source = ["--database_path", "demo.sqlite", "--output", "secret.deb"];
  const { status } = await fleet("package", "--format", "deb", ...gzip, ...source, ...secret);
  expect(status).toBe(0);
  expect(statSync(at("secret.deb")).mode & 0o777).toBe(0o600);
}, 60_000);

describe("what cannot be made leaves nothing", () => {
  test("a folder that is not there", async () => {
    const before = readdirSync(folder.path);
    const output = ["--output", "absent/made.deb"];
    const { status, stderr } = await fleet(
      ...["package", "--format", "deb", ...gzip, "--from", "client", ...output],
    );
    expect([status, stderr]).toEqual([3, expect.stringContaining('"absent/made.deb"')]);
    expect(readdirSync(folder.path)).toEqual(before);
  }, 60_000);

  test("a folder in the place of the file", async () => {
    mkdirSync(at("taken"));
    const { status, stderr } = await fleet(
      ...["package", "--format", "deb", ...gzip, "--from", "client", "--output", "taken"],
    );
    expect([status, stderr]).toEqual([3, expect.stringContaining('"taken"')]);
    expect(readdirSync(at("taken"))).toEqual([]);
  }, 60_000);

  test("a system that has no C library for an image", async () => {
    mkdirSync(at("empty"));
    const args = ["--format", "oci", "--role", "server", "--sysroot", "empty", "--output", "x.tar"];
    const { status, stderr } = await fleet("package", ...args);
    expect([status, stderr]).toEqual([3, expect.stringContaining('is not in "empty"')]);
    expect(readdirSync(folder.path)).not.toContain("x.tar");
  });

  test.each([
    [["--format", "msi"], 2, "deb, rpm, zip, pkg, oci"],
    [[], 2, "--format"],
    [["--format", "deb", "--compression", "zstd"], 2, "xz, gzip"],
    [["--format", "deb", "--role", "server", "--from", "client"], 6, "client of one installation"],
    [["--format", "deb", "--from", "foreign"], 1, "no executable"],
    [["--format", "deb"], 2, "--config"],
    [["--format", "zip", "--from", "client"], 2, "windows"],
  ] as const)("%p", async (args, expected, named) => {
    writeFileSync(at("foreign"), "#!/bin/sh\n");
    const { status, stderr, stdout } = await fleet("package", ...args);
    expect([status, stdout, stderr]).toEqual([expected, "", expect.stringContaining(named)]);
    expect(stderr).toMatch(/^error: /);
  });
});

test("a repacked client is no packager", async () => {
  const run = await runBinary(["package", "--format", "deb"], { executable: at("client") });
  expect(run.status).toBe(6);
});
