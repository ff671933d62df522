/** Stores that each break one promise of store/access.ts (broken-stores.ts). */
import { auditHash } from "../../src/core/audit.ts";
import { FleetError } from "../../src/core/errors.ts";
import { type Breakage, replace } from "./replace-part.ts";

export const brokenAccess: Readonly<Record<string, Breakage>> = {
  "a login is looked at before it is used up": replace("credentials", (good) => ({
    async exchange(login, session) {
      const record = await good.get(login);
      const isUsable =
        record?.kind === "login" &&
        record.revokedTime === undefined &&
        (record.expiresTime ?? Infinity) > session.createdTime;
      if (!isUsable) return "unusable";
      await good.revoke(login, session.createdTime);
      await good.add(session);
      return "consumed";
    },
  })),
  "a login never expires": replace("credentials", (good) => ({
    add: (credential) => good.add({ ...credential, expiresTime: undefined }),
  })),
  "a token is as good as a login": replace("credentials", (good) => ({
    async exchange(login, session) {
      const outcome = await good.exchange(login, session);
      const isToken = (await good.get(login))?.kind === "token";
      if (outcome === "unusable" && isToken) await good.add(session);
      return outcome;
    },
  })),
  "a use of long ago is the last one": replace("credentials", (good) => ({
    touch: (uses) => good.touch(uses.map((use) => ({ ...use, time: use.time * 2 }))),
  })),
  "a revoked credential is revoked again": replace("credentials", (good) => ({
    revoke: async (id, time) => (await good.revoke(id, time)) || true,
  })),
  "revoked credentials are not listed": replace("credentials", (good) => ({
    list: async (kind) =>
      (await good.list(kind)).filter(({ revokedTime }) => revokedTime === undefined),
  })),
  "credentials are listed oldest first": replace("credentials", (good) => ({
    list: async (kind) => (await good.list(kind)).reverse(),
  })),
  "a credential takes the place of another": replace("credentials", (good) => ({
    add: (credential) => good.add(credential).catch(() => {}),
  })),
  "no credential is pruned": replace("credentials", () => ({ prune: async () => 0 })),
  "credentials that were revoked stay": replace("credentials", (good) => ({
    async prune(before, maxRows) {
      const revoked = (await good.list(undefined)).filter((one) => one.revokedTime !== undefined);
      const count = await good.prune(before, maxRows);
      for (const { revokedTime: _, ...credential } of revoked) {
        if (!(await good.get(credential.credentialId))) await good.add(credential);
      }
      return count;
    },
  })),

  "entries are written after their change": replace("audit", (good) => ({
    async record(entry, change) {
      const value = await change();
      await good.append(entry);
      return value;
    },
  })),
  "entries are written before their change": replace("audit", (good) => ({
    async record(entry, change) {
      await good.append(entry);
      return change();
    },
  })),
  "a failed change leaves no entry": replace("audit", (good) => ({
    append: (entry, failure) =>
      failure === undefined ? good.append(entry) : Promise.resolve({ seq: 0, hash: "" }),
    async record(entry, change) {
      return good.record(entry, change, () => undefined);
    },
  })),
  "nobody judges": replace("audit", (good) => ({
    record: (entry, change) => good.record(entry, change),
  })),
  "the chain is not of the entries": replace("audit", (good) => ({
    page: async (page) =>
      (await good.page(page)).map((entry) => ({ ...entry, hash: auditHash("", entry) })),
  })),
  "an entry is altered": replace("audit", (good) => ({
    page: async (page) =>
      (await good.page(page)).map((entry) => (entry.seq === 2 ? { ...entry, what: "b" } : entry)),
  })),
  "an entry is left out": replace("audit", (good) => ({
    page: async (page) => (await good.page(page)).filter(({ seq }) => seq !== 2),
  })),
  "pages of the log go one way only": replace("audit", (good) => ({
    page: (page) => good.page({ ...page, order: "ascending" }),
  })),
  "the head is an old one": replace("audit", (good) => ({
    async head() {
      const { seq, hash } = await good.head();
      return { seq: Math.max(0, seq - 1), hash };
    },
  })),

  "a write is begun by all who try": replace("idempotency", (good) => ({
    async begin(key, record, maxRecords) {
      const found = await good.begin(key, record, maxRecords);
      return found?.answer === undefined ? undefined : found;
    },
  })),
  "all callers share their keys": replace("idempotency", (good) => ({
    begin: (key, record, maxRecords) => good.begin({ ...key, caller: "" }, record, maxRecords),
    complete: (key, answer) => good.complete({ ...key, caller: "" }, answer),
  })),
  "an answer is lost": replace("idempotency", (good) => ({
    complete: (key) => good.complete(key, ""),
  })),
  "what has its answer is forgotten": replace("idempotency", (good) => ({
    async begin(key, record, maxRecords) {
      const found = await good.begin(key, record, maxRecords);
      return found?.answer === "b's" ? { ...found, answer: undefined } : found;
    },
  })),
  "any number of answers is kept": replace("idempotency", (good) => ({
    begin: (key, record) => good.begin(key, record, 1e9),
  })),
  "one caller takes the room of the others": replace("idempotency", (good) => {
    const kept = new Set<string>();
    return {
      async begin(key, record, maxRecords) {
        const name = `${key.caller} ${key.key}`;
        if (!kept.has(name) && kept.size >= maxRecords)
          throw new FleetError("resource_exhausted", "there is no room");
        kept.add(name);
        return await good.begin(key, record, maxRecords);
      },
    };
  }),
  "answers stay for ever": replace("idempotency", () => ({ prune: async () => 0 })),
};
