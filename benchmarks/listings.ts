/**
 * How long the store's listings, searches and counts take in a big database: median and worst of each.
 *
 *   bun benchmarks/listings.ts [--clients 10000] [--messages 1000000] [--keep FILE] [--rounds 20]
 *
 * With --keep the database is made at FILE, or taken from there if it exists.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { ClientId, MessageId } from "../src/core/ids.ts";
import type { ClientSort, MessageFilter, MessageState } from "../src/store/reports.ts";
import { openSqliteStore } from "../src/store/sqlite/store.ts";
import type { Store } from "../src/store/store.ts";
import { makeBigDatabase } from "./lib/big-database.ts";
import { percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    messages: { type: "string", default: "1000000" },
    keep: { type: "string" },
    rounds: { type: "string", default: "20" },
  },
});
const rounds = Number(values.rounds);

/** @returns milliseconds of the slowest; failures are not caught. */
async function measure(name: string, call: (round: number) => Promise<string>): Promise<number> {
  const samples: number[] = [];
  let answer = "";
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    answer = await call(round);
    samples.push(performance.now() - start);
  }
  const sorted = samples.toSorted((left, right) => left - right);
  const worst = sorted.at(-1) ?? Number.NaN;
  const columns = [percentile(sorted, 0.5), worst].map((ms) => ms.toFixed(1).padStart(8));
  console.log(`${name.padEnd(74)}${columns.join("")}   ${answer}`);
  return worst;
}

interface Sample {
  readonly client: ClientId;
  readonly message: MessageId;
  readonly now: number;
}

function filtersOf({ client, now }: Sample): MessageFilter[] {
  const day = 86_400e6;
  const clients = [undefined, client];
  const directions = [undefined, "to_client", "to_server"] as const;
  const services = [undefined, "Shell", "Nothing"];
  const types = [undefined, "StdinOutput", "Nothing"];
  const states: (MessageState | undefined)[] = [undefined, "pending", "processed", "failed"];
  const times = [
    {},
    { createdFrom: now - 20 * day, createdBefore: now - 20 * day + 60e6 },
    { createdFrom: now + day },
  ];
  const filters: MessageFilter[] = [];
  for (const clientId of clients)
    for (const direction of directions)
      for (const serviceName of services)
        for (const messageType of types)
          for (const state of states)
            for (const time of times)
              filters.push({ clientId, direction, serviceName, messageType, state, ...time });
  return filters;
}

function describe(filter: MessageFilter): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  return parts.map(([name, value]) => `${name} ${String(value).slice(0, 16)}`).join(", ") || "all";
}

/** Every combination, two pages of each, three times: the first may wait for the disk, the median tells what it costs. */
async function measureMessages(store: Store, sample: Sample): Promise<void> {
  const filters = filtersOf(sample);
  const first: Timing[] = [];
  const medians: Timing[] = [];
  for (const filter of filters) {
    let after: string | undefined;
    for (let page = 1; page <= 2; page++) {
      const query = { ...filter, after, limit: 100 };
      const times: number[] = [];
      for (let round = 0; round < 3; round++) {
        const start = performance.now();
        after = (await store.reports.listMessages(query)).next;
        times.push(performance.now() - start);
      }
      const what = `${describe(filter)} (page ${page})`;
      first.push({ ms: times[0] ?? Number.NaN, what });
      medians.push({ ms: times.toSorted((left, right) => left - right)[1] ?? Number.NaN, what });
      if (after === undefined) break;
    }
  }
  console.log(`${filters.length} combinations of filters, ${first.length} pages of 100 messages:`);
  print("  asked for the first time", first);
  print("  the median of three times", medians);
}

interface Timing {
  readonly ms: number;
  readonly what: string;
}

function print(name: string, timings: readonly Timing[]): void {
  const sorted = timings.toSorted((left, right) => left.ms - right.ms);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted.at(-1);
  const columns = [middle, worst].map((timing) => timing?.ms.toFixed(1).padStart(8));
  console.log(`${name.padEnd(74)}${columns.join("")}   slowest: ${worst?.what}`);
}

