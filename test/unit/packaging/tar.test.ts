import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { withParents } from "../../../src/packaging/entry.ts";
import { writeTar } from "../../../src/packaging/tar.ts";
import { file, readTar, sample } from "./support.ts";

describe("tar", () => {
  test("holds names, modes, times, owners and content", () => {
    const members = readTar(writeTar(withParents(sample.entries), { mtime: 7, prefix: "./" }));
    expect(members.map(({ name, mode, type, group }) => [name, mode, type, group])).toEqual([
      ["./etc/", 0o755, "5", "root"],
      ["./etc/sample/", 0o750, "5", "fleet"],
      ["./etc/sample/settings", 0o640, "0", "root"],
      ["./usr/", 0o755, "5", "root"],
      ["./usr/bin/", 0o755, "5", "root"],
      ["./usr/bin/sample", 0o755, "0", "root"],
    ]);
    expect(members.every(({ mtime, user }) => mtime === 7 && user === "root")).toBe(true);
    expect(members.at(-1)?.content).toBe("program");
  });

  test("divides long paths at a slash", () => {
    const path = `${"a".repeat(90)}/${"b".repeat(60)}/${"c".repeat(99)}`;
    expect(readTar(writeTar([file(path, "x")], { mtime: 0 })).map(({ name }) => name)).toEqual([
      path,
    ]);
  });

  test("content of whole blocks is followed by the next entry at once", () => {
    const entries = [file("a", Buffer.alloc(1024, 65)), file("b", "")];
    expect(readTar(writeTar(entries, { mtime: 0 })).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  test.each(["x".repeat(101), `${"f".repeat(160)}/${"n".repeat(50)}`])(
    "refuses a path that it cannot hold",
    (path) => {
      const error = thrownBy(() => writeTar([file(path, "")], { mtime: 0 }));
      expect(error).toBeInstanceOf(FleetError);
      expect(String(error)).toContain(path);
    },
  );

  test("refuses a time that does not fit", () => {
    expect(thrownBy(() => writeTar([file("a", "")], { mtime: 8 ** 11 }))).toBeInstanceOf(
      FleetError,
    );
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}
