/**
 * One message at a time, in SQLite: its whole life, and what was sent in reply to it.
 */
import { clientIdFromBytes, hexToBytes, type MessageId } from "../../core/ids.ts";
import type { MessageLife } from "../records.ts";
import type { MessagePage, MessageTrace, ReplyQuery, TracedContact } from "../reports.ts";
import {
  checkPageLimit,
  formatMessagePlace,
  parseMessagePlace,
  type MessagePlace,
} from "../searching.ts";
import { contactColumns, recordOf, type ContactRow } from "./contacts.ts";
import { listedColumns, listedOf, listedTables, type ListedRow } from "./listed-rows.ts";
import type { SqliteMessageListing } from "./message-listing.ts";
import type { Query, Session } from "./session.ts";

interface TraceRow extends ListedRow {
  contact: number | null;
  handed_out_time: number | null;
  handed_out_by: string | null;
  handed_out_contact: number | null;
  due_time: number | null;
}

interface TracedContactRow extends ContactRow {
  client_id: Uint8Array;
}

interface PlaceRow {
  creation_seconds: number;
  message: number;
}

type Front = readonly [clientId: Uint8Array, seconds: number, message: number];

/** Rows that are looked at for one page of replies. */
const maxScannedRows = 10_000;

export class SqliteTraces {
  readonly #session: Session;
  readonly #listing: SqliteMessageListing;
  readonly #message: Query<TraceRow>;
  readonly #contact: Query<TracedContactRow>;
  readonly #askedFor: Query<PlaceRow & { client_id: Uint8Array }>;
  readonly #replies: Query<PlaceRow>;
  readonly #last: Query<PlaceRow>;

  constructor(session: Session, listing: SqliteMessageListing) {
    this.#session = session;
    this.#listing = listing;
    this.#message = session.prepare(
      `SELECT ${listedColumns}, m.contact, m.handed_out_time, m.handed_out_by, m.handed_out_contact, m.due_time
       FROM ${listedTables} WHERE m.message_id = ?`,
    );
    this.#contact = session.prepare(
      `SELECT ${contactColumns}, c.client_id FROM contact_rows JOIN client_rows c USING (client) WHERE contact = ?`,
    );
    this.#askedFor = session.prepare(
      `SELECT m.creation_seconds, m.message, c.client_id FROM message_rows m JOIN client_rows c USING (client)
       WHERE m.message_id = ?`,
    );
    const front = `SELECT creation_seconds, message FROM message_rows INDEXED BY messages_from_client
      WHERE source_client_id = ? AND (creation_seconds, message) > (?, ?)
      ORDER BY creation_seconds, message`;
    this.#replies = session.prepare(
      `SELECT m.creation_seconds, m.message FROM (${front} LIMIT ${maxScannedRows}) f CROSS JOIN message_rows m ON m.message = f.message
       WHERE instr(m.extras, ?) > 0 LIMIT ?`,
    );
    this.#last = session.prepare(`${front} LIMIT 1 OFFSET ${maxScannedRows - 1}`);
  }

  trace(messageId: MessageId): Promise<MessageTrace | undefined> {
    return this.#session.read("trace a message", () => {
      const row = this.#message.get(hexToBytes(messageId));
      if (!row) return undefined;
      return {
        message: listedOf(row),
        life: lifeOf(messageId, row),
        broughtBy: this.#tracedContact(row.contact),
        handedOutOn: this.#tracedContact(row.handed_out_contact),
      };
    });
  }

  #tracedContact(contactId: number | null): TracedContact | undefined {
    const row = contactId === null ? null : this.#contact.get(contactId);
    return row ? { ...recordOf(row), clientId: clientIdFromBytes(row.client_id) } : undefined;
  }

  replies({ messageId, after, limit }: ReplyQuery): Promise<MessagePage> {
    return this.#session.read("list replies", () => {
      checkPageLimit(limit);
      const message = this.#askedFor.get(hexToBytes(messageId));
      if (!message) return { messages: [], next: undefined };
      const place = after === undefined ? beginningOf(message) : parseMessagePlace(after);
      const front: Front = [message.client_id, place.seconds, place.message];
      const rows = this.#replies.all(...front, replyAnnotation(messageId), limit + 1);
      const places = rows.slice(0, limit).map(placeOf);
      const last = rows.length > limit ? places.at(-1) : this.#lastScanned(front);
      return { messages: this.#listing.messages(places), next: last && formatMessagePlace(last) };
    });
  }

  #lastScanned(front: Front): MessagePlace | undefined {
    const row = this.#last.get(...front);
    return row ? placeOf(row) : undefined;
  }
}

/** A reply of the same second may have been stored, in another row order, by a clock that stood still. */
function beginningOf({ creation_seconds }: PlaceRow): MessagePlace {
  return { seconds: creation_seconds, message: 0 };
}

function placeOf({ creation_seconds, message }: PlaceRow): MessagePlace {
  return { seconds: creation_seconds, message };
}

/** As it stands in the JSON of message_rows.extras (message-rows.ts). */
function replyAnnotation(messageId: MessageId): string {
  return JSON.stringify(["fleet.in_reply_to", messageId]);
}

function lifeOf(messageId: MessageId, row: TraceRow): MessageLife {
  return {
    messageId,
    creationTime: { seconds: row.creation_seconds, nanos: row.creation_nanos },
    result: listedOf(row).result,
    tries: row.tries,
    handedOutTime: row.handed_out_time ?? undefined,
    handedOutBy: row.handed_out_by ?? undefined,
    handedOutContact: row.handed_out_contact ?? undefined,
    dueTime: row.due_time ?? undefined,
  };
}
