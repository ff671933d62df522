/**
 * The files of a release, for every platform, as `npm run build -- --all` left them in dist/: whole, valid, listed, and
 * repacked to valid files that are found to come from that release.
 */
import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { compileExecutable } from "../../scripts/lib/compile.ts";
import {
  type Target,
  releaseFileName,
  targetOfThisMachine,
  targets,
} from "../../scripts/lib/targets.ts";
import { readExecutableBlock } from "../../src/config/block/executable-block.ts";
import type { BuildInfo } from "../../src/core/build-info.ts";
import {
  findSealFault,
  identifyExecutable,
  signatureOf,
} from "../../src/platform/executable/executable.ts";
import { describeKind } from "../../src/platform/executable/kind.ts";
import { binaryPath, makeTemporaryFolder, runBinary } from "../helpers/binary.ts";
import { readCertificate } from "../helpers/net-certificates.ts";

const root = join(import.meta.dir, "../..");
const dist = join(root, "dist");
const named = targets.map((target): [string, Target] => [releaseFileName(target), target]);
const sums = readFileSync(join(dist, "SHA256SUMS"), "utf8");
const kindOf = ({ name }: Target) => name.replace("-musl", " (musl)").replace("-", " ");
const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe.each(named)("%s", (file, target) => {
  const path = join(dist, file);

  test("is whole, valid, for its platform, and carries nothing", () => {
    const bytes = readFileSync(path);
    expect(describeKind(identifyExecutable(bytes))).toBe(kindOf(target));
    expect(findSealFault(bytes)).toBeUndefined();
    expect(signatureOf(bytes)).toBe(target.name.startsWith("darwin") ? "ad hoc" : "none");
    expect(readExecutableBlock(bytes)).toBeUndefined();
    expect(sums).toContain(`${hash(path)}  ${file}\n`);
  });

  test("does not say where it was built", () => {
    expect(readFileSync(path).includes(root)).toBe(false);
  });

  test("is built again as the same bytes", async () => {
    using folder = makeTemporaryFolder();
    const version = await runBinary(["version", "--json"]);
    const { built_at = "", ...rest } = JSON.parse(version.stdout) as BuildInfo & {
      built_at?: string;
    };
    const buildInfo = {
      version: rest.version,
      commit: rest.commit,
      builtAt: built_at,
      bun: rest.bun,
      target: target.name,
    };
    const outfile = join(folder.path, "again");
    await compileExecutable({ entry: join(root, "src/main.ts"), outfile, target, buildInfo });
    expect(hash(outfile)).toBe(hash(path));
  }, 60_000);

  test("is repacked on this machine to a valid file, which is found to come from this release", async () => {
    using folder = makeTemporaryFolder();
    const config = join(folder.path, "client.config");
    await writeClientConfig(config);
    const output = join(folder.path, "client");
    const repacked = await runBinary([
      "repack",
      "--config",
      config,
      "--from",
      path,
      "--output",
      output,
    ]);
    expect([repacked.status, repacked.stderr.includes("error")]).toEqual([0, false]);
    expect(repacked.stdout).toContain(`a client for ${kindOf(target)}`);
    expect(findSealFault(readFileSync(output))).toBeUndefined();
    const inspected = await runBinary([
      "inspect",
      output,
      "--sums",
      join(dist, "SHA256SUMS"),
      "--json",
    ]);
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      verified: expect.stringContaining(`which is ${file} of`),
      carries: { servers: ["fleet.example.com:443"], transport: "AUTO" },
      faults: [],
    });
    expect(inspected.status).toBe(0);
  }, 60_000);
});

describe("beside them", () => {
  test("dist/fleet is the file of this machine", () => {
    expect(hash(binaryPath)).toBe(hash(join(dist, releaseFileName(targetOfThisMachine()))));
  });

  test("sha256sum checks the sums", () => {
    const check = Bun.spawnSync(["sha256sum", "--check", "--strict", "SHA256SUMS"], { cwd: dist });
    expect([check.exitCode, check.stdout.toString().match(/: OK/g)?.length]).toEqual([
      0,
      targets.length + 1,
    ]);
  });

  test("the bill of materials has every dependency of the project that is in the file", () => {
    const bom = JSON.parse(readFileSync(join(dist, "fleet.cdx.json"), "utf8")) as {
      readonly components: readonly {
        readonly name: string;
        readonly licenses: readonly unknown[];
      }[];
    };
    const names = bom.components.map(({ name }) => name);
    for (const name of ["commander", "zod", "@grpc/grpc-js", "protobufjs", "@oven/bun-linux-x64"]) {
      expect(names).toContain(name);
    }
    expect(bom.components.every(({ licenses }) => licenses.length > 0)).toBe(true);
  });
});

/** What osslsigncode makes is what Windows checks; where it is not installed, these are counted as skipped. */
describe.skipIf(Bun.which("osslsigncode") === null)("Authenticode", () => {
  const windows = named.filter(([, { name }]) => name.startsWith("windows"));

  test.each(windows)(
    "%s is repacked, then signed, and verified",
    async (file) => {
      using folder = makeTemporaryFolder();
      const at = (name: string) => join(folder.path, name);
      const tool = (...args: string[]) => Bun.spawnSync(args, { cwd: folder.path });
      const subject = ["-subj", "/CN=signer", "-addext", "extendedKeyUsage=codeSigning"];
      const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject];
      const made = tool("openssl", ...request, "-keyout", "key.pem", "-out", "cert.pem");
      expect(made.exitCode).toBe(0);
      await writeClientConfig(at("client.config"));
      const repack = (from: string, output: string) =>
        runBinary(
          ["repack", "--config", at("client.config"), "--from", from, "--output", at(output)],
          { deadlineMs: 60_000 },
        );
      expect((await repack(join(dist, file), "client.exe")).status).toBe(0);
      const keys = ["-certs", "cert.pem", "-key", "key.pem", "-h", "sha256"];
      const signed = tool(
        "osslsigncode",
        "sign",
        ...keys,
        "-in",
        "client.exe",
        "-out",
        "signed.exe",
      );
      expect(signed.exitCode).toBe(0);
      const verified = tool("osslsigncode", "verify", "-CAfile", "cert.pem", "signed.exe");
      expect([verified.exitCode, verified.stdout.toString()]).toEqual([
        0,
        expect.stringContaining("Signature verification: ok"),
      ]);
      const sums = ["--sums", join(dist, "SHA256SUMS"), "--json"];
      const inspected = await runBinary(["inspect", at("signed.exe"), ...sums]);
      expect(JSON.parse(inspected.stdout)).toMatchObject({ signature: "certificate", faults: [] });
      const again = await repack(at("signed.exe"), "again.exe");
      expect(again.stderr).toContain("the signature of the original was taken off");
      expect(hash(at("again.exe"))).toBe(hash(at("client.exe")));
    },
    120_000,
  );
});

async function writeClientConfig(path: string): Promise<void> {
  const trusted = JSON.stringify(readCertificate("ca").certificates);
  await Bun.write(
    path,
    `trusted_certs: ${trusted} server: "fleet.example.com:443" streaming: true
     filesystem_handler { state_file: "/var/lib/x" }`,
  );
}
