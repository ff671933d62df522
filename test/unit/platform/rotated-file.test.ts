import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

import { RotatedFile } from "../../../src/platform/rotated-file.ts";
import { makeTemporaryFolder } from "../../helpers/binary.ts";
import { messageOf } from "../../helpers/config-files.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
let path = "";
beforeEach(() => {
  folder = makeTemporaryFolder();
  path = join(folder.path, "log");
});
afterEach(() => folder[Symbol.dispose]());

const options = (more: object = {}) => ({ path, maxBytes: 10, keep: 2, ...more });
const read = (name = path) => readFileSync(name, "utf8");

describe("a rotated file", () => {
  test("is made 0600, and added to where it exists", () => {
    using file = new RotatedFile(options({ maxBytes: 100 }));
    file.append("one\n");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    using again = new RotatedFile(options({ maxBytes: 100 }));
    again.append("two\n");
    expect(read()).toBe("one\ntwo\n");
  });

  test("makes room when it is full, and keeps so many older ones", () => {
    using file = new RotatedFile(options());
    for (const line of ["aaaa\n", "bbbb\n", "cccc\n", "dddddddddddddd\n", "eeee\n"]) {
      file.append(line);
    }
    expect(readdirSync(folder.path).sort()).toEqual(["log", "log.1", "log.2"]);
    expect([read(), read(`${path}.1`), read(`${path}.2`)]).toEqual([
      ...["eeee\n", "dddddddddddddd\n", "cccc\n"],
    ]);
    file.append("f\n");
    expect(read()).toBe("eeee\nf\n");
    expect(statSync(`${path}.1`).mode & 0o777).toBe(0o600);
  });

  test("counts what was in it before", () => {
    writeFileSync(path, "12345678\n");
    using file = new RotatedFile(options());
    file.append("x\n");
    expect([read(), read(`${path}.1`)]).toEqual(["x\n", "12345678\n"]);
  });

  test("goes on in a new file once it was moved away and opened anew", () => {
    using file = new RotatedFile(options({ maxBytes: 100 }));
    file.append("one\n");
    renameSync(path, `${path}.away`);
    file.append("two\n");
    file.reopen();
    file.append("three\n");
    expect([read(), read(`${path}.away`)]).toEqual(["three\n", "one\ntwo\n"]);
  });

  test("grows on where no room can be made", () => {
    using file = new RotatedFile(options({ keep: 1 }));
    mkdirSync(join(`${path}.1`, "full"), { recursive: true });
    for (let number = 0; number < 9; number += 1) file.append("12345\n");
    expect(read()).toBe("12345\n".repeat(9));
  });

  test("is no link, no folder and no pipe", () => {
    symlinkSync("elsewhere", path);
    const link = messageOf(() => new RotatedFile(options()));
    expect(link).toContain(`cannot open the log file "${path}"`);
    expect(readdirSync(folder.path)).toEqual(["log"]);
    expect(messageOf(() => new RotatedFile(options({ path: folder.path })))).toContain("log file");
    expect(messageOf(() => new RotatedFile(options({ path: "/dev/null" })))).toContain(
      "is not a regular file",
    );
  });

  test("a line that a full disk cut short is ended before the next", () => {
    let free = 3;
    const write = (descriptor: number, bytes: Uint8Array): number => {
      if (free === 0) throw new Error("ENOSPC: no space left on device");
      const written = writeSync(descriptor, bytes.subarray(0, free));
      free -= written;
      return written;
    };
    using file = new RotatedFile(options({ maxBytes: 100, write }));
    expect(messageOf(() => file.append("12345\n"))).toContain("ENOSPC");
    expect(messageOf(() => file.append("next\n"))).toContain("ENOSPC");
    free = 100;
    file.append("last\n");
    expect(read()).toBe("123\nlast\n");
  });

  test("is not opened to others, nor are they shut out of one that they may read", () => {
    writeFileSync(path, "");
    chmodSync(path, 0o640);
    using file = new RotatedFile(options());
    file.append("x\n");
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
