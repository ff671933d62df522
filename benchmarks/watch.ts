/**
 * What watching costs: server CPU per message at full ingest without and with one reader of the live feed, in alternating
 * runs, and how long an event takes to reach the reader.
 *
 *   bun benchmarks/watch.ts [--runs 10] [--messages 120000] [--streams 8] [--batch 10] [--payload 200] [--rate 0] [--compiled]
 *
 * The reader reads server-sent events over HTTP. The load runs in this process, the server in one of its own. A run is made
 * of three slices without and three with the reader, by turns, so that both meet the machine in the same state. With
 * --rate, so many messages a second are sent one by one in place of as many as there can be. With --compiled the server is
 * dist/fleet, twice: one that is watched and one that never was, as events are kept for a while after a reader has left.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { LiveEvent } from "../src/core/live-event.ts";
import { trustedRoots as testRoots } from "../test/helpers/running-server.ts";
import { fleetExecutable, readCpuNanos, startFleetServer } from "./lib/fleet-server.ts";
import { loadStream } from "./lib/load-streams.ts";
import { SimulatedClient, makeLoadMessage } from "./lib/simulated-client.ts";
import { describeLatencies, percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    messages: { type: "string", default: "120000" },
    streams: { type: "string", default: "8" },
    batch: { type: "string", default: "10" },
    payload: { type: "string", default: "200" },
    rate: { type: "string", default: "0" },
    compiled: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const streams = Number(values.streams);
const batch = Number(values.batch);
const payload = Number(values.payload);
const rate = Number(values.rate);
const slicePairs = 3;
const records = Math.ceil(Number(values.messages) / slicePairs / 2 / batch / streams);
const messages = rate === 0 ? records * batch * streams : Math.ceil(rate);

interface Arrived {
  readonly event: LiveEvent;
  /** Wall clock, with the fraction of a millisecond. */
  readonly at: number;
}

function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Reads server-sent events until it is stopped. */
class EventReader {
  readonly arrived: Arrived[] = [];
  readonly #stop = new AbortController();
  #done: Promise<void> = Promise.resolve();

  static async open({ events, token }: Server): Promise<EventReader> {
    const reader = new EventReader();
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(events, { signal: reader.#stop.signal, headers });
    if (!response.ok) throw new Error(`the events answer ${response.status}`);
    reader.#done = reader.#read(response).catch(() => {});
    return reader;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of response.body ?? []) {
      const at = wallMs();
      const frames = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data !== undefined) this.arrived.push({ event: JSON.parse(data) as LiveEvent, at });
      }
    }
  }
}

interface Server extends AsyncDisposable {
  readonly https: string;
  readonly events: string;
  readonly token: string;
  readonly trustedRoots: string;
  readonly pid: number;
}

async function startCompiled(): Promise<Server> {
  const server = await startFleetServer();
  const { databasePath } = server;
  const made = spawnSync(
    fleetExecutable,
    ["token", "create", "--name", "watch", "--scope", "read", "--database_path", databasePath],
    { encoding: "utf8" },
  );
  const run = JSON.parse(readFileSync(`${databasePath}.d/run.json`, "utf8")) as { web: string };
  return { ...server, events: `http://${run.web}/api/v1/events`, token: made.stdout.trim() };
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dir, "lib/watched-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    child.once("exit", () => reject(new Error("the server did not start")));
  });
  const { https, events } = JSON.parse(line) as { https: string; events: string };
  const end = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.stdin.end();
    });
  const pid = child.pid ?? 0;
  return { https, events, pid, token: "", trustedRoots: testRoots, [Symbol.asyncDispose]: end };
}

async function connectAll({ https, trustedRoots }: Server): Promise<SimulatedClient[]> {
  const clients: SimulatedClient[] = [];
  for (let index = 0; index < streams; index += 1) {
    clients.push(await SimulatedClient.connect({ server: https, trustedRoots }));
  }
  return clients;
}

