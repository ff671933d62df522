/**
 * The transport test of test/binary with any number of messages: both ways at once, contents compared.
 *
 *   bun benchmarks/transports.ts [--messages 200] [--transport WEBSOCKET|STREAM|LONG_POLL|POLL] [--compression]
 */
import { parseArgs } from "node:util";

import { makeRandom } from "../test/helpers/mutations.ts";
import { TransportCell, makePayloads } from "../test/helpers/transport-cell.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "200" },
    transport: { type: "string", default: "WEBSOCKET" },
    compression: { type: "boolean", default: false },
  },
});
const kinds = ["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const;
const transport = kinds.find((kind) => kind === values.transport);
if (transport === undefined) throw new Error(`--transport is one of ${kinds.join(", ")}`);
const { compression } = values;
const count = Number(values.messages);
const random = makeRandom(Date.now());
await using cell = await TransportCell.start({ transport, compression });
const [up, down] = [makePayloads("up", count, random), makePayloads("down", count, random)];
const started = performance.now();
const kept = cell.sendUp(up);
const ids = await cell.sendDown(down);
await Promise.all(kept);
await cell.waitForAll(up, "arrivals");
await cell.waitForAll(down, "deliveries");
await cell.waitForResults(ids);
const seconds = (performance.now() - started) / 1000;
const mb = [...up, ...down].reduce((sum, { value }) => sum + value.length, 0) / 1e6;
console.log(
  `${transport}: ${count} each way, ${mb.toFixed(0)} MB, whole and acknowledged after ${seconds.toFixed(1)} s`,
);
