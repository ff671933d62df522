/** Files and folders that hold what this program trusts: another user's are not taken for its own (ours.md 2). */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  ensurePrivateFile,
  ensurePrivateFolder,
  ensureSafeFolder,
  readPrivateFile,
} from "../../../src/platform/private-file.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";

/** Only root can give a file to somebody else. */
const cannotGiveAway = process.getuid?.() !== 0;
const stranger = 65534;

let root = "";
let path = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fleet-private-"));
  path = join(root, "it");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function refusal(part: string): unknown {
  const message: unknown = expect.stringContaining(part);
  return expect.objectContaining({ code: "configuration", message });
}

function give(target: string): void {
  chownSync(target, stranger, stranger);
}

function makeFolder(mode: number): void {
  mkdirSync(path);
  chmodSync(path, mode);
}

function makeFile(mode: number): void {
  writeFileSync(path, "content");
  chmodSync(path, mode);
}

describe("a private folder", () => {
  const ensure = () => ensurePrivateFolder(path, "state directory");

  test("is made where it is missing, 0700, and taken again", () => {
    ensure();
    ensure();
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test.skipIf(cannotGiveAway)("of another user is refused", () => {
    makeFolder(0o700);
    give(path);
    expect(ensure).toThrow(refusal(`"${path}" belongs to user ${stranger}`));
  });

  test.each([0o770, 0o707, 0o1777])("with mode %o is refused, and not chmodded", (mode) => {
    makeFolder(mode);
    expect(ensure).toThrow(refusal("may be written by others"));
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  test("that is a link or a file is refused", () => {
    mkdirSync(join(root, "target"), { mode: 0o700 });
    symlinkSync(join(root, "target"), path);
    expect(ensure).toThrow(refusal("is no folder"));
    rmSync(path);
    writeFileSync(path, "");
    expect(ensure).toThrow(refusal("state directory"));
  });

  test("below one that everybody may write into is refused, unless that one is sticky", () => {
    chmodSync(root, 0o777);
    expect(ensure).toThrow(refusal(`"${root}" may be written by every user`));
    chmodSync(root, 0o1777);
    ensure();
  });
});

describe("a folder of a private file", () => {
  const ensure = () => ensureSafeFolder(path, "folder of the state file");

  test("may be sticky, and a link of the operator's", () => {
    makeFolder(0o1777);
    ensure();
    symlinkSync(path, join(root, "link"));
    ensureSafeFolder(join(root, "link"), "folder of the state file");
  });

  test("is refused where every user may write", () => {
    makeFolder(0o777);
    expect(ensure).toThrow(refusal("may be written by every user"));
  });

  test.skipIf(cannotGiveAway)("is refused where it is another user's", () => {
    makeFolder(0o755);
    give(path);
    expect(ensure).toThrow(refusal(`belongs to user ${stranger}`));
  });
});

describe("a private file", () => {
  const read = (secret: boolean) => readPrivateFile(path, "key", 100, { secret })?.toString();

  test("of this user is read", () => {
    makeFile(0o600);
    expect(read(true)).toBe("content");
  });

  test.skipIf(cannotGiveAway)("of another user is not read", () => {
    makeFile(0o600);
    give(path);
    expect(() => read(false)).toThrow(refusal(`key "${path}" belongs to user ${stranger}`));
  });

  test.each([0o640, 0o604, 0o620])("with mode %o is no secret", (mode) => {
    makeFile(mode);
    expect(read(false)).toBe("content");
    expect(() => read(true)).toThrow(refusal("is open to others"));
  });

  test.skipIf(cannotGiveAway)("of another user is not opened as a database", () => {
    makeFile(0o600);
    writeFileSync(path, "");
    give(path);
    const expected = refusal(`database "${path}" belongs to user ${stranger}`);
    expect(() => ensurePrivateFile(path, "database")).toThrow(expected);
    expect(() => openDatabase({ path, exclusive: false })).toThrow(expected);
  });

  test("that is a link is not opened as a database", () => {
    const target = join(root, "target");
    writeFileSync(target, "");
    symlinkSync(target, path);
    expect(() => openDatabase({ path, exclusive: false })).toThrow(refusal("open the database"));
    expect(readFileSync(target)).toHaveLength(0);
  });
});
