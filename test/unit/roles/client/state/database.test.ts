import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";

import { newMessageId } from "../../../../../src/core/ids.ts";
import { ClientDatabase } from "../../../../../src/roles/client/state/database.ts";
import { ClientMemory } from "../../../../../src/roles/client/state/memory.ts";
import { clientPaths } from "../../../../../src/roles/client/state/paths.ts";
import { SeenMessages } from "../../../../../src/roles/client/state/seen-messages.ts";
import { openDatabase, temporaryFolder } from "../support.ts";

describe("the client database", () => {
  test("is the user's alone", async () => {
    using folder = temporaryFolder();
    await using _database = openDatabase(folder);
    const paths = clientPaths(folder.stateFile);
    expect(statSync(paths.database).mode & 0o777).toBe(0o600);
    expect(statSync(paths.lock).mode & 0o777).toBe(0o600);
  });

  test("is used by one client at a time, and the error says by which process", async () => {
    using folder = temporaryFolder();
    {
      await using _first = openDatabase(folder);
      expect(() => openDatabase(folder)).toThrow(
        expect.objectContaining({
          code: "conflict",
          message: expect.stringContaining(`${process.pid}`),
        }),
      );
    }
    await using _again = openDatabase(folder);
  });

  test("of a newer version is refused and left alone", async () => {
    using folder = temporaryFolder();
    const { database: path } = clientPaths(folder.stateFile);
    {
      await using _database = openDatabase(folder);
    }
    const raw = new Database(path);
    raw.run("PRAGMA user_version = 99");
    raw.close();
    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({ code: "conflict", message: expect.stringContaining("version 99") }),
    );
  });

  test("of another program, or no database at all, is refused", () => {
    using folder = temporaryFolder();
    const { database: path } = clientPaths(folder.stateFile);
    writeFileSync(
      path,
      "this is a text that is no database, and long enough to look like something".repeat(20),
    );
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: "configuration" }));
    using other = temporaryFolder();
    const raw = new Database(clientPaths(other.stateFile).database);
    raw.run("CREATE TABLE theirs (x)");
    raw.close();
    expect(() => openDatabase(other)).toThrow(expect.objectContaining({ code: "configuration" }));
  });

  test("is not opened through a link", () => {
    using folder = temporaryFolder();
    const { database: path } = clientPaths(folder.stateFile);
    writeFileSync(`${folder.path}/target`, "");
    chmodSync(`${folder.path}/target`, 0o600);
    symlinkSync(`${folder.path}/target`, path);
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: "configuration" }));
    expect(readFileSync(`${folder.path}/target`).length).toBe(0);
  });

  test("says that a full disk is a full disk, and keeps the others' writes", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    database.sql("PRAGMA max_page_count = 20").get();
    const insert = (bytes: number) => () =>
      void database
        .sql("INSERT INTO outbox (priority, message) VALUES (1, ?)")
        .run(new Uint8Array(bytes));
    const large = database.write(insert(1 << 20));
    const small = database.write(insert(10));
    await expect(large).rejects.toMatchObject({ code: "resource_exhausted" });
    await small;
    expect(database.sql<{ n: number }>("SELECT count(*) AS n FROM outbox").get()).toEqual({ n: 1 });
  });

  test("refuses writes once it is closed", async () => {
    using folder = temporaryFolder();
    const database = openDatabase(folder);
    await database[Symbol.asyncDispose]();
    await expect(database.write(() => {})).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("seen messages", () => {
  test("are found again after a restart, with what was reported of them", async () => {
    using folder = temporaryFolder();
    const [processed, failed] = [newMessageId(), newMessageId()];
    {
      await using database = openDatabase(folder);
      const seen = new SeenMessages(database);
      await database.write(() => seen.mark(processed, undefined));
      await database.write(() => seen.mark(failed, "no such file"));
    }
    await using database = openDatabase(folder);
    const seen = new SeenMessages(database);
    expect(seen.find(processed)).toEqual({ error: undefined });
    expect(seen.find(failed)).toEqual({ error: "no such file" });
    expect(seen.find(newMessageId())).toBeUndefined();
  });

  test("are forgotten, the oldest first, when there are too many", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const seen = new SeenMessages(database, 2);
    const ids = [newMessageId(), newMessageId(), newMessageId()];
    for (const id of ids) await database.write(() => seen.mark(id, undefined));
    expect(ids.map((id) => seen.find(id) !== undefined)).toEqual([false, true, true]);
  });
});

describe("the client's memory", () => {
  test("keeps the newest signed time of a service", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const memory = new ClientMemory(database);
    expect(memory.newestSignedTime("ls")).toBeUndefined();
    await memory.acceptSignedTime("ls", 2_000);
    await memory.acceptSignedTime("ls", 1_000);
    expect(memory.newestSignedTime("ls")).toBe(2_000);
  });

  test("keeps which transport worked with which server, and which server answered last", async () => {
    using folder = temporaryFolder();
    {
      await using database = ClientDatabase.open(clientPaths(folder.stateFile), "OFF");
      const memory = new ClientMemory(database);
      await memory.rememberTransport("a:1", { kind: "stream", chosenAt: 5 }, 10);
      await memory.rememberTransport("b:1", { kind: "poll", chosenAt: 6 }, 9);
    }
    await using database = openDatabase(folder);
    const memory = new ClientMemory(database);
    expect(memory.transportOf("b:1")).toEqual({ kind: "poll", chosenAt: 6 });
    expect(memory.lastServer()).toBe("a:1");
  });
});
