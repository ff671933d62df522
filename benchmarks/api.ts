/**
 * How long the API's listings take over HTTP in a big database: median, 95th percentile and worst of each, as a caller
 * on this machine sees them, with the bytes of the answer.
 *
 *   bun benchmarks/api.ts [--clients 10000] [--messages 1000000] [--keep FILE] [--rounds 50]
 *
 * With --keep the database is made at FILE, or taken from there if it exists. Exit status 1 if a median is over 50 ms.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { Hono } from "hono";

import { systemClock } from "../src/core/clock.ts";
import { microsFromMs } from "../src/core/time.ts";
import { LiveFeed } from "../src/observability/live-feed.ts";
import { getLog } from "../src/observability/log.ts";
import { Access } from "../src/roles/admin/access/access.ts";
import { makeApiBackend } from "../src/roles/admin/api/backend.ts";
import { Dispatcher } from "../src/roles/admin/api/dispatcher.ts";
import type { Store } from "../src/store/store.ts";
import { openSqliteStore } from "../src/store/sqlite/store.ts";
import { makeApi } from "../src/web/api/api.ts";
import { makeBigDatabase } from "./lib/big-database.ts";
import { percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    messages: { type: "string", default: "1000000" },
    keep: { type: "string" },
    rounds: { type: "string", default: "50" },
  },
});
const rounds = Number(values.rounds);
const limitMs = 50;

function serve(store: Store) {
  const live = new LiveFeed();
  const dispatcher = new Dispatcher({
    ...{ store, clock: systemClock, log: getLog("benchmark") },
    access: new Access({ store, clock: systemClock, log: getLog("benchmark") }),
    ...{ live: live.events, alerts: live.alerts, rates: live.rates },
    notifier: { notify: () => {} },
    messageFeed: { watch: () => ({ [Symbol.dispose]: () => {} }) },
    server: {
      ...{ name: "a-server", version: "0", started: microsFromMs(Date.now()), instance: "here" },
      recentLog: undefined,
      disk: () => undefined,
      certificateEndsAt: () => undefined,
      configuration: () => ({ listeners: [], services: [], settings: {} }),
    },
  });
  const api = makeApi({
    backend: makeApiBackend(dispatcher),
    callerOf: () => ({
      ...{ door: "http", name: "benchmark", serial: undefined, scope: "admin", address: "here" },
    }),
    signalOf: ({ req }) => req.raw.signal,
    log: getLog("benchmark"),
  });
  const app = new Hono().route("/api/v1", api);
  return Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: app.fetch });
}

async function measure(base: string, path: string): Promise<number> {
  const samples: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const response = await fetch(`${base}${path}`);
    bytes = (await response.bytes()).byteLength;
    samples.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  }
  const sorted = samples.toSorted((a, b) => a - b);
  const shown = [0.5, 0.95, 1].map((share) => percentile(sorted, share).toFixed(1).padStart(8));
  const name = path.replaceAll(/[0-9a-f]{16,}/g, "ID").padEnd(64);
  console.log(`${name}${shown.join("")}${String(bytes).padStart(10)}`);
  return percentile(sorted, 0.5);
}

/** A path for each listing, with the filters that look furthest. */
async function listPaths(base: string): Promise<string[]> {
  const get = async (path: string): Promise<unknown> => (await fetch(`${base}${path}`)).json();
  const { clients } = (await get("/clients?limit=2")) as { clients: { client_id: string }[] };
  const client = clients[0]?.client_id ?? "";
  const sent = (await get("/messages?direction=to_client&limit=1")) as {
    messages: { message_id: string }[];
    next_cursor: string;
  };
  const message = sent.messages[0]?.message_id ?? "";
  const day = new Date(Date.now() - 20 * 86_400_000).toISOString();
  return [
    "/overview",
    "/clients",
    "/clients?limit=1000",
    "/clients?sort=address&limit=1000",
    "/clients?query=site-07",
    "/clients?query=linux%2010.0.3%20site",
    "/clients?query=nothing",
    "/clients?label=darwin",
    "/clients?state=online&sort=client_id",
    "/clients?state=blacklisted",
    `/clients/${client}`,
    `/clients/${client}/contacts?limit=1000`,
    `/clients/${client}/addresses`,
    `/clients/${client}/resource_usage`,
    "/messages",
    "/messages?limit=1000",
    `/messages?direction=to_client&limit=1&cursor=${sent.next_cursor}`,
    `/messages?client_id=${client}`,
    `/messages?client_id=${client}&message_type=Nothing`,
    "/messages?state=pending&limit=1000",
    "/messages?state=failed&limit=1000",
    "/messages?service=Shell&message_type=StdinOutput&state=failed",
    "/messages?service=Nothing",
    `/messages?before=${day}&state=processed`,
    `/messages/${message}`,
    `/messages/${message}/trace`,
    `/messages/${message}/replies`,
    "/message_counts",
    "/message_counts?by=type,service,day",
    "/broadcasts",
    "/files",
    "/server",
    "/server/log",
    "/audit",
    "/tokens",
  ];
}

const folder = mkdtempSync(join(tmpdir(), "fleet-api-"));
try {
  const path = values.keep ?? join(folder, "big.sqlite");
  const [clients, messages] = [Number(values.clients), Number(values.messages)];
  if (!existsSync(path)) makeBigDatabase({ path, clients, messages, now: Date.now() });
  await using store = await openSqliteStore({ path });
  const server = serve(store);
  const base = `http://127.0.0.1:${server.port}/api/v1`;
  console.log(`${"milliseconds".padEnd(64)}  median     p95   worst     bytes`);
  const medians: number[] = [];
  for (const one of await listPaths(base)) medians.push(await measure(base, one));
  await server.stop(true);
  const slow = medians.filter((median) => median > limitMs).length;
  console.log(`${medians.length} listings, ${slow} with a median over ${limitMs} ms`);
  process.exitCode = slow === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
