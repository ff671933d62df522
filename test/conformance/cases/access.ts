/** What store/access.ts promises about credentials and repeated writes. */
import assert from "node:assert/strict";

import type { CredentialId } from "../../../src/core/credential.ts";
import type { IdempotencyKey, NewCredential } from "../../../src/store/access.ts";
import { minute, plain, rejects, start } from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const id = (n: number) => n.toString(16).padStart(16, "0") as CredentialId;
const hashOf = (n: number) => new Uint8Array(32).fill(n);

export function credentialOf(n: number, fields: Partial<NewCredential> = {}): NewCredential {
  return {
    credentialId: id(n),
    kind: "token",
    name: `number ${n}`,
    scope: "read",
    secretHash: hashOf(n),
    createdTime: start,
    createdFrom: "the admin socket",
    expiresTime: start + 10 * minute,
    ...fields,
  };
}

const unused = { revokedTime: undefined, lastUsedTime: undefined, lastUsedFrom: undefined };
const login = (n: number, fields: Partial<NewCredential> = {}) =>
  credentialOf(n, { kind: "login", scope: "admin", ...fields });
const session = (n: number, fields: Partial<NewCredential> = {}) =>
  credentialOf(n, { kind: "session", createdTime: start + minute, ...fields });

export const credentialCases: readonly StoreCase[] = [
  {
    name: "a credential is kept as it was added",
    async run(store) {
      const endless = credentialOf(2, { kind: "session", scope: "send", expiresTime: undefined });
      const secretHash = hashOf(1);
      const adding = store.credentials.add(credentialOf(1, { secretHash }));
      secretHash.fill(9);
      await Promise.all([adding, store.credentials.add(endless)]);
    },
    async after(store) {
      const [one, two] = [await store.credentials.get(id(1)), await store.credentials.get(id(2))];
      assert.deepEqual(plain(one), { ...credentialOf(1), ...unused });
      assert.equal(two?.expiresTime, undefined);
      assert.deepEqual([two?.kind, two?.scope], ["session", "send"]);
      assert.equal(await store.credentials.get(id(3)), undefined);
    },
  },
  {
    name: "an id of a credential is never used twice",
    async run(store) {
      await store.credentials.add(credentialOf(1));
      await rejects("conflict", store.credentials.add(credentialOf(1, { name: "another" })));
      await rejects(
        "invalid_argument",
        store.credentials.add(credentialOf(2, { secretHash: new Uint8Array(31) })),
      );
      assert.equal((await store.credentials.get(id(1)))?.name, "number 1");
    },
  },
  {
    name: "credentials are listed by kind, the newest first, whatever they are worth",
    async run(store) {
      await store.credentials.add(credentialOf(7));
      await store.credentials.add(credentialOf(3, { kind: "session" }));
      await store.credentials.add(credentialOf(5, { expiresTime: start - minute }));
      await store.credentials.revoke(id(7), start);
    },
    async after(store) {
      const ids = async (kind: "token" | "login" | undefined) =>
        (await store.credentials.list(kind)).map(({ credentialId }) => credentialId);
      assert.deepEqual(await ids(undefined), [id(5), id(3), id(7)]);
      assert.deepEqual(await ids("token"), [id(5), id(7)]);
      assert.deepEqual(await ids("login"), []);
    },
  },
  {
    name: "of the uses of a credential, the latest is kept",
    async run(store) {
      await store.credentials.add(credentialOf(1));
      const use = (n: number, minutes: number, from: string) =>
        ({ credentialId: id(n), time: start + minutes * minute, from }) as const;
      await store.credentials.touch([use(1, 2, "192.0.2.1"), use(9, 1, "192.0.2.9")]);
      await store.credentials.touch([use(1, 1, "192.0.2.2")]);
    },
    async after(store) {
      const record = await store.credentials.get(id(1));
      assert.deepEqual(
        [record?.lastUsedTime, record?.lastUsedFrom],
        [start + 2 * minute, "192.0.2.1"],
      );
      assert.equal((await store.credentials.list(undefined)).length, 1);
    },
  },
  {
    name: "a login is exchanged once, however many try at once",
    async run(store) {
      await store.credentials.add(login(1));
      const tries = [2, 3, 4].map((n) => store.credentials.exchange(id(1), session(n)));
      assert.deepEqual(await Promise.all(tries), ["consumed", "unusable", "unusable"]);
      assert.equal(await store.credentials.exchange(id(1), session(5)), "unusable");
    },
    async after(store) {
      const sessions = await store.credentials.list("session");
      assert.deepEqual(plain(sessions), [{ ...session(2), ...unused }]);
      assert.equal((await store.credentials.get(id(1)))?.revokedTime, start + minute);
      assert.equal(await store.credentials.exchange(id(1), session(6)), "unusable");
    },
  },
  {
    name: "what is unknown, expired, revoked or no login is not exchanged",
    async run(store) {
      await store.credentials.add(login(1, { expiresTime: start + minute }));
      await store.credentials.add(login(2));
      await store.credentials.revoke(id(2), start);
      await store.credentials.add(credentialOf(3));
      for (const n of [1, 2, 3, 4])
        assert.equal(await store.credentials.exchange(id(n), session(9)), "unusable");
      assert.deepEqual(await store.credentials.list("session"), []);
    },
  },
  {
    name: "a login whose session cannot be added remains",
    async run(store) {
      await store.credentials.add(login(1));
      await store.credentials.add(session(2));
      await rejects("conflict", store.credentials.exchange(id(1), session(2)));
      assert.equal(await store.credentials.exchange(id(1), session(3)), "consumed");
    },
  },
  {
    name: "a credential is revoked once",
    async run(store) {
      await store.credentials.add(credentialOf(1));
      assert.equal(await store.credentials.revoke(id(1), start + minute), true);
      assert.equal(await store.credentials.revoke(id(1), start + 2 * minute), false);
      assert.equal(await store.credentials.revoke(id(2), start), false);
    },
    async after(store) {
      assert.equal((await store.credentials.get(id(1)))?.revokedTime, start + minute);
    },
  },
  {
    name: "credentials that were revoked or expired long enough ago are pruned, so many at most",
    async run(store) {
      for (const n of [1, 2, 3, 4]) await store.credentials.add(credentialOf(n));
      await store.credentials.add(credentialOf(5, { expiresTime: undefined }));
      await store.credentials.add(credentialOf(6, { expiresTime: start + 30 * minute }));
      await store.credentials.revoke(id(6), start + minute);
      assert.equal(await store.credentials.prune(start + minute, 9), 0);
      assert.equal(await store.credentials.prune(start + 10 * minute, 9), 1);
      assert.equal(await store.credentials.prune(start + 11 * minute, 3), 3);
      assert.equal(await store.credentials.prune(start + 11 * minute, 3), 1);
    },
    async after(store) {
      const left = await store.credentials.list(undefined);
      assert.deepEqual(
        left.map(({ credentialId }) => credentialId),
        [id(5)],
      );
    },
  },
];

