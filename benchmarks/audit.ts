/**
 * What the audit log costs a change that programs make thousands of times: InsertMessage for a client, on a SQLite store,
 * with and without its entry, by turns.
 *
 *   bun benchmarks/audit.ts [--messages 20000] [--rounds 10] [--callers 1,16,64]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { Caller } from "../src/core/caller.ts";
import { systemClock } from "../src/core/clock.ts";
import { type ClientId, deriveClientId } from "../src/core/ids.ts";
import { makeMessage } from "../src/core/message.ts";
import { microsFromMs } from "../src/core/time.ts";
import { entryOf } from "../src/roles/admin/access/audit-entry.ts";
import { judgeChange } from "../src/roles/admin/api/judge.ts";
import { insertMessage } from "../src/roles/admin/operations/insert-message.ts";
import type { Store } from "../src/store/store.ts";
import { openSqliteStore } from "../src/store/sqlite/store.ts";
import { makeContext } from "../test/helpers/admin-fixture.ts";
import { percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "20000" },
    rounds: { type: "string", default: "10" },
    callers: { type: "string", default: "1,16,64" },
  },
});
const messages = Number(values.messages);
const rounds = Number(values.rounds);

const by: Caller = {
  ...{ door: "socket", name: undefined, serial: undefined, scope: "admin" },
  address: "the admin socket",
};

async function addClient({ clients }: Store): Promise<ClientId> {
  const publicKey = Buffer.from("a client's key");
  const clientId = deriveClientId(publicKey);
  await clients.add([{ clientId, publicKey, labels: [], time: microsFromMs(Date.now()) }]);
  return clientId;
}

/** @returns microseconds of CPU of each message: on a machine that does other things too, time says nothing. */
async function run(store: Store, clientId: ClientId, callers: number, audited: boolean) {
  const context = makeContext({ store });
  const insert = () => {
    const message = makeMessage({
      source: { clientId: undefined, serviceName: "a" },
      destination: { clientId, serviceName: "b" },
      messageType: "Benchmark",
    });
    const data = { typeUrl: "t", value: new Uint8Array(200) };
    return insertMessage(context, { ...message, data });
  };
  const what = `inserted a message "Benchmark" for service "b" of ${clientId}`;
  const once = () =>
    audited
      ? store.audit.record(entryOf("InsertMessage", what, by, systemClock), insert, judgeChange)
      : insert();
  let left = messages;
  const begin = process.cpuUsage();
  const one = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: callers }, one));
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / messages;
}

const folder = mkdtempSync(join(tmpdir(), "fleet-benchmark-"));
try {
  for (const callers of values.callers.split(",").map(Number)) {
    const times: Record<"with" | "without", number[]> = { with: [], without: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of round % 2 === 0
        ? (["without", "with"] as const)
        : (["with", "without"] as const)) {
        const store = await openSqliteStore({ path: join(folder, `${callers}-${round}-${kind}`) });
        const clientId = await addClient(store);
        times[kind].push(await run(store, clientId, callers, kind === "with"));
        await store[Symbol.asyncDispose]();
      }
    }
    const median = (all: readonly number[]) =>
      percentile(
        all.toSorted((a, b) => a - b),
        0.5,
      );
    const [plain, audited] = [median(times.without), median(times.with)];
    const more = ((audited / plain - 1) * 100).toFixed(0);
    console.log(
      `${callers} callers: ${plain.toFixed(1)} µs of CPU a message, ${audited.toFixed(1)} with its entry: ${more} % more`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