/** One a time, evenly, for a second. */
async function loadEvenly(client: SimulatedClient): Promise<void> {
  const started = performance.now();
  for (let sent = 0; sent < messages; sent += 1) {
    const dueMs = started + (sent * 1000) / rate - performance.now();
    if (dueMs > 1) await Bun.sleep(dueMs);
    await client.send([makeLoadMessage("bench", payload)]);
  }
  for (let acknowledged = 0n; acknowledged < messages;) {
    const { ackIndex } = await client.receive();
    if (ackIndex !== 0n) acknowledged = ackIndex;
  }
}

interface Slice {
  readonly cpuNanos: number;
  readonly seconds: number;
}

async function measure(server: Server): Promise<Slice> {
  const clients = await connectAll(server);
  const before = readCpuNanos(server.pid);
  const start = performance.now();
  const [first] = clients;
  if (rate > 0 && first) await loadEvenly(first);
  else await Promise.all(clients.map((one) => loadStream(one, { records, batch, payload })));
  const seconds = (performance.now() - start) / 1000;
  const cpuNanos = readCpuNanos(server.pid) - before;
  for (const client of clients) await client[Symbol.asyncDispose]();
  return { cpuNanos, seconds };
}

/** As measure, with a reader of the live feed. What reaches it is kept. */
async function measureWatched(server: Server, arrived: Arrived[]): Promise<Slice> {
  const reader = await EventReader.open(server);
  const slice = await measure(server);
  await reader.stop();
  arrived.push(...reader.arrived);
  return slice;
}

function describeSlices(slices: readonly Slice[]): { micros: number; text: string } {
  const count = messages * slices.length;
  const micros = slices.reduce((sum, { cpuNanos }) => sum + cpuNanos, 0) / 1000 / count;
  const perSecond = count / slices.reduce((sum, { seconds }) => sum + seconds, 0);
  return { micros, text: `${micros.toFixed(2)} µs at ${Math.round(perSecond)}/s` };
}

/** One message at a time: from before it is sent to its event, which is more than from its commit. */
async function measureLatency(server: Server): Promise<number[]> {
  const reader = await EventReader.open(server);
  const { https, trustedRoots } = server;
  const client = await SimulatedClient.connect({ server: https, trustedRoots });
  const samples: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const known = reader.arrived.length;
    const sent = wallMs();
    await client.send([makeLoadMessage("bench", payload)]);
    await client.receive();
    const find = () =>
      reader.arrived.slice(known).find(({ event }) => event.type.startsWith("message"));
    while (find() === undefined) await new Promise((resolve) => setImmediate(resolve));
    samples.push((find()?.at ?? Number.NaN) - sent);
  }
  await client[Symbol.asyncDispose]();
  await reader.stop();
  return samples;
}

function median(numbers: readonly number[]): number {
  return percentile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}

await using server = await (values.compiled ? startCompiled() : startServer());
await using unwatched = values.compiled ? await startCompiled() : undefined;
const other = unwatched ?? server;
console.log(
  `one by one, from before it is sent to the reader: ${describeLatencies(await measureLatency(server))}`,
);
await measure(server);
if (unwatched) await measure(unwatched);
const ratios: number[] = [];
const summaryAges: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const alone: Slice[] = [];
  const watched: Slice[] = [];
  const arrived: Arrived[] = [];
  for (let pair = 0; pair < slicePairs; pair += 1) {
    const isWatchedFirst = (run + pair) % 2 === 0;
    if (isWatchedFirst) watched.push(await measureWatched(server, arrived));
    alone.push(await measure(other));
    if (!isWatchedFirst) watched.push(await measureWatched(server, arrived));
  }
  const [without, withOne] = [describeSlices(alone), describeSlices(watched)];
  ratios.push(withOne.micros / without.micros);
  for (const { event, at } of arrived) {
    // A sum is made 25 ms after the first commit in it.
    if (event.type === "messages.summary") summaryAges.push(at - Date.parse(event.time) + 25);
  }
  const percent = ((withOne.micros / without.micros - 1) * 100).toFixed(1);
  console.log(
    `run ${run + 1}: alone ${without.text}, watched ${withOne.text}, ${arrived.length} events: ${percent} %`,
  );
}
console.log(
  `median of ${runs} ratios: ${((median(ratios) - 1) * 100).toFixed(1)} % more CPU per message`,
);
if (summaryAges.length > 0) {
  console.log(`from the first commit of a sum to the reader: ${describeLatencies(summaryAges)}`);
}