async function measureClients(store: Store, { client, now }: Sample): Promise<void> {
  const base = {
    onlineSince: now - 120e6,
    limit: 100,
    descending: true,
    sort: "last_contact",
  } as const;
  const search = async (fields: object) => {
    const { clients, total } = await store.reports.searchClients({ ...base, ...fields });
    return `${clients.length} of ${total}`;
  };
  for (const sort of ["last_contact", "client_id", "address", "added"] satisfies ClientSort[])
    await measure(`clients by ${sort}`, () => search({ sort }));
  const tenth = { sort: "last_contact", limit: 1000 } as const;
  await measure("clients, pages of 1000", () => search(tenth));
  await measure("clients: one word, in labels", () => search({ words: ["site-07"] }));
  await measure("clients: three words", () => search({ words: ["linux", "10.0.3", "site"] }));
  await measure("clients: beginning of an id", () => search({ words: [client.slice(0, 6)] }));
  await measure("clients: nothing found", () => search({ words: ["nothing"] }));
  await measure("clients with a label", () =>
    search({ label: { serviceName: "client", label: "darwin" } }),
  );
  await measure("clients online", () => search({ state: "online" }));
  await measure("clients blacklisted", () => search({ state: "blacklisted" }));
}

async function measureOthers(store: Store, { client, message, now }: Sample): Promise<void> {
  const { reports } = store;
  const today = Math.floor(now / 86_400e6);
  const query = { onlineSince: now - 120e6, seenSince: now - 86_400e6, today };
  await measure("overview", async () => JSON.stringify((await reports.overview(query)).messages));
  await measure("counts by type, service, day", async () => {
    const counts = await reports.counts({ by: ["day", "service", "type"] });
    return `${counts.length} rows`;
  });
  await measure(
    "counts in all",
    async () => `${(await reports.counts({ by: [] }))[0]?.stored} stored`,
  );
  await measure(
    "trace of a message",
    async () => `${(await reports.trace(message))?.message.state}`,
  );
  await measure("addresses of a client", async () => {
    const { addresses } = await reports.clientAddresses(client, 10_000);
    return `${addresses.length} addresses`;
  });
  await measure(
    "services of a client",
    async () => `${(await reports.clientServices(client)).length} services`,
  );
  const { messages: asked } = await reports.listMessages({
    messageType: "StdinInput",
    state: "processed",
    limit: 1000,
  });
  await measure("replies to a message", async (round) => {
    const messageId = asked[(round * 37) % asked.length]?.messageId ?? message;
    return `${(await reports.replies({ messageId, limit: 100 })).messages.length} replies`;
  });
}

const folder = mkdtempSync(join(tmpdir(), "fleet-listings-"));
try {
  const path = values.keep ?? join(folder, "big.sqlite");
  if (!existsSync(path)) {
    const start = performance.now();
    const { pending } = makeBigDatabase({
      path,
      clients: Number(values.clients),
      messages: Number(values.messages),
      now: Date.now(),
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `made in ${seconds} s: ${Math.round(statSync(path).size / 1e6)} MB, ${pending} messages pending`,
    );
  }
  await using store = await openSqliteStore({ path });
  const newest = await store.reports.listMessages({ direction: "to_client", limit: 1 });
  const [last] = newest.messages;
  const client = last?.destination.clientId;
  if (last === undefined || client === undefined) throw new Error(`"${path}" has no messages`);
  const sample = { client, message: last.messageId, now: last.creationTime.seconds * 1e6 };
  console.log(`${"milliseconds".padEnd(74)}${"median".padStart(8)}${"worst".padStart(8)}`);
  await measureMessages(store, sample);
  await measureClients(store, sample);
  await measureOthers(store, sample);
} finally {
  rmSync(folder, { recursive: true });
}
