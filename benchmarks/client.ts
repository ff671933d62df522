/**
 * The compiled client with one daemon, over the compiled server: what it needs when idle, and how many messages a second
 * go down to the process and back up to the server's store.
 *
 *   bun benchmarks/client.ts [--messages 10000] [--idle 20] -- PROGRAM [ARGUMENT ...]
 *
 * The program sends each message back to the server: `python benchmarks/lib/echo.py` with the original's connector
 * (test/install), or `bun test/helpers/daemon-peer.ts echo`. All messages wait on the server before the client comes, so
 * that nothing but the way there and back is measured. CPU time tells what a busy machine hides.
 */
import { Database } from "bun:sqlite";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { newMessageId } from "../src/core/ids.ts";
import { makeMessage } from "../src/core/message.ts";
import { adminMethods } from "../src/proto/admin-methods.ts";
import { CompiledClient } from "../test/helpers/compiled-client.ts";
import { CompiledServer } from "../test/helpers/compiled-server.ts";
import { programText } from "../test/helpers/endpoint-fixture.ts";
import { readUsage } from "./lib/fleet-server.ts";
import { waitFor } from "../test/helpers/wait-for.ts";

const { values, positionals } = parseArgs({
  options: {
    messages: { type: "string", default: "10000" },
    idle: { type: "string", default: "20" },
  },
  allowPositionals: true,
});
const total = Number(values.messages);
// The client starts it in a folder of its own.
const argv = positionals.map((word) => (existsSync(word) ? resolve(word) : word));
if (argv.length === 0) throw new Error("name the program of the daemon");

await using server = await CompiledServer.start({
  services: 'services { name: "echo" factory: "NOOP" }',
});
await using client = await CompiledClient.start({
  server: `127.0.0.1:${server.port}`,
  caCertificate: server.caCertificate,
  services: { echo: programText("echo", argv) },
});
await client.waitForContact("websocket");
const { clientId } = client;

await Bun.sleep(Number(values.idle) * 1000);
console.log(`idle for ${values.idle} s: ${memoryOf(client.pid)}`);

await client.stop();
await insertAll();
const serverCpu = readUsage(server.pid).cpuSeconds;
const started = performance.now();
await client.restart();
await client.waitForContact("websocket");
const connected = performance.now();
using database = new Database(server.databasePath, { readonly: true });
const answers = database.query<{ n: number }, []>(
  "SELECT count(*) AS n FROM message_rows WHERE client IS NULL AND service = 'echo'",
);
await waitFor(() => (answers.get()?.n ?? 0) >= total, { what: "answers", deadlineMs: 300_000 });
const ended = performance.now();
const rate = (from: number) => Math.round(total / ((ended - from) / 1000));
console.log(
  `${total} messages there and back: ${rate(connected)}/s each way from the contact on, ` +
    `${rate(started)}/s from the start of the client and its daemon on`,
);
const cpu = (pid: number, before = 0) =>
  `${Math.round(((readUsage(pid).cpuSeconds - before) / total) * 1e6)} µs`;
console.log(`CPU a message: client ${cpu(client.pid)}, server ${cpu(server.pid, serverCpu)}`);
console.log(`after that: ${memoryOf(client.pid)}`);

async function insertAll(): Promise<void> {
  using admin = server.openAdmin();
  const address = { clientId: undefined, serviceName: "echo" };
  const value = Buffer.alloc(200, 7);
  const insert = () =>
    admin.call(adminMethods.insertMessage, {
      ...makeMessage({
        source: address,
        destination: { ...address, clientId },
        messageType: "Ping",
        data: { typeUrl: "type.googleapis.com/test", value },
      }),
      messageId: newMessageId(),
    });
  for (let done = 0; done < total; done += 100)
    await Promise.all(Array.from({ length: Math.min(100, total - done) }, insert));
}

function memoryOf(pid: number): string {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const mb = (name: string) =>
    (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024).toFixed(1);
  return `RSS ${mb("VmRSS")} MB, of that anonymous ${mb("RssAnon")}, pages of files ${mb("RssFile")}`;
}
