/** The image of a server: every digest in it, and what is in its layers, run with nothing else around it. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { makeTemporaryFolder, runBinary } from "../helpers/binary.ts";
import { startInFolder } from "../helpers/clean-root.ts";

const minutes = 60_000;

let folder: ReturnType<typeof makeTemporaryFolder>;
const at = (...names: string[]) => join(folder.path, ...names);

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** The bytes that a descriptor names, which are as it says. */
function readBlob({ digest, size }: Descriptor): Buffer {
  const [algorithm, hash = ""] = digest.split(":");
  expect(algorithm).toBe("sha256");
  const bytes = readFileSync(at("image", "blobs", "sha256", hash));
  expect([createHash("sha256").update(bytes).digest("hex"), bytes.length]).toEqual([hash, size]);
  return bytes;
}

const readJson = (bytes: Buffer): unknown => JSON.parse(bytes.toString("utf8"));

async function run(executable: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await runBinary(args, { executable, deadlineMs: minutes });
  expect([stderr, status]).toEqual(["", 0]);
}

beforeAll(() => {
  folder = makeTemporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

describe("the image of a server", () => {
  test(
    "is a layout whose digests are right, and runs as nobody special",
    async () => {
      const args = ["package", "--format", "oci", "--role", "server", "--output", at("image.tar")];
      const made = await runBinary(args, { deadlineMs: minutes });
      expect([made.stderr, made.status]).toEqual(["", 0]);
      for (const name of ["image", "root"]) mkdirSync(at(name));
      await run("/usr/bin/tar", "-xf", at("image.tar"), "-C", at("image"));

      expect(readJson(readFileSync(at("image", "oci-layout")))).toEqual({
        imageLayoutVersion: "1.0.0",
      });
      const index = readJson(readFileSync(at("image", "index.json"))) as {
        manifests: Descriptor[];
      };
      expect(index.manifests).toHaveLength(1);
      const [entry] = index.manifests;
      if (!entry) throw new Error("the index names no manifest");
      const manifest = readJson(readBlob(entry)) as { config: Descriptor; layers: Descriptor[] };
      const config = readJson(readBlob(manifest.config)) as {
        config: { User: string; Entrypoint: string[]; Cmd: string[] };
        rootfs: { diff_ids: string[] };
      };
      const layers = manifest.layers.map((layer) => ({ layer, tar: gunzipSync(readBlob(layer)) }));
      expect(config.rootfs.diff_ids).toEqual(
        layers.map(({ tar }) => `sha256:${createHash("sha256").update(tar).digest("hex")}`),
      );
      for (const { layer } of layers) {
        const blob = at("image", "blobs", "sha256", layer.digest.replace("sha256:", ""));
        await run("/usr/bin/tar", "--numeric-owner", "-xzpf", blob, "-C", at("root"));
      }

      // What a container's runtime makes.
      for (const name of ["proc", "dev"]) mkdirSync(at("root", name));
      const { User: user, Entrypoint: program, Cmd: args2 } = config.config;
      expect(program).toEqual(["/usr/bin/fleet"]);
      const unconfigured = await startInFolder(at("root"), [...program, ...args2], user).finished;
      expect([unconfigured.status, unconfigured.stderr]).toEqual([
        3,
        expect.stringContaining("/etc/fleetspeak-server/server.components.config"),
      ]);
      const serve = ["server", "--database_path", "/var/lib/fleet/fleet.sqlite"];
      const ports = [
        "--https_addr",
        "127.0.0.1:0",
        "--admin_addr",
        "127.0.0.1:0",
        "--web_addr",
        "127.0.0.1:0",
      ];
      await using server = startInFolder(at("root"), [...program, ...serve, ...ports], user);
      await server.waitForLine(/^clients' port: /);
      server.kill("SIGTERM");
      await server.finished;
    },
    3 * minutes,
  );

  test(
    "the same twice gives the same bytes",
    async () => {
      const sums: string[] = [];
      for (const output of ["first.tar", "second.tar"]) {
        const args = ["package", "--format", "oci", "--role", "server", "--output", at(output)];
        const made = await runBinary([...args, "--json"], { deadlineMs: minutes });
        sums.push((JSON.parse(made.stdout) as { sha256: string }).sha256);
      }
      expect(sums[0]).toBe(sums[1]);
    },
    3 * minutes,
  );
});
