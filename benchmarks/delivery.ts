/**
 * From InsertMessage to a streaming client: milliseconds between the call and the message's arrival.
 *
 *   bun benchmarks/delivery.ts [--clients 20] [--messages 1000] [--transport stream|websocket|long_poll]
 *
 * One message at a time, to one client after the other; the original takes 1,009 ms, a fixed pause.
 */
import { parseArgs } from "node:util";

import { AdminClient } from "../src/cli/server/admin-client.ts";
import { makeMessage } from "../src/core/message.ts";
import { adminMethods } from "../src/proto/admin-methods.ts";
import { startFleetServer } from "./lib/fleet-server.ts";
import { SimulatedClient } from "./lib/simulated-client.ts";
import { describeLatencies } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "20" },
    messages: { type: "string", default: "1000" },
    transport: { type: "string", default: "stream" },
  },
});

const transport = (["stream", "websocket", "long_poll"] as const).find(
  (kind) => kind === values.transport,
);
if (transport === undefined) throw new Error("--transport is stream, websocket or long_poll");

await using server = await startFleetServer();
const { https, trustedRoots, socket } = server;
const clients: SimulatedClient[] = [];
for (let i = 0; i < Number(values.clients); i += 1) {
  clients.push(await SimulatedClient.connect({ server: https, trustedRoots, transport }));
}
using admin = new AdminClient({
  address: { target: `unix:${socket}`, foundBy: "the benchmark" },
  signal: new AbortController().signal,
});
const samples: number[] = [];
for (let i = 0; i < Number(values.messages); i += 1) {
  const client = clients[i % clients.length];
  if (client === undefined) throw new Error("there must be a client");
  const message = makeMessage({
    source: { clientId: undefined, serviceName: "bench" },
    destination: { clientId: client.clientId, serviceName: "bench" },
    messageType: "Load",
    data: {
      typeUrl: "type.googleapis.com/fleetspeak.client.ByteBlob",
      value: Buffer.alloc(200, 7),
    },
  });
  const start = performance.now();
  const arrived = client.receive().then(({ messages }) => {
    if (messages.length !== 1) throw new Error(`a record with ${messages.length} messages came`);
    return performance.now() - start;
  });
  await Promise.all([admin.call(adminMethods.insertMessage, message), arrived]);
  samples.push(await arrived);
}
console.log(
  `InsertMessage to a client by ${transport}, ${clients.length} connected: ${describeLatencies(samples)}`,
);
for (const client of clients) await client[Symbol.asyncDispose]();
