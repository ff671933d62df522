/** What store/access.ts promises about the audit log. */
import assert from "node:assert/strict";

import {
  type AuditEntry,
  type NewAuditEntry,
  AuditVerifier,
  auditHash,
  auditOrigin,
} from "../../../src/core/audit.ts";
import { FleetError } from "../../../src/core/errors.ts";
import type { Store } from "../../../src/store/store.ts";
import { addClients, clientId, rejects, start, toClient } from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const entry = (what: string, fields: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  ...{ time: start, door: "http", who: "somebody", from: "192.0.2.1", action: "put_file", what },
  ...fields,
});

const file = (fileName: string) => ({ serviceName: "Files", fileName });
const put = (store: Store, fileName: string, modifiedTime = start) =>
  store.files.put(file(fileName), { data: Uint8Array.of(1), modifiedTime });

const all = { from: undefined, order: "ascending", limit: 1000 } as const;
const told = ({ what, outcome, reason }: AuditEntry) => [what, outcome, reason];
const list = async (store: Store) => (await store.audit.page(all)).map(told);

async function verify(store: Store): Promise<void> {
  const verifier = new AuditVerifier(await store.audit.head());
  for (const one of await store.audit.page(all)) verifier.add(one);
  assert.deepEqual(verifier.finish(), await store.audit.head());
}

