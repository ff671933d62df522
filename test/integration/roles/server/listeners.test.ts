/** The ports beside the clients': health and notifications. */
import { describe, expect, test } from "bun:test";

import { systemClock } from "../../../../src/core/clock.ts";
import { FleetError } from "../../../../src/core/errors.ts";
import { type ClientId, parseClientId } from "../../../../src/core/ids.ts";
import { microsFromMs } from "../../../../src/core/time.ts";
import { getLog } from "../../../../src/observability/log.ts";
import { Readiness } from "../../../../src/observability/readiness.ts";
import { HttpNotifier } from "../../../../src/roles/admin/http-notifier.ts";
import { proveNotification } from "../../../../src/net/notification-proof.ts";
import { startHealthCheck } from "../../../../src/roles/server/health.ts";
import { startNotificationListener } from "../../../../src/roles/server/notification-listener.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import type { Store } from "../../../../src/store/store.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

const address = { host: "127.0.0.1", port: 0 };
const clock = systemClock;

function makeReadiness(fault?: Error): Readiness {
  const check = () => {
    if (fault) throw fault;
  };
  return new Readiness({ clock, checks: [{ name: "store", check }] });
}

test("a health check answers ok to every GET, and nothing else", async () => {
  await using health = await startHealthCheck(address, clock, makeReadiness(new Error("broken")));
  const answer = await fetch(`http://${health.address}/healthz`);
  expect([answer.status, await answer.text()]).toEqual([200, "ok\n"]);
  const post = await fetch(`http://${health.address}/`, { method: "POST" });
  expect(post.status).toBe(405);
});

