/**
 * Durable ingest over streams: how many messages per second the compiled server stores and acknowledges.
 *
 *   bun benchmarks/ingest.ts [--streams 16] [--messages 200000] [--batch 10] [--payload 200]
 *
 * Each stream keeps a few records under way; a message counts when its record is acknowledged, which is after the
 * commit. The load runs in this process, so on two cores it has one and the server the other.
 */
import { parseArgs } from "node:util";

import { readUsage, startFleetServer } from "./lib/fleet-server.ts";
import { loadStream } from "./lib/load-streams.ts";
import { SimulatedClient } from "./lib/simulated-client.ts";

const { values } = parseArgs({
  options: {
    streams: { type: "string", default: "16" },
    messages: { type: "string", default: "200000" },
    batch: { type: "string", default: "10" },
    payload: { type: "string", default: "200" },
  },
});
const [streams, total, batch, payload] = [
  values.streams,
  values.messages,
  values.batch,
  values.payload,
].map(Number);
if (!streams || !total || !batch || payload === undefined)
  throw new Error("the options are numbers");

await using server = await startFleetServer();
const { https, trustedRoots, pid } = server;
const clients: SimulatedClient[] = [];
for (let i = 0; i < streams; i += 1) {
  clients.push(await SimulatedClient.connect({ server: https, trustedRoots }));
}
const records = Math.ceil(total / batch / streams);
const before = readUsage(pid);
const start = performance.now();
await Promise.all(clients.map((client) => loadStream(client, { records, batch, payload })));
const seconds = (performance.now() - start) / 1000;
const after = readUsage(pid);
const stored = records * batch * streams;
const cpuMicros = ((after.cpuSeconds - before.cpuSeconds) * 1e6) / stored;
console.log(
  `${stored} messages of ${payload} B in records of ${batch} over ${streams} streams: ` +
    `${Math.round(stored / seconds)} messages/s, ${cpuMicros.toFixed(1)} µs of server CPU each, ` +
    `server ${before.residentMb.toFixed(0)} → ${after.residentMb.toFixed(0)} MB RSS`,
);
for (const client of clients) await client[Symbol.asyncDispose]();
