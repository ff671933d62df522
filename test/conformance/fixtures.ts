/**
 * Clients, contacts, messages and broadcasts for the store suite: as little as a case must say, the rest filled in.
 */
import assert from "node:assert/strict";

import { unlimitedBroadcast, type Broadcast } from "../../src/core/broadcast.ts";
import { FleetError, type ErrorCode } from "../../src/core/errors.ts";
import type { AllocationId, BroadcastId, ClientId, MessageId } from "../../src/core/ids.ts";
import {
  failureAt,
  makeMessage,
  successAt,
  type IdentifiedMessage,
} from "../../src/core/message.ts";
import { timestampFromMicros, type Micros, type Timestamp } from "../../src/core/time.ts";
import type {
  ClientClaim,
  NewContact,
  NewMessage,
  ServerClaim,
  Store,
} from "../../src/store/store.ts";

export const start: Micros = 1_700_000_000_000_000;
export const minute = 60_000_000;

const numbered = (digit: string, length: number, n: number) =>
  digit + n.toString(16).padStart(length - 1, "0");

export const clientId = (n: number) => numbered("c", 16, n) as ClientId;
export const messageId = (n: number) => numbered("a", 64, n) as MessageId;
export const broadcastId = (n: number) => numbered("b", 16, n) as BroadcastId;
export const allocationId = (n: number) => numbered("d", 16, n) as AllocationId;

export const at = (micros: Micros): Timestamp => timestampFromMicros(micros);
export const success = successAt(at(start + minute));
export const failure = failureAt(at(start + minute), "it did not work");

/** @param count clients, numbered from 1 */
export async function addClients(store: Store, count: number): Promise<ClientId[]> {
  const clientIds = Array.from({ length: count }, (_, index) => clientId(index + 1));
  await store.clients.add(
    clientIds.map((id, index) => ({
      clientId: id,
      publicKey: Uint8Array.of(1, 2, index),
      labels: [],
      time: start,
    })),
  );
  return clientIds;
}

export function contactOf(id: ClientId, fields: Partial<NewContact> = {}): NewContact {
  return {
    clientId: id,
    time: start,
    sentNonce: 1n,
    receivedNonce: 0n,
    observedAddress: "192.0.2.1:1000",
    clientClock: undefined,
    streamingTo: undefined,
    server: "server one",
    reofferAtEnd: false,
    ...fields,
  };
}

/** Records one contact. */
export async function contact(
  store: Store,
  id: ClientId,
  fields: Partial<NewContact> = {},
): Promise<number> {
  const [contactId] = await store.contacts.record([contactOf(id, fields)]);
  assert(contactId !== undefined);
  return contactId;
}

interface MessageFields extends Partial<IdentifiedMessage> {
  readonly service?: string;
  readonly bytes?: number;
}

/** Created `n` microseconds after the start. */
function message(
  n: number,
  to: ClientId | undefined,
  { service = "Main", bytes = 3, ...fields }: MessageFields,
) {
  const source = { clientId: to === undefined ? clientId(1) : undefined, serviceName: "Source" };
  return {
    ...makeMessage({
      source,
      destination: { clientId: to, serviceName: service },
      messageType: "Test",
    }),
    sourceMessageId: "00ff",
    messageId: messageId(n),
    creationTime: at(start + n),
    data: { typeUrl: "type.googleapis.com/test.Data", value: new Uint8Array(bytes).fill(n) },
    ...fields,
  };
}

export function toClient(n: number, to: ClientId, fields: MessageFields = {}): NewMessage {
  return { message: message(n, to, fields), contactId: undefined, dueTime: start };
}

export function toServer(n: number, fields: MessageFields = {}): NewMessage {
  return { message: message(n, undefined, fields), contactId: undefined, dueTime: start };
}

/** A claim on contact 1 that takes whatever is due a minute after the start. */
export function claimOf(id: ClientId, fields: Partial<ClientClaim> = {}): ClientClaim {
  return {
    clientId: id,
    contactId: 1,
    server: "server one",
    now: start + minute,
    reofferTime: start + 10 * minute,
    maxMessages: 100,
    maxBytes: 1_000_000,
    allowed: undefined,
    ...fields,
  };
}

export function serverClaim(fields: Partial<ServerClaim> = {}): ServerClaim {
  return {
    server: "server one",
    now: start + minute,
    maxMessages: 100,
    limits: new Map(),
    retryTime: (tries) => start + (10 + tries) * minute,
    ...fields,
  };
}

/** Numbers of the messages that a claim hands out. */
export async function claimNumbers(
  store: Store,
  claim: ClientClaim,
): Promise<{ numbers: number[]; more: boolean }> {
  const [result] = await store.messages.claimForClients([claim]);
  assert(result !== undefined);
  return { numbers: numbersOf(result.messages), more: result.more };
}

export function numbersOf(messages: readonly IdentifiedMessage[]): number[] {
  return messages.map(({ messageId: id }) => Number.parseInt(id.slice(1), 16));
}

export function broadcastOf(n: number, fields: Partial<Broadcast> = {}): Broadcast {
  return {
    broadcastId: broadcastId(n),
    source: { clientId: undefined, serviceName: "Source" },
    destination: { clientId: undefined, serviceName: "Main" },
    messageType: "Test",
    requiredLabels: [],
    expirationTime: at(start + 100 * minute),
    data: { typeUrl: "type.googleapis.com/test.Data", value: Uint8Array.of(n) },
    groupName: "",
    ...fields,
  };
}

/** Creates broadcast 1 and takes allocation 1 of it. */
export async function allocated(store: Store, limit: bigint = unlimitedBroadcast): Promise<void> {
  await store.broadcasts.create(broadcastOf(1), limit);
  await allocate(store, 1);
}

/** Takes allocation n of broadcast 1 for ten minutes. @returns its limit */
export async function allocate(store: Store, n: number): Promise<bigint | undefined> {
  const allocation = await store.broadcasts.allocate({
    broadcastId: broadcastId(1),
    allocationId: allocationId(n),
    now: start,
    expirationTime: start + 10 * minute,
  });
  return allocation?.limit;
}

/** Message n as a send of broadcast 1 by allocation 1. */
export function sendOf(n: number, to: ClientId) {
  return { broadcastId: broadcastId(1), allocationId: allocationId(1), ...toClient(n, to) };
}

export async function rejects(code: ErrorCode, promise: Promise<unknown>): Promise<void> {
  await assert.rejects(promise, (thrown) => {
    assert(thrown instanceof FleetError, `a FleetError, not ${String(thrown)}`);
    assert.equal(thrown.code, code, thrown.message);
    return true;
  });
}

/** bun's Buffers and Uint8Arrays compare as equal bytes. */
export function plain<T>(value: T): T {
  return structuredClone(value);
}