export const auditCases: readonly StoreCase[] = [
  {
    name: "an audit log begins with nothing",
    async run(store) {
      assert.deepEqual(await store.audit.head(), auditOrigin);
      assert.deepEqual(await store.audit.page(all), []);
    },
  },
  {
    name: "every entry is chained to the one before, and the head is the last",
    async run(store) {
      const heads = await Promise.all(
        ["a", "b", "c"].map((what) => store.audit.append(entry(what))),
      );
      assert.deepEqual(
        heads.map(({ seq }) => seq),
        [1, 2, 3],
      );
      assert.deepEqual(heads.at(-1), await store.audit.head());
    },
    async after(store) {
      await store.audit.append(entry("after a restart"), "it did not work");
      await verify(store);
      const [first] = await store.audit.page(all);
      assert(first);
      const { hash, ...rest } = first;
      assert.deepEqual(rest, { ...entry("a"), seq: 1, outcome: "done", reason: "" });
      assert.equal(hash, auditHash(auditOrigin.hash, rest));
      assert.deepEqual((await list(store)).at(-1), [
        ...["after a restart", "failed", "it did not work"],
      ]);
    },
  },
  {
    name: "an entry is as durable as the change that it is about, and not later",
    async run(store) {
      let seen = auditOrigin;
      await store.audit.record(entry("the file"), async () => {
        await put(store, "a");
        seen = await store.audit.head();
      });
      assert.equal(seen.seq, 1);
      assert.deepEqual(await store.audit.head(), seen);
    },
    async after(store) {
      assert.deepEqual(await list(store), [["the file", "done", ""]]);
      assert(await store.files.get(file("a")));
    },
  },
  {
    name: "an entry goes with a change that begins with reading, and with the first write only",
    async run(store) {
      const returned = await store.audit.record(entry("two files"), async () => {
        await store.files.list(undefined);
        await store.audit.head();
        await put(store, "a");
        await put(store, "b");
        return "what it returns";
      });
      assert.equal(returned, "what it returns");
      await put(store, "c");
      assert.deepEqual(await list(store), [["two files", "done", ""]]);
    },
  },
  {
    name: "changes under way at once have their own entries",
    async run(store) {
      const names = ["a", "b", "c", "d"];
      await Promise.all(
        names.map((name) => store.audit.record(entry(name), () => put(store, name))),
      );
      assert.deepEqual(
        await list(store),
        names.map((name) => [name, "done", ""]),
      );
      await verify(store);
    },
  },
  {
    name: "a change that fails leaves an entry that says why, and nothing else",
    async run(store) {
      const failing = store.audit.record(entry("of no client"), () =>
        store.clients.blacklist([clientId(9)]),
      );
      await rejects("not_found", failing);
      const refused = store.audit.record(entry("a bad time"), () => put(store, "a", NaN));
      await rejects("invalid_argument", refused);
      const before = store.audit.record(entry("at once"), () => {
        throw new FleetError("refused", "not today");
      });
      await rejects("refused", before);
    },
    async after(store) {
      const entries = await list(store);
      assert.deepEqual(
        entries.map(([what, outcome]) => [what, outcome]),
        ["of no client", "a bad time", "at once"].map((what) => [what, "failed"]),
      );
      assert.match(String(entries[0]?.[2]), /c000000000000009/);
      assert.equal(entries[2]?.[2], "not today");
      assert.equal(await store.files.get(file("a")), undefined);
    },
  },
  {
    name: "a change that fails after its write leaves both",
    async run(store) {
      const failing = store.audit.record(entry("half"), async () => {
        await put(store, "a");
        throw new FleetError("unavailable", "the rest did not happen");
      });
      await rejects("unavailable", failing);
      assert.deepEqual(await list(store), [
        ["half", "done", ""],
        ["half", "failed", "the rest did not happen"],
      ]);
    },
  },
  {
    name: "a change that is judged to be none has failed, once",
    async run(store) {
      await addClients(store, 1);
      const judge = (outcomes: unknown) =>
        Array.isArray(outcomes) && outcomes.includes("unknown_client") ? "not known" : undefined;
      const insert = (n: number) => async () => {
        const [outcome] = await store.messages.store([toClient(n, clientId(n))]);
        if (outcome !== "stored") throw new FleetError("not_found", "no such client");
      };
      await store.audit.record(entry("known"), insert(1), judge);
      await rejects("not_found", store.audit.record(entry("unknown"), insert(2), judge));
      assert.deepEqual(await list(store), [
        ["known", "done", ""],
        ["unknown", "failed", "not known"],
      ]);
    },
  },
  {
    name: "what changes nothing in the store has its entry when it is over",
    async run(store) {
      await store.audit.record(entry("elsewhere"), async () => undefined);
      await store.audit.record(entry("a note"), async () => {
        await store.credentials.touch([]);
        await store.idempotency.forget({ caller: "", operation: "", key: "" });
        assert.equal((await store.audit.head()).seq, 1);
      });
      assert.deepEqual(await list(store), [
        ["elsewhere", "done", ""],
        ["a note", "done", ""],
      ]);
    },
  },
  {
    name: "without its entry a change does not happen",
    async run(store) {
      const unwritable = entry("at no time", { time: Number.NaN });
      await rejects(
        "invalid_argument",
        store.audit.record(unwritable, () => put(store, "a")),
      );
      assert.equal(await store.files.get(file("a")), undefined);
      assert.deepEqual(await list(store), []);
    },
  },
  {
    name: "texts are cut, and come back as they were hashed",
    async run(store) {
      const odd = 'a\0b\ud800c "\u202e\n\u001b[31m<script>';
      await store.audit.append(entry(odd, { who: odd, from: odd, action: odd }), odd);
      await store.audit.append(entry("\u{1f600}".repeat(100_000)));
    },
    async after(store) {
      await verify(store);
      const [odd, long] = await store.audit.page(all);
      assert.equal(odd?.what, 'a\ufffdb\ufffdc "\u202e\n\u001b[31m<script>');
      assert(long && long.what.length <= 1000);
    },
  },
  {
    name: "pages of the audit log go either way",
    async run(store) {
      for (const what of ["a", "b", "c", "d"]) await store.audit.append(entry(what));
      const page = async (order: "ascending" | "descending", from: number | undefined, limit = 2) =>
        (await store.audit.page({ order, from, limit })).map(({ what }) => what).join("");
      assert.equal(await page("ascending", undefined), "ab");
      assert.equal(await page("ascending", 2), "cd");
      assert.equal(await page("ascending", 4), "");
      assert.equal(await page("descending", undefined), "dc");
      assert.equal(await page("descending", 3), "ba");
      assert.equal(await page("descending", 1), "");
      await rejects("invalid_argument", page("ascending", undefined, -1));
    },
  },
  {
    name: "the audit log is never pruned",
    async run(store) {
      await store.audit.append(entry("a"));
      const before = start * 2;
      await store.prune({
        ...{ messages: before, contacts: before, resourceUsage: before, broadcasts: before },
        maxRows: 100,
      });
      await store.credentials.prune(before, 100);
      await store.idempotency.prune(before, 100);
      assert.equal((await store.audit.head()).seq, 1);
    },
  },
];
