/**
 * Contacts in SQLite: each is a row, and its client's row says which was the last.
 */
import type { ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkContact, checkCount, checkMicros } from "../checks.ts";
import type { ContactId, ContactRecord, ContactStore, NewContact } from "../store.ts";
import type { Query, Session } from "./session.ts";
import { nonceFromBytes, nonceToBytes } from "./values.ts";

export const contactColumns =
  "contact, time, sent_nonce, received_nonce, address, server, ended_time";

export interface ContactRow {
  contact: number;
  time: number;
  sent_nonce: Uint8Array;
  received_nonce: Uint8Array;
  address: string;
  server: string;
  ended_time: number | null;
}

/** contact_rows.reoffer */
const atEnd = 1;
const anew = 2;

export class SqliteContacts implements ContactStore {
  readonly #session: Session;
  readonly #insert: Query<unknown>;
  readonly #makeLast: Query<unknown>;
  readonly #touch: Query<unknown>;
  readonly #touchEnd: Query<unknown>;
  readonly #end: Query<{ client: number; reoffer: number }>;
  readonly #endStream: Query<unknown>;
  readonly #reoffer: Query<unknown>;
  readonly #reofferAnew: Query<unknown>;
  readonly #lastReoffer: Query<{ reoffer: number }>;
  readonly #openOf: Query<{ contact: number }>;
  readonly #list: Query<ContactRow>;

  constructor(session: Session) {
    this.#session = session;
    this.#insert = session.prepare(
      `INSERT INTO contact_rows (client, time, sent_nonce, received_nonce, address, server, reoffer)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#makeLast = session.prepare(
      `UPDATE client_rows SET last_contact = ?, last_contact_time = ?, last_contact_address = ?, streaming_to = ?,
         clock_seconds = ?, clock_nanos = ? WHERE client = ?`,
    );
    this.#touch = session.prepare(
      `UPDATE client_rows SET last_contact_time = ?2
       WHERE client = (SELECT client FROM contact_rows WHERE contact = ?1) AND last_contact = ?1`,
    );
    this.#touchEnd = session.prepare(
      `UPDATE contact_rows SET ended_time = ?2 WHERE contact = ?1 AND ended_time < ?2
         AND ?1 = (SELECT last_contact FROM client_rows c WHERE c.client = contact_rows.client)`,
    );
    this.#end = session.prepare(
      "UPDATE contact_rows SET ended_time = ? WHERE contact = ? AND ended_time IS NULL RETURNING client, reoffer",
    );
    this.#endStream = session.prepare(
      "UPDATE client_rows SET streaming_to = NULL WHERE client = ? AND last_contact = ?",
    );
    this.#reoffer = session.prepare(
      "UPDATE message_rows SET due_time = ? WHERE handed_out_contact = ? AND due_time IS NOT NULL",
    );
    this.#lastReoffer = session.prepare(
      `SELECT reoffer FROM client_rows c JOIN contact_rows ON contact = c.last_contact WHERE c.client = ?`,
    );
    this.#reofferAnew = session.prepare(
      `UPDATE message_rows INDEXED BY pending_for_client SET due_time = ?2
       WHERE client = ?1 AND due_time > ?2
         AND (SELECT reoffer FROM contact_rows WHERE contact = handed_out_contact) = ${anew}`,
    );
    this.#openOf = session.prepare(
      "SELECT contact FROM contact_rows WHERE server = ? AND ended_time IS NULL",
    );
    this.#list = session.prepare(
      `SELECT ${contactColumns} FROM contact_rows
       WHERE client = ? AND contact < ? ORDER BY contact DESC LIMIT ?`,
    );
  }

  async record(contacts: readonly NewContact[]): Promise<ContactId[]> {
    for (const contact of contacts) checkContact(contact);
    return this.#session.write("record a contact", () =>
      contacts.map((contact) => this.#record(contact)),
    );
  }

  #record(contact: NewContact): ContactId {
    const client = this.#session.requireClientRow(contact.clientId, "record a contact");
    const { time, observedAddress, clientClock } = contact;
    if (!contact.continues && this.#lastReoffer.get(client)?.reoffer === anew) {
      this.#reofferAnew.run(client, time);
    }
    const { lastInsertRowid } = this.#insert.run(
      client,
      time,
      nonceToBytes(contact.sentNonce),
      nonceToBytes(contact.receivedNonce),
      observedAddress,
      contact.server,
      contact.reofferAtEnd ? atEnd : contact.reofferAnew ? anew : 0,
    );
    const contactId = Number(lastInsertRowid);
    this.#makeLast.run(
      contactId,
      time,
      observedAddress,
      contact.streamingTo ?? null,
      clientClock?.seconds ?? null,
      clientClock?.nanos ?? null,
      client,
    );
    return contactId;
  }

  async touch(contactIds: readonly ContactId[], time: Micros): Promise<void> {
    checkMicros("a contact's time", time);
    return this.#session.write("keep contacts alive", () => {
      for (const contactId of contactIds) {
        this.#touch.run(contactId, time);
        this.#touchEnd.run(contactId, time);
      }
    });
  }

  async end(contactIds: readonly ContactId[], time: Micros, unheard = false): Promise<void> {
    checkMicros("a contact's end", time);
    return this.#session.write("end contacts", () => {
      for (const contactId of contactIds) this.#endOne(contactId, time, unheard);
    });
  }

  async endAllOf(server: string, time: Micros): Promise<void> {
    checkMicros("a contact's end", time);
    return this.#session.write("end a server's contacts", () => {
      for (const { contact } of this.#openOf.all(server)) this.#endOne(contact, time);
    });
  }

  #endOne(contactId: ContactId, time: Micros, unheard = false): void {
    const ended = this.#end.get(time, contactId);
    if (!ended) return;
    this.#endStream.run(ended.client, contactId);
    if (unheard || ended.reoffer === atEnd) this.#reoffer.run(time, contactId);
  }

  list(
    clientId: ClientId,
    { before, limit }: { readonly before: ContactId | undefined; readonly limit: number },
  ): Promise<ContactRecord[]> {
    return this.#session.read("list contacts", () => {
      checkCount("the page limit", limit);
      const client = this.#session.clientRow(clientId);
      if (client === undefined) return [];
      return this.#list.all(client, before ?? Number.MAX_SAFE_INTEGER, limit).map(recordOf);
    });
  }
}

export function recordOf(row: ContactRow): ContactRecord {
  return {
    contactId: row.contact,
    time: row.time,
    sentNonce: nonceFromBytes(row.sent_nonce),
    receivedNonce: nonceFromBytes(row.received_nonce),
    observedAddress: row.address,
    server: row.server,
    endedTime: row.ended_time ?? undefined,
  };
}
