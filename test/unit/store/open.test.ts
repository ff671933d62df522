import { describe, expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { FleetError } from "../../../src/core/errors.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { addClients } from "../../conformance/fixtures.ts";
import { makeFolder, nextLine, startChild } from "./support.ts";

async function refusal(path: string): Promise<FleetError> {
  const thrown = await openSqliteStore({ path }).then(
    (store) => store[Symbol.asyncDispose](),
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof FleetError)) throw new Error(`opened, or threw ${String(thrown)}`);
  return thrown;
}

/** Makes a database of this program, closed. */
async function makeDatabase(path: string): Promise<void> {
  await using store = await openSqliteStore({ path });
  await addClients(store, 1);
}

describe("a new database", () => {
  test("can be read by its owner only, with all that belongs to it", async () => {
    using folder = makeFolder();
    await using store = await openSqliteStore({ path: folder.database });
    await addClients(store, 1);
    for (const suffix of ["", "-wal", "-shm", ".lock"]) {
      expect([suffix, statSync(folder.database + suffix).mode & 0o777]).toEqual([suffix, 0o600]);
    }
  });

  test("is one whole file after closing, and its lock is free", async () => {
    using folder = makeFolder();
    await makeDatabase(folder.database);
    expect(existsSync(`${folder.database}-wal`)).toBe(false);
    await makeDatabase(folder.database);
  });

  test("syncs every commit", () => {
    using folder = makeFolder();
    using db = openDatabase({ path: folder.database, exclusive: false });
    expect(db.query("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(db.query("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(db.query("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
  });
});

describe("a database that cannot be used is refused with the reason and the next step:", () => {
  test("one that this process has open", async () => {
    using folder = makeFolder();
    await using _store = await openSqliteStore({ path: folder.database });
    const error = await refusal(folder.database);
    expect(error.code).toBe("conflict");
    expect(error.message).toBe(
      `cannot lock "${folder.database}.lock": process ${process.pid} holds it`,
    );
  });

  test("one of a newer version, which stays as it is", async () => {
    using folder = makeFolder();
    await makeDatabase(folder.database);
    const db = new Database(folder.database);
    db.run("PRAGMA user_version = 99");
    db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    db.close();
    const before = readFileSync(folder.database);
    const error = await refusal(folder.database);
    expect(error.code).toBe("conflict");
    expect(error.message).toMatch(
      /it was made by a newer fleet: version 99, this one knows up to \d+$/,
    );
    expect(error.hint).toContain("Install the newer version");
    expect(readFileSync(folder.database).equals(before)).toBe(true);
  });

  test("one of another program, which stays as it is", async () => {
    using folder = makeFolder();
    const db = new Database(folder.database);
    db.run("CREATE TABLE theirs (a)");
    db.close();
    const before = readFileSync(folder.database);
    const error = await refusal(folder.database);
    expect(error.code).toBe("invalid_data");
    expect(error.message).toContain("it belongs to another program");
    expect(readFileSync(folder.database).equals(before)).toBe(true);
  });

  test("a file that is no database", async () => {
    using folder = makeFolder();
    writeFileSync(
      folder.database,
      "these are minutes of a meeting, and long ones at that".repeat(99),
    );
    const error = await refusal(folder.database);
    expect(error.code).toBe("invalid_data");
    expect(error.message).toBe(
      `cannot open the database "${folder.database}": the file is not a SQLite database`,
    );
  });

  test("a damaged one", async () => {
    using folder = makeFolder();
    await makeDatabase(folder.database);
    const bytes = readFileSync(folder.database);
    bytes.fill(0xee, 100, 4096);
    writeFileSync(folder.database, bytes);
    const error = await refusal(folder.database);
    expect(error.code).toBe("invalid_data");
    expect(error.message).toContain("the database is damaged");
    expect(error.hint).toContain("restore a backup");
  });

  test("a missing folder, and a folder in place of the file", async () => {
    using folder = makeFolder();
    const missing = await refusal(join(folder.path, "none", "store.sqlite"));
    expect(missing.code).toBe("configuration");
    expect(missing.hint).toContain("Its folder does not exist");
    mkdirSync(folder.database);
    const isFolder = await refusal(folder.database);
    expect(isFolder.code).toBe("configuration");
    expect(isFolder.hint).toContain("It is a folder");
  });

  test("a folder where this user may not write", async () => {
    using folder = makeFolder();
    chmodSync(folder.path, 0o555);
    const uid = process.getuid?.();
    using child = startChild("opener.ts", [folder.database], uid === 0 ? { uid: 65_534 } : {});
    const { code, message, hint } = JSON.parse(await nextLine(child)) as Record<string, string>;
    chmodSync(folder.path, 0o700);
    expect(code).toBe("configuration");
    expect(message).toBe(`cannot open the lock file "${folder.database}.lock"`);
    expect(hint).toContain("This user may not use it");
  });

  test("a refused one is not left locked", async () => {
    using folder = makeFolder();
    writeFileSync(folder.database, "no database".repeat(100));
    await refusal(folder.database);
    writeFileSync(folder.database, "");
    await makeDatabase(folder.database);
  });

  test("where there is no flock, one that is open elsewhere", () => {
    using folder = makeFolder();
    using _first = openDatabase({ path: folder.database, exclusive: true });
    expect(() => openDatabase({ path: folder.database, exclusive: true })).toThrow(
      `cannot open the database "${folder.database}": another program holds the database`,
    );
  });
});
