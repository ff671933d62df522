/**
 * The bill of materials, as CycloneDX 1.6: every package whose code is in the executables, and the runtimes, with versions,
 * licences and the hashes of the lock file. The same commit gives the same bytes.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { BuildInfo } from "../../src/core/build-info.ts";
import { targets } from "./targets.ts";

interface LockedPackage {
  readonly version: string;
  readonly integrity: string;
  readonly license?: string;
}

type Lock = Readonly<Record<string, LockedPackage | undefined>>;

/**
 * @param modules as compileExecutable returns them.
 * @throws for a package without a licence, or that the lock file does not have.
 */
export function billOfMaterials(
  root: string,
  modules: readonly string[],
  { version, commit, builtAt }: Omit<BuildInfo, "target">,
): string {
  const lock = readLock(root);
  const packages = [
    ...bundledPackages(modules),
    ...targets.map(({ runtime }) => lockPath(runtime)),
  ];
  const components = [
    ...packages.toSorted().map((path) => component(path, lock[path])),
    ...vendored
      .filter(({ file }) => modules.includes(file))
      .map((each) => vendoredPart(root, each)),
  ];
  const own = { type: "application", name: "fleet", version, licenses: licences("Apache-2.0") };
  const body = {
    metadata: {
      ...(builtAt !== "" && { timestamp: builtAt }),
      component: { ...own, "bom-ref": "fleet", properties: [{ name: "commit", value: commit }] },
    },
    components,
    dependencies: [{ ref: "fleet", dependsOn: components.map((each) => each["bom-ref"]) }],
  };
  const bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
    version: 1,
    ...body,
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

/** Parts of packages that are kept in this repository, because npm does not install them here. */
const vendored = [
  {
    file: "src/packaging/xz/lzma.wasm",
    name: "@napi-rs/lzma-wasm32-wasi",
    version: "1.5.1",
    license: "MIT",
  },
] as const;

/** The hash is that of the file. */
function vendoredPart(root: string, { file, name, version, license }: (typeof vendored)[number]) {
  const purl = purlOf(name, version);
  const content = createHash("sha512")
    .update(readFileSync(join(root, file)))
    .digest("hex");
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    hashes: [{ alg: "SHA-512", content }],
    licenses: licences(license),
    purl,
  };
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** The folders of the packages that these modules belong to, as the lock file names them. */
export function bundledPackages(modules: readonly string[]): string[] {
  const folders = modules.flatMap((path) => {
    const match = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path);
    return match ? [match[0]] : [];
  });
  return [...new Set(folders)];
}

function component(path: string, locked: LockedPackage | undefined) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (locked?.license === undefined || !locked.integrity.startsWith("sha512-")) {
    throw new Error(
      `package-lock.json says no licence or no sha512 of ${path}: the list of what is bundled needs both`,
    );
  }
  const { version } = locked;
  const purl = purlOf(name, version);
  const content = Buffer.from(locked.integrity.slice("sha512-".length), "base64").toString("hex");
  return {
    type: name.startsWith("@oven/") ? "framework" : "library",
    "bom-ref": purl,
    name,
    version,
    hashes: [{ alg: "SHA-512", content }],
    licenses: licences(locked.license),
    purl,
  };
}

function licences(spdx: string) {
  return / (?:OR|AND|WITH) /.test(spdx) ? [{ expression: spdx }] : [{ license: { id: spdx } }];
}

function readLock(root: string): Lock {
  const lock: unknown = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return (lock as { packages: Lock }).packages;
}

function lockPath(packageName: string): string {
  return `node_modules/${packageName}`;
}

/** Version 8 (RFC 9562): bits of a hash of our own. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
