/**
 * From CreateBroadcast to the last of the connected clients: milliseconds between the call and each arrival.
 *
 *   bun benchmarks/broadcast.ts [--clients 200] [--broadcasts 20] [--limit N]
 *
 * The original needs 70 s for 1,000 connected clients.
 */
import { parseArgs } from "node:util";

import { AdminClient } from "../src/cli/server/admin-client.ts";
import { unlimitedBroadcast } from "../src/core/broadcast.ts";
import { newBroadcastId } from "../src/core/ids.ts";
import { adminMethods } from "../src/proto/admin-methods.ts";
import { startFleetServer } from "./lib/fleet-server.ts";
import { SimulatedClient } from "./lib/simulated-client.ts";
import { describeLatencies } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "200" },
    broadcasts: { type: "string", default: "20" },
    limit: { type: "string" },
  },
});

await using server = await startFleetServer();
const { https, trustedRoots, socket } = server;
const clients: SimulatedClient[] = [];
for (let i = 0; i < Number(values.clients); i += 1) {
  clients.push(await SimulatedClient.connect({ server: https, trustedRoots }));
}
using admin = new AdminClient({
  address: { target: `unix:${socket}`, foundBy: "the benchmark" },
  signal: new AbortController().signal,
});
const limit = values.limit === undefined ? unlimitedBroadcast : BigInt(values.limit);
const first: number[] = [];
const last: number[] = [];
for (let i = 0; i < Number(values.broadcasts); i += 1) {
  const broadcast = {
    broadcastId: newBroadcastId(),
    source: { clientId: undefined, serviceName: "bench" },
    destination: { clientId: undefined, serviceName: "bench" },
    messageType: `Load ${i}`,
    requiredLabels: [],
    expirationTime: undefined,
    data: undefined,
    groupName: "",
  };
  const start = performance.now();
  const arrivals = clients.map(async (client) => {
    const { messages } = await client.receive();
    if (messages[0]?.messageType !== `Load ${i}`) throw new Error("something else came");
    return performance.now() - start;
  });
  await admin.call(adminMethods.createBroadcast, { broadcast, limit });
  const samples = await Promise.all(arrivals);
  first.push(Math.min(...samples));
  last.push(Math.max(...samples));
}
console.log(
  `CreateBroadcast to the first of ${clients.length} clients: ${describeLatencies(first)}`,
);
console.log(`CreateBroadcast to the last of ${clients.length} clients: ${describeLatencies(last)}`);
for (const client of clients) await client[Symbol.asyncDispose]();
