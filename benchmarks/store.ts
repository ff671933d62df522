/**
 * How many messages per second the SQLite store takes, in the batches in which a server brings them. Run it with
 * `bun benchmarks/store.ts [folder]`; the folder should lie on the disk that a server would use.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";

import { newMessageId, type ClientId } from "../src/core/ids.ts";
import { makeMessage, successAt, type IdentifiedMessage } from "../src/core/message.ts";
import { openSqliteStore } from "../src/store/sqlite/store.ts";
import type { NewMessage, Store } from "../src/store/store.ts";

const batchSize = 10;
const callers = 16;
const rows = 100_000;
const now = Date.now() * 1000;
const creationTime = { seconds: Math.floor(now / 1e6), nanos: 0 };
const payload = randomBytes(300);

interface Kind {
  readonly destination: ClientId | undefined;
  readonly pending: boolean;
}

function batch({ destination, pending }: Kind, source: ClientId): NewMessage[] {
  return Array.from({ length: batchSize }, (_, index) => {
    const message: IdentifiedMessage = {
      ...makeMessage({
        source: { clientId: destination ? undefined : source, serviceName: "bench" },
        destination: { clientId: destination, serviceName: "bench" },
        messageType: "Bench",
      }),
      messageId: newMessageId(),
      creationTime,
      sourceMessageId: randomBytes(16).toString("hex"),
      data: { typeUrl: "type.googleapis.com/google.protobuf.BytesValue", value: payload },
      result: pending ? undefined : successAt(creationTime),
    };
    return { message, contactId: destination ? undefined : 1 + (index % 3), dueTime: now };
  });
}

async function measure(
  name: string,
  count: number,
  work: (caller: number) => Promise<number>,
): Promise<void> {
  let left = count;
  const start = performance.now();
  const loop = async (caller: number) => {
    while (left > 0) {
      const done = await work(caller);
      left -= done;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => loop(caller)));
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${name.padEnd(64)}${Math.round(count / seconds)
      .toLocaleString("en")
      .padStart(10)} rows/s`,
  );
}

async function addClients(store: Store): Promise<ClientId[]> {
  const clientIds = Array.from(
    { length: callers },
    () => randomBytes(8).toString("hex") as ClientId,
  );
  await store.clients.add(
    clientIds.map((clientId) => ({ clientId, publicKey: randomBytes(91), labels: [], time: now })),
  );
  return clientIds;
}

async function run(store: Store): Promise<void> {
  const clientIds = await addClients(store);
  const clientOf = (caller: number): ClientId =>
    clientIds[caller % clientIds.length] ?? ("" as ClientId);
  const stored = async (kind: Kind, caller: number) => {
    await store.messages.store(batch(kind, clientOf(caller)));
    return batchSize;
  };
  console.log(
    `${callers} callers, batches of ${batchSize}, payloads of ${payload.length} bytes, ${rows} rows each`,
  );
  await measure("from clients, stored with their result", rows, (caller) =>
    stored({ destination: undefined, pending: false }, caller),
  );
  await measure("from clients, pending with payload", rows, (caller) =>
    stored({ destination: undefined, pending: true }, caller),
  );
  await measure("to clients, pending with payload", rows, (caller) =>
    stored({ destination: clientOf(caller), pending: true }, caller),
  );
  const handedOut: IdentifiedMessage[][] = [];
  await measure("claimed for clients, 100 a time", rows, async (caller) => {
    const [claimed] = await store.messages.claimForClients([
      {
        clientId: clientOf(caller),
        contactId: caller,
        server: "bench",
        now,
        reofferTime: now + 9e8,
        maxMessages: 100,
        maxBytes: 2_000_000,
        allowed: new Map([["bench", 1000]]),
      },
    ]);
    const messages = claimed?.messages ?? [];
    if (messages.length > 0) handedOut.push(messages);
    return messages.length || rows;
  });
  await measure("acknowledged, 100 a time", rows, async () => {
    const changes = (handedOut.pop() ?? []).map(({ messageId, destination }) => ({
      messageId,
      result: successAt(creationTime),
      onlyForClient: destination.clientId,
    }));
    await store.messages.setResults(changes);
    return changes.length || rows;
  });
  await measure("claimed for services, 100 a time", rows, async () => {
    const claimed = await store.messages.claimForServer({
      server: "bench",
      now,
      maxMessages: 100,
      limits: new Map(),
      retryTime: () => now + 6e7,
    });
    return claimed.length || rows;
  });
  await measure("contacts recorded and ended", 20_000, async (caller) => {
    const ids = await store.contacts.record([
      {
        clientId: clientOf(caller),
        time: now,
        sentNonce: 1n,
        receivedNonce: 2n,
        observedAddress: "192.0.2.1:1234",
        clientClock: creationTime,
        streamingTo: undefined,
        server: "bench",
        reofferAtEnd: true,
      },
    ]);
    await store.contacts.end(ids, now);
    return 1;
  });
}

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "fleet-bench-"));
try {
  let commits = 0;
  let longestMs = 0;
  const onCommit = ({ durationMs }: { durationMs: number }) => {
    commits++;
    longestMs = Math.max(longestMs, durationMs);
  };
  {
    await using store = await openSqliteStore({ path: join(folder, "bench.sqlite"), onCommit });
    await run(store);
  }
  console.log(`${commits} transactions, the longest ${longestMs.toFixed(0)} ms`);
  console.log(`${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
} finally {
  rmSync(folder, { recursive: true });
}