test("at /readyz it says which check fails and why", async () => {
  await using good = await startHealthCheck(address, clock, makeReadiness());
  const ready = await fetch(`http://${good.address}/readyz?verbose`);
  expect([ready.status, ready.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(await ready.json()).toMatchObject({
    status: "ok",
    checks: [{ name: "store", status: "ok" }],
  });
  const fault = new FleetError("unavailable", "the disk is gone", { hint: "Bring it back." });
  await using bad = await startHealthCheck(address, clock, makeReadiness(fault));
  const failed = await fetch(`http://${bad.address}/readyz`);
  expect(failed.status).toBe(503);
  expect(await failed.json()).toMatchObject({
    status: "failed",
    checks: [
      { name: "store", status: "failed", reason: "the disk is gone", hint: "Bring it back." },
    ],
  });
});

async function startListener(key?: Uint8Array) {
  const notified: ClientId[] = [];
  const onNotification = (clientId: ClientId) => void notified.push(clientId);
  const listener = await startNotificationListener({ address, clock, key, onNotification });
  return { listener, notified };
}

describe("a notification", () => {
  test("names a client", async () => {
    const { listener, notified } = await startListener();
    await using _listener = listener;
    const url = `http://${listener.address}/client/0123456789abcdef`;
    expect((await fetch(url, { method: "POST" })).status).toBe(200);
    expect(notified).toEqual([parseClientId("0123456789abcdef")]);
  });

  test("of another form is refused", async () => {
    const { listener, notified } = await startListener();
    await using _listener = listener;
    const base = `http://${listener.address}`;
    const statusOf = async (path: string, method: string) =>
      (await fetch(`${base}${path}`, { method })).status;
    expect(await statusOf("/client/0123456789abcdef", "GET")).toBe(405);
    expect(await statusOf("/client/0123", "POST")).toBe(400);
    expect(await statusOf("/client/0123456789abcdef/x", "POST")).toBe(400);
    expect(await statusOf("/", "POST")).toBe(404);
    expect(notified).toEqual([]);
  });
});

const ids = ["00000000000000aa", "00000000000000bb", "00000000000000cc"].map(parseClientId);

async function addStreaming(
  store: Store,
  clientId: ClientId,
  streamingTo: string | undefined,
  ageMs = 0,
) {
  const time = microsFromMs(Date.now() - ageMs);
  await store.clients.add([{ clientId, publicKey: Buffer.from(clientId), labels: [], time }]);
  await store.contacts.record([
    {
      ...{ clientId, time, sentNonce: 1n, receivedNonce: 0n, observedAddress: "192.0.2.1:1" },
      ...{ clientClock: undefined, streamingTo, server: "other", reofferAtEnd: false },
    },
  ]);
}

describe("a notification to a server with a key", () => {
  const key = Buffer.from("0123456789abcdef");
  const [first, second] = ids;
  if (!first || !second) throw new Error("two ids are needed");

  test("is heard when it is signed with the same, and of no age", async () => {
    const { listener, notified } = await startListener(key);
    await using _listener = listener;
    const post = async (headers: Record<string, string>) =>
      (await fetch(`http://${listener.address}/client/${first}`, { method: "POST", headers }))
        .status;
    const now = Date.now();
    const proof = proveNotification(key, first, now);
    const refused: Record<string, string>[] = [
      {},
      { "Fleet-Timestamp": proof["Fleet-Timestamp"] ?? "" },
      { ...proof, "Fleet-Signature": `sha256=${"0".repeat(64)}` },
      { ...proof, "Fleet-Signature": "sha256=" },
      { ...proof, "Fleet-Timestamp": String(Math.floor(now / 1000) + 1) },
      { ...proof, "Fleet-Timestamp": "1e9" },
      proveNotification(Buffer.from("another key, 16+"), first, now),
      proveNotification(key, second, now),
      proveNotification(key, first, now - 10 * 60_000),
      proveNotification(key, first, now + 10 * 60_000),
    ];
    for (const headers of refused) expect(await post(headers)).toBe(403);
    expect(notified).toEqual([]);
    expect(await post(proof)).toBe(200);
    expect(await post(proveNotification(key, first, now - 60_000))).toBe(200);
    expect(notified).toEqual([first, first]);
  });

  test.each([
    ["the same key", key, 1],
    ["none", undefined, 0],
  ])("comes from the notifier with %s", async (_what, notifierKey, heard) => {
    const { listener, notified } = await startListener(key);
    const open = await startListener();
    await using _listener = listener;
    await using _open = open.listener;
    await using store = createMemoryStore();
    await addStreaming(store, first, listener.address);
    await addStreaming(store, second, open.listener.address);
    const log = getLog("test");
    const options = { store, clock, log, ownAddress: () => undefined, key: notifierKey };
    {
      await using notifier = new HttpNotifier(options);
      notifier.notify([first, second]);
      await waitFor(() => open.notified.length > 0 && notified.length >= heard, {
        what: "the notifications",
      });
    }
    expect(notified.length).toBe(heard);
    // Whoever has no key hears those that are signed all the same.
    expect(open.notified).toEqual([second]);
  });
});

describe("the HTTP notifier", () => {
  test("tells the server that holds the stream, of fresh contacts and others' only", async () => {
    const { listener, notified } = await startListener();
    await using _listener = listener;
    await using store = createMemoryStore();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error("three ids are needed");
    await addStreaming(store, second, listener.address, 11 * 60_000);
    await addStreaming(store, third, "127.0.0.1:9");
    await addStreaming(store, first, listener.address);
    const log = getLog("test");
    const ownAddress = () => "127.0.0.1:9";
    await using notifier = new HttpNotifier({ store, clock, log, ownAddress });
    notifier.notify([second, third, first]);
    await waitFor(() => notified.length > 0, { what: "the notification" });
    expect(notified).toEqual([first]);
  });

  test("survives an address that nobody answers at, and one that is none", async () => {
    const { listener, notified } = await startListener();
    await using _listener = listener;
    await using store = createMemoryStore();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error("three ids are needed");
    await addStreaming(store, first, "127.0.0.1:1");
    await addStreaming(store, second, "evil/path?x=1");
    await addStreaming(store, third, listener.address);
    const log = getLog("test");
    await using notifier = new HttpNotifier({ store, clock, log, ownAddress: () => undefined });
    notifier.notify([first, second, third]);
    await waitFor(() => notified.length > 0, { what: "the notification" });
    expect(notified).toEqual([third]);
  });
});
