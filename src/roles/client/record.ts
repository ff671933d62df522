/**
 * What a client sends in one record, and what it takes from one of the server's (protocol.md 2, 5 and 6).
 */
import type { Clock } from "../../core/clock.ts";
import { type ContactData, makeContactData } from "../../core/contact.ts";
import type { Label } from "../../core/labels.ts";
import { type Message, systemService } from "../../core/message.ts";
import { timestampFromMs } from "../../core/time.ts";
import type { Log } from "../../observability/log.ts";
import { decodeContactData, encodeContactData, encodeWrappedContact } from "../../proto/codec.ts";
import type { Outbox } from "./outbox.ts";
import type { ServicesManager } from "./services/manager.ts";
import type { Identity } from "./state/identity.ts";

/** What every contact works with. */
export interface ContactParts {
  readonly identity: Identity;
  readonly outbox: Outbox;
  readonly manager: ServicesManager;
  readonly labels: () => readonly Label[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The first record of a stream, or a poll: who speaks, and how much every service can take. */
export function firstRecord(parts: ContactParts, messages: readonly Message[]): Uint8Array {
  return encodeRecord(parts, {
    messages,
    sequencingNonce: parts.identity.sequencingNonce,
    allowedMessages: parts.manager.announce(),
  });
}

/** A later record of a stream: how much was processed since the last one. */
export function laterRecord(parts: ContactParts, messages: readonly Message[]): Uint8Array {
  return encodeRecord(parts, { messages, allowedMessages: parts.manager.takeProcessed() });
}

/**
 * A poll beside one that waits: the free slots are announced there, so that they are not promised twice. None at all would
 * mean that there is no limit (protocol.md 6).
 */
export function secondRecord(parts: ContactParts, messages: readonly Message[]): Uint8Array {
  const names = [systemService, ...parts.manager.installed.map(({ name }) => name)];
  return encodeRecord(parts, {
    messages,
    sequencingNonce: parts.identity.sequencingNonce,
    allowedMessages: new Map(names.map((name) => [name, 0n])),
  });
}

/**
 * Reads an answer, takes over its nonce, if it has one, and brings its messages to the services.
 * @param given the nonce that the server was given: where it says the same, there may be a newer one by now.
 * @returns what it says, and which of its messages are new: others were offered again while they are worked on.
 * @throws invalid_data for bytes that are no ContactData.
 */
export function takeAnswer(
  parts: ContactParts,
  bytes: Uint8Array,
  given?: bigint,
): ContactData & { accepted: Message[] } {
  const { data, malformed } = decodeContactData(bytes);
  for (const reason of malformed) {
    parts.log.warn("a message of the server is dropped: {reason}", { reason });
  }
  const { sequencingNonce: nonce } = data;
  if (nonce !== 0n && nonce !== given) parts.identity.saveNonce(nonce);
  return { ...data, accepted: parts.manager.deliver(data.messages) };
}

function encodeRecord(parts: ContactParts, fields: Partial<ContactData>): Uint8Array {
  const clientClock = timestampFromMs(parts.clock.now());
  return encodeWrappedContact({
    contactData: encodeContactData(makeContactData({ ...fields, clientClock })),
    signatures: [],
    clientLabels: parts.labels().map(({ label }) => label),
  });
}
