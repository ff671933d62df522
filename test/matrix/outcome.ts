/**
 * What has to be true at the end of a cell: everything has arrived, and the server holds a result of all of it.
 */
import { type MessageId, deriveMessageId, hexToBytes, parseMessageId } from "../../src/core/ids.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { waitFor } from "../helpers/wait-for.ts";
import type { Parties } from "./parties.ts";
import { serviceName } from "./peers.ts";
import type { Traffic } from "./traffic.ts";

/** Before a server of the original is asked to hurry: it pauses for a second before each look at what is due. */
const patienceMs = 2_500;
/** For what may be lost, once everything else is there. */
const stragglersMs = 2_000;

/**
 * Waits for everything but what went with a client's memory.
 * @returns how many went with it. @throws naming some of what has not arrived.
 */
export async function waitForArrival(parties: Parties, traffic: Traffic): Promise<number> {
  const { up, down, doubtful } = traffic;
  const { offerAgain } = parties.server;
  const done = () => down.missing().length === 0 && up.missing().every((id) => doubtful.has(id));
  if (offerAgain && !(await doneBeforeQuiet(traffic, done))) await nudge(traffic, done, offerAgain);
  try {
    await traffic.until(done, "every message");
  } catch (cause) {
    throw new Error(`${String(cause)}. ${await describeMissing(parties, traffic)}`, { cause });
  }
  await within(() => up.missing().length === 0, stragglersMs);
  return up.missing().length;
}

/** The original looks for what is due when it is notified of a new message. */
async function nudge(
  traffic: Traffic,
  done: () => boolean,
  offerAgain: () => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + traffic.deadlineMs;
  while (!done() && performance.now() < deadline) {
    await offerAgain();
    await traffic.insert();
    await doneBeforeQuiet(traffic, done);
  }
}

/** @returns whether it was done before nothing had arrived for a while. */
async function doneBeforeQuiet({ up, down }: Traffic, done: () => boolean): Promise<boolean> {
  const count = () => up.arrivedCount + down.arrivedCount + up.repeats + down.repeats;
  while (!done()) {
    const before = count();
    if (!(await within(() => done() || count() > before, patienceMs))) return false;
  }
  return true;
}

/** Of some of it, what the server knows. */
async function describeMissing({ admin, clientId }: Parties, traffic: Traffic): Promise<string> {
  const { up, down } = traffic;
  const ids = [
    ...up.missing().map((id) => deriveMessageId(clientId, serviceName, hexToBytes(id))),
    ...down.missing().map((id) => parseMessageId(id)),
  ];
  const lines = ids.slice(0, 10).map(async (messageId) => {
    const status = await admin.call(adminMethods.getMessageStatus, { messageId });
    return `${messageId}: ${JSON.stringify(status)}`;
  });
  return `Missing, as the server knows it:\n${(await Promise.all(lines)).join("\n")}`;
}

/** @throws for a message that failed, and for one of which the server never learned. */
export async function waitForResults(parties: Parties, traffic: Traffic): Promise<void> {
  const { clientId, client } = parties;
  for (const id of traffic.up.arrivedIds()) {
    const messageId = deriveMessageId(clientId, serviceName, hexToBytes(id));
    await waitForResult(parties, traffic, messageId, "from the client");
  }
  for (const id of traffic.down.arrivedIds()) {
    await waitForResult(parties, traffic, parseMessageId(id), "to the client");
  }
  if (client.outbox === undefined) return;
  await traffic.until(() => client.outbox === 0, "the client's outbox to be empty");
}

/** The original puts off by a minute or more what met a deadlock in its database. */
async function waitForResult(
  { admin, server }: Parties,
  traffic: Traffic,
  messageId: MessageId,
  direction: string,
): Promise<void> {
  const ask = async () => (await admin.call(adminMethods.getMessageStatus, { messageId })).result;
  if (server.offerAgain && !(await within(ask, patienceMs))) await server.offerAgain();
  const { failed, failedReason } = await traffic.until(
    ask,
    `a result of ${messageId}, ${direction}`,
  );
  if (failed) throw new Error(`${messageId}, ${direction}, failed: ${failedReason}`);
}

function within<T>(condition: () => T | Promise<T>, deadlineMs: number): Promise<boolean> {
  return waitFor(condition, { what: "it", deadlineMs }).then(
    () => true,
    () => false,
  );
}
