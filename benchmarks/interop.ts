/**
 * Latencies of each pair of client and server, ours and the original's, in one run:
 *
 *   bun benchmarks/interop.ts [--messages 200] [--stock-messages 20] [--round-trips 20]
 *
 * From InsertMessage to a Socket service of the client, and from a Python service on the server to a Python daemon of the
 * client and back, both on the original's connectors. One message at a time. A stock server is asked less often: it takes
 * a second for each. Needs test/install/stock-fleetspeak.sh and test/install/mariadb.sh.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";

import { type Endpoint, connectSocket } from "../packages/connector/src/endpoint.ts";
import { makeMessage } from "../src/core/message.ts";
import { adminMethods } from "../src/proto/admin-methods.ts";
import { runBinary } from "../test/helpers/binary.ts";
import { MariaDb } from "../test/helpers/stock/maria-db.ts";
import { type Maker, type Pair, pythonDaemon, startPair } from "../test/helpers/stock/pairs.ts";
import { stockPrograms } from "../test/helpers/stock/programs.ts";
import { describeLatencies, percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "200" },
    "stock-messages": { type: "string", default: "20" },
    "round-trips": { type: "string", default: "20" },
  },
});

const scripts = join(import.meta.dir, "../test/helpers/stock/python");
const serviceName = "python";
const socketName = "socket";
const data = { typeUrl: "type.googleapis.com/test", value: new Uint8Array(200).fill(7) };

function services(folder: string): Record<string, string> {
  return {
    [socketName]: `name: "${socketName}" factory: "Socket" config {
      [type.googleapis.com/fleetspeak.socketservice.Config] { api_proxy_path: "${join(folder, "s")}" } }\n`,
    [serviceName]: pythonDaemon(serviceName, [join(scripts, "answering_daemon.py")]),
  };
}

async function measureInserts(pair: Pair, count: number): Promise<number[]> {
  const endpoint: Endpoint = connectSocket({ path: join(pair.folder, "s"), retryMs: 100 });
  const messages = endpoint.messages();
  const samples: number[] = [];
  const message = makeMessage({
    source: { clientId: undefined, serviceName: socketName },
    destination: { clientId: pair.clientId, serviceName: socketName },
    ...{ messageType: "Ping", data },
  });
  // The first one waits for the connection to the service.
  for (let index = 0; index <= count; index += 1) {
    const started = performance.now();
    const arrived = messages.next().then(() => performance.now() - started);
    await Promise.all([pair.admin.call(adminMethods.insertMessage, message), arrived]);
    if (index > 0) samples.push(await arrived);
  }
  endpoint.close();
  return samples;
}

async function measureRoundTrips(pair: Pair, count: number): Promise<number[]> {
  const args = [
    join(scripts, "round_trips.py"),
    `--client_id=${pair.clientId}`,
    `--service=${serviceName}`,
    `--count=${count + 1}`,
    `--fleetspeak_message_listen_address=${pair.processorAddress}`,
    `--fleetspeak_server=${pair.adminAddress}`,
  ];
  const options = { executable: stockPrograms.python, deadlineMs: 60_000 + 5_000 * count };
  const { status, stdout, stderr } = await runBinary(args, options);
  if (status !== 0) throw new Error(`round_trips.py failed:\n${stderr}`);
  return stdout.trim().split("\n").slice(1).map(Number);
}

function medianOf(samples: readonly number[]): number {
  return percentile(
    samples.toSorted((a, b) => a - b),
    0.5,
  );
}

await using mariaDb = await MariaDb.start();
const medians = new Map<string, number>();

async function measure(server: Maker, client: Maker): Promise<void> {
  await using pair = await startPair({ server, client, mariaDb, serviceName, services });
  const count = Number(server === "ours" ? values.messages : values["stock-messages"]);
  const inserts = await measureInserts(pair, count);
  const trips = await measureRoundTrips(pair, Number(values["round-trips"]));
  const title = `server ${server}, client ${client}`;
  console.log(`${title}: InsertMessage to the client ${describeLatencies(inserts)}`);
  console.log(`${title}: Python service to Python daemon and back ${describeLatencies(trips)}`);
  medians.set(`${title}: insert`, medianOf(inserts)).set(`${title}: trip`, medianOf(trips));
}

for (const server of ["ours", "stock"] as const) {
  for (const client of ["ours", "stock"] as const) await measure(server, client);
}
for (const client of ["ours", "stock"]) {
  for (const what of ["insert", "trip"]) {
    const [ours, stock] = ["ours", "stock"].map(
      (server) => medians.get(`server ${server}, client ${client}: ${what}`) ?? Number.NaN,
    );
    const ratio = ((stock ?? Number.NaN) / (ours ?? Number.NaN)).toFixed(1);
    console.log(`client ${client}, ${what}: the stock server takes ${ratio} times as long, p50`);
  }
}
