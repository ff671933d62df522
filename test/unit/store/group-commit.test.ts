import { Database } from "bun:sqlite";
import { beforeEach, describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { GroupCommit, type CommitInfo } from "../../../src/store/sqlite/group-commit.ts";
import { makeFolder } from "./support.ts";

let db: Database;
let commits: CommitInfo[];
let writes: GroupCommit;

beforeEach(() => {
  db = new Database(":memory:");
  db.run("PRAGMA foreign_keys = ON");
  db.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
  db.run("CREATE TABLE child (a REFERENCES t DEFERRABLE INITIALLY DEFERRED)");
  db.run("CREATE TABLE big (a)");
  commits = [];
  writes = new GroupCommit(db, (info) => commits.push(info));
});

const insert = (n: number) =>
  writes.add(`insert ${n}`, () => db.run("INSERT INTO t VALUES (?)", [n]).changes);
const rows = () =>
  db
    .query<{ a: number }, []>("SELECT a FROM t ORDER BY rowid")
    .all()
    .map(({ a }) => a);

async function outcomes(calls: readonly Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((one) => {
    if (one.status === "fulfilled") return "done";
    const reason: unknown = one.reason;
    return reason instanceof FleetError ? `${reason.code}: ${reason.message}` : reason;
  });
}

describe("group commit", () => {
  test("makes one transaction of the calls of one turn, and another of the next", async () => {
    await Promise.all([insert(1), insert(2), insert(3)]);
    await insert(4);
    expect(commits.map(({ calls }) => calls)).toEqual([3, 1]);
    expect(commits.every(({ durationMs }) => durationMs > 0)).toBe(true);
  });

  test("answers nobody before the commit", async () => {
    let inTransaction: boolean | undefined;
    await insert(1).then(() => (inTransaction = db.inTransaction));
    expect(inTransaction).toBe(false);
    const call = insert(2);
    expect(rows()).toEqual([1]);
    await call;
    expect(rows()).toEqual([1, 2]);
  });

  test("undoes a failing call, and that alone", async () => {
    const failing = writes.add("fail", () => {
      db.run("INSERT INTO t VALUES (5)");
      throw new FleetError("not_found", "no such thing");
    });
    expect(await outcomes([insert(1), failing, insert(2)])).toEqual([
      "done",
      "not_found: no such thing",
      "done",
    ]);
    expect(rows()).toEqual([1, 2]);
  });

  test("tells a participant what became of each call, and lets it write before the commit", async () => {
    const told: string[] = [];
    writes.takePart({
      callDone: () => told.push("done"),
      callUndone: () => told.push("undone"),
      beforeCommit: () => told.push(`before commit: ${db.run("INSERT INTO t VALUES (9)").changes}`),
      transactionUndone: () => told.push("all undone"),
    });
    const failing = () =>
      writes.add("fail", () => {
        throw new FleetError("not_found", "no such thing");
      });
    await outcomes([insert(1), failing(), insert(2)]);
    expect(told).toEqual(["done", "undone", "done", "before commit: 1"]);
    expect(rows()).toEqual([1, 2, 9]);
    told.length = 0;
    await outcomes([failing()]);
    expect(told).toEqual(["undone"]);
    // What the participant writes is there already: the transaction fails as a whole.
    told.length = 0;
    expect(await outcomes([insert(3)])).toEqual([
      "internal: cannot insert 3: UNIQUE constraint failed: t.a",
    ]);
    expect(told).toEqual(["done", "all undone"]);
    expect(rows()).toEqual([1, 2, 9]);
  });

  test("undoes a failing call that is alone", async () => {
    const failing = writes.add("fail", () => {
      db.run("INSERT INTO t VALUES (5)");
      db.run("INSERT INTO t VALUES (5)");
    });
    expect(await outcomes([failing])).toEqual([
      "internal: cannot fail: UNIQUE constraint failed: t.a",
    ]);
    expect(rows()).toEqual([]);
    await insert(5);
  });

  test("rejects all when the commit fails, each with its own action, and goes on afterwards", async () => {
    const orphan = writes.add("add an orphan", () => db.run("INSERT INTO child VALUES (99)"));
    const reason = "FOREIGN KEY constraint failed";
    expect(await outcomes([insert(1), orphan])).toEqual([
      `internal: cannot insert 1: ${reason}`,
      `internal: cannot add an orphan: ${reason}`,
    ]);
    expect(rows()).toEqual([]);
    await insert(2);
    expect(rows()).toEqual([2]);
  });

  test("calls a full disk resource_exhausted; what was answered is there and nothing else", async () => {
    const pages = db.query<{ page_count: number }, []>("PRAGMA page_count").get()?.page_count ?? 0;
    db.run(`PRAGMA max_page_count = ${pages + 20}`);
    const fill = () =>
      writes.add("fill", () => db.run("INSERT INTO big VALUES (randomblob(200000))"));
    const calls = [insert(1), fill(), insert(2)];
    const results = await outcomes(calls);
    expect(results[1]).toBe("resource_exhausted: cannot fill: the disk is full");
    const expected = [1, 2].filter((n) => results[(n - 1) * 2] === "done");
    expect(rows()).toEqual(expected);
    expect(await outcomes([fill()])).toEqual(["resource_exhausted: cannot fill: the disk is full"]);
    await insert(3);
    expect(rows()).toEqual([...expected, 3]);
  });

  test("rejects the whole turn when SQLite gave up the transaction", async () => {
    const giveUp = writes.add("give up", () => {
      db.run("ROLLBACK");
      throw new Error("the disk is gone");
    });
    expect(await outcomes([insert(1), giveUp, insert(2)])).toEqual([
      "internal: cannot insert 1: the disk is gone",
      "internal: cannot give up: the disk is gone",
      "internal: cannot insert 2: the disk is gone",
    ]);
    expect(rows()).toEqual([]);
    await insert(3);
  });

  test("rejects while another connection writes, without waiting for it", async () => {
    using folder = makeFolder();
    using other = new Database(folder.database);
    other.run("CREATE TABLE t (a)");
    other.run("BEGIN IMMEDIATE");
    using mine = new Database(folder.database);
    const busy = new GroupCommit(mine, undefined);
    const call = () => busy.add("insert", () => mine.run("INSERT INTO t VALUES (1)").changes);
    expect(await outcomes([call(), call()])).toEqual([
      "conflict: cannot insert: another program holds the database",
      "conflict: cannot insert: another program holds the database",
    ]);
    other.run("COMMIT");
    expect(await outcomes([call()])).toEqual(["done"]);
    busy.close();
  });

  test("does what is queued when it closes", async () => {
    const call = insert(1);
    writes.close();
    expect(rows()).toEqual([1]);
    await call;
  });
});
