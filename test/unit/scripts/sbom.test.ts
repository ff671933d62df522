/** The bill of materials, and which packages it is made of. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { billOfMaterials, bundledPackages } from "../../../scripts/lib/sbom.ts";
import { releaseFileName, targets } from "../../../scripts/lib/targets.ts";

const root = join(import.meta.dir, "../../..");
const build = { version: "1.2.3", commit: "abc", builtAt: "2026-05-01T12:00:00Z", bun: "1.4.5" };

interface Component {
  readonly name: string;
  readonly purl: string;
  readonly licenses: readonly unknown[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const bomOf = (modules: readonly string[]) =>
  JSON.parse(billOfMaterials(root, modules, build)) as {
    readonly serialNumber: string;
    readonly components: readonly Component[];
  };

test("packages are found by the modules that went in, those inside of others too", () => {
  expect(
    bundledPackages([
      "src/main.ts",
      "node_modules/zod/index.js",
      "node_modules/zod/v4/core.js",
      "../elsewhere/node_modules/@noble/hashes/sha2.js",
      "node_modules/a/node_modules/@b/c/d.js",
    ]),
  ).toEqual(["node_modules/zod", "node_modules/@noble/hashes", "node_modules/a/node_modules/@b/c"]);
});

describe("the list", () => {
  const { components, serialNumber } = bomOf([
    "node_modules/zod/index.js",
    "node_modules/@noble/hashes/x.js",
  ]);

  test("has each package with its version, licence and sha512, and every runtime", () => {
    const zod = components.find(({ name }) => name === "zod");
    expect(zod?.purl).toMatch(/^pkg:npm\/zod@\d/);
    expect(zod?.licenses).toEqual([{ license: { id: "MIT" } }]);
    expect(zod?.hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    const runtimes = components.filter(({ name }) => name.startsWith("@oven/bun-"));
    expect(runtimes).toHaveLength(targets.length);
    expect(components.some(({ purl }) => purl.startsWith("pkg:npm/%40noble/hashes@"))).toBe(true);
  });

  test("is the same for the same content, and has another number for another", () => {
    expect(serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/,
    );
    const again = bomOf(["node_modules/zod/other.js", "node_modules/@noble/hashes/x.js"]);
    expect(again.serialNumber).toBe(serialNumber);
    expect(bomOf(["node_modules/zod/index.js"]).serialNumber).not.toBe(serialNumber);
  });

  test("has what is kept in this repository, where it went in", () => {
    const name = "@napi-rs/lzma-wasm32-wasi";
    expect(components.some((each) => each.name === name)).toBe(false);
    const [part] = bomOf(["src/packaging/xz/lzma.wasm"]).components.filter(
      (each) => each.name === name,
    );
    expect(part?.purl).toBe("pkg:npm/%40napi-rs/lzma-wasm32-wasi@1.5.1");
    expect(part?.hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
  });

  test("cannot be made of a package that the lock file does not have", () => {
    expect(() => bomOf(["node_modules/no-such-package/index.js"])).toThrow("no-such-package");
  });
});

test("files are called by platform", () => {
  expect(targets.map(releaseFileName)).toEqual([
    "fleet-linux-x64",
    "fleet-linux-x64-musl",
    "fleet-linux-arm64",
    "fleet-linux-arm64-musl",
    "fleet-windows-x64.exe",
    "fleet-windows-arm64.exe",
    "fleet-darwin-x64",
    "fleet-darwin-arm64",
  ]);
});
