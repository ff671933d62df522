/**
 * What watching costs: server CPU per message at full ingest without and with one reader of the live feed, in alternating
 * runs, and how long an event takes to reach the reader.
 *
 *   bun benchmarks/watch.ts [--runs 10] [--messages 60000] [--streams 8] [--batch 10] [--payload 200]
 *
 * The reader reads server-sent events over HTTP. The load runs in this process, the server in one of its own.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { LiveEvent } from "../src/core/live-event.ts";
import { trustedRoots } from "../test/helpers/running-server.ts";
import { readUsage } from "./lib/fleet-server.ts";
import { loadStream } from "./lib/load-streams.ts";
import { SimulatedClient, makeLoadMessage } from "./lib/simulated-client.ts";
import { describeLatencies, percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    messages: { type: "string", default: "60000" },
    streams: { type: "string", default: "8" },
    batch: { type: "string", default: "10" },
    payload: { type: "string", default: "200" },
  },
});
const runs = Number(values.runs);
const streams = Number(values.streams);
const batch = Number(values.batch);
const payload = Number(values.payload);
const records = Math.ceil(Number(values.messages) / batch / streams);
const messages = records * batch * streams;

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

  static async open(url: string): Promise<EventReader> {
    const reader = new EventReader();
    const response = await fetch(url, { signal: reader.#stop.signal });
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

async function startServer() {
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
  return { https, events, pid: child.pid ?? 0, [Symbol.asyncDispose]: end };
}

async function connectAll(server: string): Promise<SimulatedClient[]> {
  const clients: SimulatedClient[] = [];
  for (let index = 0; index < streams; index += 1) {
    clients.push(await SimulatedClient.connect({ server, trustedRoots }));
  }
  return clients;
}

/** @returns microseconds of server CPU for each message, and messages per second. */
async function measure(server: { https: string; pid: number }) {
  const clients = await connectAll(server.https);
  const before = readUsage(server.pid);
  const start = performance.now();
  await Promise.all(clients.map((client) => loadStream(client, { records, batch, payload })));
  const seconds = (performance.now() - start) / 1000;
  const after = readUsage(server.pid);
  for (const client of clients) await client[Symbol.asyncDispose]();
  const cpuMicros = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / messages;
  return { cpuMicros, perSecond: messages / seconds };
}

/** One message at a time: from before it is sent to its event, which is more than from its commit. */
async function measureLatency(server: { https: string; events: string }): Promise<number[]> {
  const reader = await EventReader.open(server.events);
  const client = await SimulatedClient.connect({ server: server.https, trustedRoots });
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

await using server = await startServer();
await measure(server);
const ratios: number[] = [];
const summaryAges: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const alone = await measure(server);
  const reader = await EventReader.open(server.events);
  const watched = await measure(server);
  await reader.stop();
  const ratio = watched.cpuMicros / alone.cpuMicros;
  ratios.push(ratio);
  for (const { event, at } of reader.arrived) {
    // A sum is made 25 ms after the first commit in it.
    if (event.type === "messages.summary") summaryAges.push(at - Date.parse(event.time) + 25);
  }
  console.log(
    `run ${run + 1}: ${alone.cpuMicros.toFixed(2)} µs alone (${Math.round(alone.perSecond)}/s), ` +
      `${watched.cpuMicros.toFixed(2)} µs watched (${Math.round(watched.perSecond)}/s), ` +
      `${reader.arrived.length} events: ${((ratio - 1) * 100).toFixed(1)} %`,
  );
}
console.log(
  `median of ${runs} ratios: ${((median(ratios) - 1) * 100).toFixed(1)} % more CPU per message`,
);
console.log(`oldest commit of a sum to reader, at full ingest: ${describeLatencies(summaryAges)}`);
console.log(
  `from before sending to the reader, one by one: ${describeLatencies(await measureLatency(server))}`,
);