const key = (name: string, fields: Partial<IdempotencyKey> = {}): IdempotencyKey => ({
  ...{ caller: "one", operation: "send_message", key: name },
  ...fields,
});
const begun = (minutes = 0, n = 1) => ({
  inputHash: hashOf(n),
  server: "server one",
  time: start + minutes * minute,
});

export const idempotencyCases: readonly StoreCase[] = [
  {
    name: "a write is begun by one caller, however many try at once",
    async run(store) {
      const inputHash = hashOf(1);
      const first = store.idempotency.begin(key("a"), { ...begun(), inputHash }, 9);
      inputHash.fill(7);
      const second = store.idempotency.begin(key("a"), begun(5, 2), 9);
      assert.equal(await first, undefined);
      assert.deepEqual(plain(await second), { ...begun(), answer: undefined });
    },
    async after(store) {
      const found = await store.idempotency.begin(key("a"), begun(5, 2), 9);
      assert.deepEqual(plain(found), { ...begun(), answer: undefined });
    },
  },
  {
    name: "callers and operations have keys of their own",
    async run(store) {
      const keys = [key("a"), key("a", { caller: "two" }), key("a", { operation: "put_file" })];
      for (const one of keys) {
        assert.equal(await store.idempotency.begin(one, begun(), 9), undefined);
        await store.idempotency.complete(one, JSON.stringify(one));
      }
      for (const one of keys) {
        const found = await store.idempotency.begin(one, begun(), 9);
        assert.equal(found?.answer, JSON.stringify(one));
      }
    },
  },
  {
    name: "an answer is kept, and an empty one is one",
    async run(store) {
      await store.idempotency.begin(key("a"), begun(), 9);
      await store.idempotency.begin(key("b"), begun(), 9);
      await store.idempotency.complete(key("a"), '{"message_id":"00"}');
      await store.idempotency.complete(key("b"), "");
      await rejects("not_found", store.idempotency.complete(key("c"), "late"));
    },
    async after(store) {
      const found = await store.idempotency.begin(key("a"), begun(1), 9);
      assert.equal(found?.answer, '{"message_id":"00"}');
      assert.equal((await store.idempotency.begin(key("b"), begun(1), 9))?.answer, "");
    },
  },
  {
    name: "a write that is forgotten is begun anew, one that has its answer is not forgotten",
    async run(store) {
      for (const name of ["a", "b"]) await store.idempotency.begin(key(name), begun(), 9);
      await store.idempotency.complete(key("b"), "b's");
      for (const name of ["a", "b", "c"]) await store.idempotency.forget(key(name));
      assert.equal(await store.idempotency.begin(key("a"), begun(), 9), undefined);
      assert.equal((await store.idempotency.begin(key("b"), begun(), 9))?.answer, "b's");
    },
  },
  {
    name: "so many answers of a caller are kept and no more, until the old ones are pruned",
    async run(store) {
      for (const [n, name] of ["a", "b", "c"].entries())
        await store.idempotency.begin(key(name), begun(n), 3);
      await rejects("resource_exhausted", store.idempotency.begin(key("d"), begun(3), 3));
      const another = { ...key("d"), caller: "another" };
      assert.equal(await store.idempotency.begin(another, begun(9), 3), undefined);
      assert.equal((await store.idempotency.begin(key("a"), begun(3), 3))?.time, start);
      assert.equal(await store.idempotency.prune(start, 9), 0);
      assert.equal(await store.idempotency.prune(start + 2 * minute, 1), 1);
      assert.equal(await store.idempotency.begin(key("a"), begun(3), 3), undefined);
      assert.equal(await store.idempotency.prune(start + 2 * minute, 9), 1);
    },
  },
];
