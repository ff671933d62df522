/**
 * The chain of sequencing nonces of a client that comes by long polls: whole while its polls cross, while it is stopped,
 * and while it loses its connections; split where its state was copied.
 */
import { expect, test } from "bun:test";
import { copyFileSync } from "node:fs";

import type { ClientId } from "../../../src/core/ids.ts";
import { timestampFromMicros } from "../../../src/core/time.ts";
import {
  type ContactSummary,
  summarizeContacts,
} from "../../../src/cli/original/contact-history.ts";
import { describeContact } from "../../../src/roles/admin/api/describe/client.ts";
import type { RunningClient } from "../../../src/roles/client/client.ts";
import type { ContactRecord } from "../../../src/store/store.ts";
import { startRelay } from "../../helpers/relay.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

const options = { transport: "LONG_POLL" } as const;
const nothingSplit = { splits: 0, splitPoints: 0, skips: 0 };

/** Newest first. */
function contactsOf(server: TestServer, clientId: ClientId): Promise<ContactRecord[]> {
  return server.store.contacts.list(clientId, { before: undefined, limit: 1000 });
}

/** What our API says of each contact, newest first. */
async function chainOf(server: TestServer, clientId: ClientId): Promise<string[]> {
  const contacts = await contactsOf(server, clientId);
  return contacts.map((contact, index) => describeContact(contact, contacts[index + 1]).chain);
}

/** What the original's analysis says. */
async function analyse(server: TestServer, clientId: ClientId): Promise<ContactSummary> {
  const contacts = await contactsOf(server, clientId);
  const shown = contacts.map((contact) => ({
    ...contact,
    timestamp: timestampFromMicros(contact.time),
  }));
  return summarizeContacts(shown, () => {});
}

/** One message after the other, each acknowledged by a poll beside the one that waits. */
async function converse(server: TestServer, { clientId }: RunningClient, rounds: number) {
  for (let round = 0; round < rounds; round += 1) {
    const ids = await server.send(clientId, 1);
    await waitFor(async () => (await server.acknowledged(ids)) === 1, { what: "an answer" });
  }
}

test("messages that leave while a poll waits split nothing, nor does the client's end at any time", async () => {
  using folder = temporaryFolder();
  await using server = await TestServer.start();
  const clientIds = new Set<ClientId>();
  for (let run = 0; run < 3; run += 1) {
    if (run > 0) await fillOutbox(folder, 50);
    await using client = await startTestClient(folder, server.address, options);
    clientIds.add(client.clientId);
    await waitFor(() => server.connectedCount === 1, { what: "a poll waits" });
    await converse(server, client, 50);
  }
  const [clientId, ...others] = [...clientIds];
  if (clientId === undefined) throw new Error("there was no client");
  expect(others).toEqual([]);
  expect(new Set(server.received).size).toBe(50);
  expect(await chainOf(server, clientId)).toEqual(["continues", "continues", "first"]);
  expect(await analyse(server, clientId)).toMatchObject(nothingSplit);
}, 60_000);

test("connections that break while polls cross split nothing, and lose nothing", async () => {
  using folder = temporaryFolder();
  await using server = await TestServer.start();
  await using relay = await startRelay(server.address, () => Infinity);
  await using client = await startTestClient(folder, relay.address, options);
  for (let round = 0; round < 3; round += 1) {
    await waitFor(() => server.connectedCount === 1, { what: "a poll waits" });
    await converse(server, client, 5);
    const { length } = await contactsOf(server, client.clientId);
    relay.reset();
    await waitFor(async () => (await contactsOf(server, client.clientId)).length > length, {
      what: "the next contact",
    });
  }
  await waitFor(() => server.connectedCount === 1, { what: "a poll waits" });
  await converse(server, client, 5);
  expect(new Set(await chainOf(server, client.clientId))).toEqual(new Set(["continues", "first"]));
  expect(await analyse(server, client.clientId)).toMatchObject(nothingSplit);
}, 60_000);

test("a copy of the client's state is seen, and both get what they ask for", async () => {
  using folder = temporaryFolder();
  using copied = temporaryFolder();
  await using server = await TestServer.start();
  await using client = await startTestClient(folder, server.address, options);
  await waitFor(() => server.connectedCount === 1, { what: "a poll waits" });
  await converse(server, client, 3);
  expect(await analyse(server, client.clientId)).toMatchObject(nothingSplit);
  copyFileSync(folder.stateFile, copied.stateFile);
  await using copy = await startTestClient(copied, server.address, options);
  expect(copy.clientId).toBe(client.clientId);
  const splits = async () =>
    (await chainOf(server, client.clientId)).filter((chain) => chain === "splits").length;
  await waitFor(async () => (await splits()) >= 2, { what: "splits", deadlineMs: 20_000 });
  expect((await analyse(server, client.clientId)).splits).toBeGreaterThan(0);
  await converse(server, client, 1);
}, 60_000);
