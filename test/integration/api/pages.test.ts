/** Every listing gives the same rows in small pages as in a large one: none twice, none left out. */
import { expect, test } from "bun:test";

import { newBroadcastId, newMessageId } from "../../../src/core/ids.ts";
import { makeMessage } from "../../../src/core/message.ts";
import { microsFromMs, timestampFromMs } from "../../../src/core/time.ts";
import type { ResourceUsageRecord } from "../../../src/store/store.ts";
import { addClients } from "../../helpers/admin-fixture.ts";
import { type ApiFixture, startApi } from "../../helpers/api-fixture.ts";

const count = 7;
const numbers = Array.from({ length: count }, (_, index) => index);

/** Several of everything that is listed. */
async function fill({ admin, things, fetch: call }: ApiFixture): Promise<void> {
  const { store } = admin.context;
  const { clientId } = things;
  const nowMs = Date.now();
  await addClients(store, ...numbers.map((number) => `client ${number}`));
  for (const number of numbers) {
    const time = microsFromMs(nowMs + number);
    await store.contacts.record([
      {
        ...{ clientId, time, sentNonce: BigInt(number + 1), receivedNonce: BigInt(number) },
        ...{ observedAddress: "127.0.0.1:1", clientClock: undefined, streamingTo: undefined },
        ...{ server: "a server", reofferAtEnd: false },
      },
    ]);
    const here = { clientId: undefined, serviceName: "echo" };
    const [message, broadcastId] = [
      makeMessage({ source: here, destination: { ...here, clientId }, messageType: "T" }),
      newBroadcastId(),
    ];
    const creationTime = timestampFromMs(nowMs);
    const identified = { ...message, messageId: newMessageId(), creationTime };
    await store.messages.store([{ message: identified, contactId: undefined, dueTime: time }]);
    const nothing = { data: undefined, expirationTime: undefined, requiredLabels: [] };
    const broadcast = { ...nothing, source: here, destination: here, groupName: "" };
    await store.broadcasts.create({ ...broadcast, broadcastId, messageType: "T" }, 1n);
    const name = { serviceName: number < 3 ? "a" : "b", fileName: `${number}` };
    await store.files.put(name, { data: Buffer.from("x"), modifiedTime: time });
    // Some at the very same time.
    const serverTime = microsFromMs(nowMs - 60_000 + Math.floor(number / 3));
    await store.resourceUsage.record([{ ...usage, clientId, serverTime, pid: BigInt(number) }]);
    await call("/messages/delete", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message_ids: [newMessageId()] }),
    });
  }
}

const usage: Omit<ResourceUsageRecord, "clientId" | "serverTime" | "pid"> = {
  ...{ scope: "system", processStartTime: undefined, clientTime: undefined },
  ...{ processTerminated: false, meanUserCpuRate: 1, maxUserCpuRate: 1, meanSystemCpuRate: 1 },
  ...{ maxSystemCpuRate: 1, meanResidentMemoryMib: 1, maxResidentMemoryMib: 1 },
  ...{ meanNumFds: 1, maxNumFds: 1 },
};

type Row = Readonly<Record<string, unknown>>;

async function read(api: ApiFixture, path: string): Promise<{ rows: Row[]; next?: string }> {
  const answer = (await (await api.fetch(path)).json()) as Record<string, unknown>;
  const rows = Object.values(answer).find((value) => Array.isArray(value)) as Row[] | undefined;
  if (rows === undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  const next = answer["next_cursor"];
  return { rows, ...(typeof next === "string" && { next }) };
}

async function readInPages(api: ApiFixture, path: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  const separator = path.includes("?") ? "&" : "?";
  let cursor = "";
  do {
    const page = await read(api, `${path}${separator}limit=${limit}${cursor}`);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    cursor = page.next === undefined ? "" : `&cursor=${page.next}`;
  } while (cursor !== "");
  return rows;
}

test.each([
  "/clients",
  "/clients?sort=client_id",
  "/clients?sort=-address",
  "/clients/ID/contacts",
  "/clients/ID/resource_usage",
  "/messages",
  "/messages?client_id=ID",
  "/broadcasts",
  "/broadcasts?active=false",
  "/broadcasts?active=false&service=echo",
  "/files",
  "/files?service=b",
  "/audit",
  "/audit?order=oldest_first",
])("%s", async (template) => {
  await using api = await startApi();
  await fill(api);
  const path = template.replace("ID", api.things.clientId);
  const { rows: all, next } = await read(api, `${path}${path.includes("?") ? "&" : "?"}limit=1000`);
  expect(next).toBeUndefined();
  expect(all.length).toBeGreaterThan(3);
  for (const limit of [1, 2, 3, all.length])
    expect(await readInPages(api, path, limit)).toEqual(all);
});
