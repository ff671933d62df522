/**
 * Messages a second through one daemon process and everything of the client but the network: inbox, process, outbox on
 * the disk, acknowledgements.
 *
 *     bun benchmarks/daemon.ts PROGRAM [ARGUMENT ...]
 *
 * The program sends each message back, to no client: `python -m fleetspeak.client_connector.testing.testclient --mode
 * loopback` with the original's connector, or `bun test/helpers/daemon-peer.ts echo`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { systemClock } from "../src/core/clock.ts";
import { newMessageId, parseClientId } from "../src/core/ids.ts";
import { makeMessage } from "../src/core/message.ts";
import { getLog } from "../src/observability/log.ts";
import { Bell } from "../src/roles/client/bell.ts";
import { Outbox } from "../src/roles/client/outbox.ts";
import { makeDaemonService } from "../src/roles/client/services/daemon/daemon.ts";
import { ServicesManager } from "../src/roles/client/services/manager.ts";
import { ClientDatabase } from "../src/roles/client/state/database.ts";
import { clientPaths } from "../src/roles/client/state/paths.ts";
import { SeenMessages } from "../src/roles/client/state/seen-messages.ts";
import { daemonSettings } from "../test/helpers/service-harness.ts";

const argv = process.argv.slice(2);
const count = 20_000;
const clientId = parseClientId("0102030405060708");
const folder = mkdtempSync(join(tmpdir(), "fleet-benchmark-"));
const database = ClientDatabase.open(clientPaths(join(folder, "state")), "NORMAL");
const bell = new Bell();
const outbox = new Outbox(database, { maxMessages: 100_000, maxBytes: 1 << 28 }, bell);
const manager = new ServicesManager({
  ...{ clock: systemClock, log: getLog("benchmark"), outbox, bell, identity: { clientId } },
  seen: new SeenMessages(database),
  die: () => {},
  rekey: () => {},
  ackBatchMs: 1000,
  diskRetryMs: 1000,
});
await manager.start();
const make = (context: Parameters<typeof makeDaemonService>[1]) =>
  Promise.resolve(makeDaemonService(daemonSettings(argv), context));
const installation = { name: "echo", signature: new Uint8Array(), fingerprint: "", make };
await manager.configure([installation], new Map());

const address = { clientId: undefined, serviceName: "echo" };
const data = { typeUrl: "type.googleapis.com/test", value: new Uint8Array(200) };
let given = 0;
let taken = 0;

function give(): void {
  const free = Math.min(Number(manager.announce().get("echo") ?? 0n), count - given);
  const messages = Array.from({ length: free }, () =>
    makeMessage({
      source: address,
      destination: address,
      messageType: "Ping",
      data,
      messageId: newMessageId(),
    }),
  );
  given += free;
  manager.deliver(messages);
}

async function take(): Promise<void> {
  for (let batch = outbox.takeBatch(clientId); batch; batch = outbox.takeBatch(clientId)) {
    taken += batch.messages.filter(({ messageType }) => messageType === "PingResponse").length;
    await outbox.acknowledge(batch);
  }
}

const started = performance.now();
while (taken < count) {
  give();
  await take();
  await new Promise((resolve) => setImmediate(resolve));
}
const seconds = (performance.now() - started) / 1000;
const { rss } = process.memoryUsage();
console.log(`${Math.round(count / seconds)} messages/s each way, RSS ${Math.round(rss / 1e6)} MB`);
await manager[Symbol.asyncDispose]();
await database[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });
