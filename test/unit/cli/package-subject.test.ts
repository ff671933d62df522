/** What `fleet package` takes for packaging, and what it refuses before anything long begins. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type PackageSources, choosePackageSubject } from "../../../src/cli/package-subject.ts";
import { encodeContent } from "../../../src/config/block/content.ts";
import { fillExecutable } from "../../../src/config/block/executable-block.ts";
import { writeBlock } from "../../../src/config/block/head.ts";
import { prepareContent } from "../../../src/config/block/prepare.ts";
import { toFleetError } from "../../../src/core/errors.ts";
import { makeTemporaryFolder } from "../../helpers/binary.ts";
import { makeExecutable } from "../../helpers/executables.ts";
import { clientMessage, preparation } from "../config/block/support.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
const at = (name: string) => join(folder.path, name);

/** The build information of a release, and an empty block. */
const release = Buffer.concat([
  Buffer.alloc(500),
  Buffer.from('={version:"2.3.4",commit:"abc",builtAt:"2026-11-21T00:00:00.000Z",bun:"1"};'),
  Buffer.alloc(500),
  writeBlock(new Uint8Array()),
]);
/** The small ones are for musl: a loader of the same length, as glibc's is called, makes it the other. */
function makeLinux(): Buffer {
  const executable = makeExecutable("ELF", release);
  const name = "/lib/ld-musl-aarch64.so.1";
  executable.write("/lib/ld-linux-arm64.so.1\0", executable.indexOf(name), "latin1");
  return executable;
}

beforeAll(() => {
  folder = makeTemporaryFolder();
  const { content } = prepareContent(preparation());
  writeFileSync(at("server"), makeLinux());
  writeFileSync(at("client"), fillExecutable(makeLinux(), content));
  writeFileSync(at("musl"), fillExecutable(makeExecutable("ELF", release), content));
  const windows = prepareContent(preparation({ os: "windows" })).content;
  writeFileSync(at("client.exe"), fillExecutable(makeExecutable("PE", release), windows));
  writeFileSync(at("silent"), fillExecutable(silent(), content));
  writeFileSync(at("cut"), makeLinux().subarray(0, 3000));
  writeFileSync(at("foreign"), "#!/bin/sh\n");
  const secret = { ...clientMessage, proxy: "http://user:pass@proxy.example.com:3128" };
  const secretContent = encodeContent(secret, undefined);
  writeFileSync(at("secret"), fillExecutable(makeLinux(), secretContent));
});
afterAll(() => folder[Symbol.dispose]());

/** Says nothing about its version. */
function silent(): Buffer {
  const executable = makeLinux();
  executable.fill(0, executable.indexOf("={version"), executable.indexOf('bun:"1"};'));
  return executable;
}

const choose = (from: string, more: Partial<PackageSources> = {}) =>
  choosePackageSubject({ format: "deb", role: "client", from: at(from), ...more }, undefined);

function refusal(from: string, more: Partial<PackageSources> = {}): string {
  try {
    choose(from, more);
  } catch (thrown) {
    const { code, message } = toFleetError(thrown);
    return `${code}: ${message}`;
  }
  return "nothing";
}

describe("what is taken", () => {
  test("a repacked client, with what it carries and says of itself", () => {
    const subject = choose("client");
    expect(subject).toMatchObject({
      platform: "linux arm64",
      version: "2.3.4",
      mtime: Date.UTC(2026, 10, 21) / 1000,
      isSecret: false,
    });
    expect(subject.config?.persistence).toMatchObject({ stateFile: "/var/lib/c/state" });
  });

  test("a file of a release for a server", () => {
    expect(choose("server", { role: "server", format: "rpm" }).config).toBeUndefined();
  });

  test("a password inside makes it a secret", () => {
    expect(choose("secret").isSecret).toBe(true);
  });

  test("a version of one's own", () => {
    expect(choose("silent", { package_version: "1.0~rc1+2" })).toMatchObject({
      version: "1.0~rc1+2",
    });
  });
});

describe("what is refused", () => {
  test.each([
    ["a foreign file", "foreign", {}, /^invalid_data: .*no executable/],
    ["one that is cut off", "cut", {}, /^invalid_data: .*cut off/],
    ["nothing", "absent", {}, /^configuration: .*absent/],
    ["a release without a configuration", "server", {}, /^invalid_argument: .*--config/],
    [
      "a client as a server",
      "client",
      { role: "server" },
      /^refused: .*client of one installation/,
    ],
    ["musl in a deb", "musl", {}, /^invalid_argument: .*musl/],
    ["Windows in a deb", "client.exe", {}, /^invalid_argument: a deb is for linux/],
    ["Linux in a zip", "client", { format: "zip" }, /^invalid_argument: a zip is for windows/],
    ["an image of a client", "client", { format: "oci" }, /^invalid_argument: .*image/],
    ["a zip of a server", "server", { role: "server", format: "zip" }, /^invalid_argument: .*zip/],
    ["no version", "silent", {}, /^invalid_argument: .*version/],
    ["a version with a dash", "client", { package_version: "1-2" }, /^invalid_argument: "1-2"/],
    ["no version at all", "client", { package_version: "" }, /^invalid_argument: ""/],
    ["a maintainer with a line", "client", { maintainer: "a\nb <c>" }, /^invalid_argument: /],
    ["a sysroot of a deb", "client", { sysroot: "/" }, /^invalid_argument: --sysroot/],
    [
      "labels of a server",
      "server",
      { role: "server", label: ["a"] },
      /^invalid_argument: --label is for clients/,
    ],
  ] as const)("%s", (_, from, more, expected) => {
    expect(refusal(from, more)).toMatch(expected);
  });
});
