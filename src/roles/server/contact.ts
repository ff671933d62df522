/**
 * A contact: what happens from a client's first record to the end of its connection (protocol.md 4).
 *
 * Knows no transport: everything it needs of one is in net/connection.ts. Streams go on in stream-session.ts.
 */
import { makeContactData } from "../../core/contact.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import type { Message } from "../../core/message.ts";
import { microsFromMs } from "../../core/time.ts";
import type { Connection } from "../../net/connection.ts";
import {
  type ContactOptions,
  type OpenContact,
  claimOf,
  firstMessages,
  noteHandedOut,
  openContact,
  writeRecord,
} from "./open-contact.ts";
import { isOurs } from "./contact-place.ts";
import { waitForMessages } from "./long-poll.ts";
import { factsOf } from "./peers.ts";
import { serveStream } from "./stream-session.ts";

/** Serves one connection to its end. Never rejects: what goes wrong ends the connection and is reported. */
export async function serveConnection(
  connection: Connection,
  options: ContactOptions,
): Promise<void> {
  const { events, clock } = options;
  try {
    const started = clock.elapsed();
    const record = await connection.read();
    if (record === undefined) throw new FleetError("invalid_data", "the contact is empty");
    const arrived = clock.elapsed();
    events.recordRead(connection.kind, record.length, arrived - started);
    const contact = await openContact(connection, record, options);
    if (connection.kind === "poll" || connection.kind === "long_poll") {
      await answerPoll(contact, options);
      // A long poll that waits is not slow.
      if (connection.kind === "poll") events.recordAnswered("poll", clock.elapsed() - arrived);
    } else await serveStream(contact, options, arrived);
    await connection.close();
  } catch (thrown) {
    const error = toFleetError(thrown);
    if (!connection.closed.aborted) {
      events.contactRejected({ ...factsOf(connection), reason: error.message });
    }
    await connection.close(error);
  }
}

async function answerPoll(contact: OpenContact, options: ContactOptions): Promise<void> {
  const { connection, contactId } = contact;
  const { contacts } = options.store;
  const end = (unheard = false) => {
    const now = microsFromMs(options.clock.now());
    // What was unheard on one that was joined is due all the same: the client begins anew where an answer was lost.
    return contact.joined
      ? contacts.touch([contactId], now)
      : contacts.end([contactId], now, unheard);
  };
  const messages = await pollMessages(contact, options).catch(async (thrown: unknown) => {
    await end();
    throw thrown;
  });
  const reply = makeContactData({ sequencingNonce: contact.sentNonce, messages });
  options.events.polled(factsOf(connection));
  try {
    await writeRecord(connection, reply, options);
  } catch (thrown) {
    // A client that drops repeats need not wait for what it never got.
    await end(isOurs(connection));
    throw thrown;
  }
  await end();
}

async function pollMessages(
  contact: OpenContact,
  options: ContactOptions,
): Promise<readonly Message[]> {
  const first = await firstMessages(contact, options);
  const { connection, contactId } = contact;
  // One that was to join a contact and could not: the client learns its new nonce before the next one waits.
  const isStray = connection.sameContact && !contact.joined;
  if (first.length > 0 || !connection.waitMs || isStray) return first;
  const { delivery, clock } = options;
  const claim = () => claimOf(contact, options);
  using _waiting = options.events.longPollWaits();
  const later = await waitForMessages({ connection, contactId, delivery, clock, claim });
  noteHandedOut(contact, later, options);
  return later;
}
