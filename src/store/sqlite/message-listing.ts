/**
 * Listings of messages in SQLite: which lanes (message-lanes.ts) hold what a filter lets through.
 */
import { hexToBytes } from "../../core/ids.ts";
import { checkMicros } from "../checks.ts";
import {
  checkPageLimit,
  formatMessagePlace,
  parseMessagePlace,
  type MessagePlace,
} from "../searching.ts";
import type { ListedMessage, MessageFilter, MessagePage, MessageQuery } from "../reports.ts";
import { listedColumns, listedOf, listedTables, type ListedRow } from "./listed-rows.ts";
import { all, nameChecks, newestOf, stateChecks, withTimes } from "./message-filters.ts";
import { MessageLanes, newestPlace, type Condition, type Lane } from "./message-lanes.ts";
import type { Query, Session } from "./session.ts";
import { TallyLanes } from "./tally-lanes.ts";

/** Up to so many messages are looked at one by one for whether they are a client's. */
const fewMessages = 2000;
/** Of a client's messages so many are looked at for one page, on each side. */
const maxScanned = 8000;

export class SqliteMessageListing {
  readonly #session: Session;
  readonly #lanes: MessageLanes;
  readonly #tallies: TallyLanes;
  readonly #row: Query<ListedRow>;
  readonly #moreSent: Query<unknown>;
  readonly #moreReceived: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    this.#lanes = new MessageLanes(session);
    this.#tallies = new TallyLanes(session);
    this.#moreSent = session.prepare(
      `SELECT 1 FROM message_rows INDEXED BY messages_from_client WHERE source_client_id = ? LIMIT 1 OFFSET ?`,
    );
    this.#moreReceived = session.prepare(
      `SELECT 1 FROM message_rows INDEXED BY messages_for_client WHERE client = ? LIMIT 1 OFFSET ?`,
    );
    this.#row = session.prepare(`SELECT ${listedColumns} FROM ${listedTables} WHERE m.message = ?`);
  }

  list({ after, limit, ...filter }: MessageQuery): Promise<MessagePage> {
    return this.#session.read("list messages", () => {
      checkPageLimit(limit);
      checkMicros("a creation time", filter.createdFrom);
      checkMicros("a creation time", filter.createdBefore);
      const from = after === undefined ? newestPlace : parseMessagePlace(after);
      const { places, next } = this.#lanes.page(this.#lanesOf(filter, from), from, limit);
      return {
        messages: this.messages(places),
        next: next && formatMessagePlace(next),
      };
    });
  }

  /** Only inside a read. */
  messages(places: readonly MessagePlace[]): ListedMessage[] {
    return places
      .map(({ message }) => this.#row.get(message))
      .filter((row) => row !== null)
      .map(listedOf);
  }

  #lanesOf(filter: MessageFilter, { seconds }: MessagePlace): Iterable<Lane> {
    const { clientId, serviceName, messageType, state } = filter;
    if (clientId === undefined) return this.#tallies.lanes(filter, seconds);
    const named = serviceName !== undefined || messageType !== undefined || state !== undefined;
    if (!named) return this.#clientLanes(filter, undefined);
    const count = this.#tallies.count(filter);
    if (count === 0) return [];
    if (count <= fewMessages && this.#hasMore(filter, count))
      return this.#tallies.lanes(filter, seconds, {
        check: this.#isOfClient(filter),
        count: count + 1,
      });
    return this.#clientLanes(filter, all([...nameChecks(filter), ...stateChecks(filter)]));
  }

  #clientLanes(filter: MessageFilter, check: Condition | undefined): Lane[] {
    const { clientId = "", direction } = filter;
    const toServer = direction === "to_server" ? " AND client IS NULL" : "";
    const from = { sql: `source_client_id = ?${toServer}`, values: [hexToBytes(clientId)] };
    const to = { sql: "client = ?", values: [this.#clientRow(filter)] };
    const rest = { check, maxScanned, newest: newestOf(filter) };
    const sent = { index: "messages_from_client", range: withTimes(from, filter), ...rest };
    const received = { index: "messages_for_client", range: withTimes(to, filter), ...rest };
    if (direction === undefined) return [sent, received];
    return [direction === "to_client" ? received : sent];
  }

  /** Whether the client has more messages than so many: whichever are fewer are looked at. */
  #hasMore(filter: MessageFilter, count: number): boolean {
    return (
      this.#moreSent.get(hexToBytes(filter.clientId ?? ""), count) !== null ||
      this.#moreReceived.get(this.#clientRow(filter), count) !== null
    );
  }

  /** -1: of no client that is known. */
  #clientRow({ clientId }: MessageFilter): number {
    return (clientId === undefined ? undefined : this.#session.clientRow(clientId)) ?? -1;
  }

  #isOfClient(filter: MessageFilter): Condition {
    const to = { sql: "m.client = ?", values: [this.#clientRow(filter)] };
    const from = { sql: "m.source_client_id = ?", values: [hexToBytes(filter.clientId ?? "")] };
    if (filter.direction !== undefined) return filter.direction === "to_client" ? to : from;
    return { sql: `(${from.sql} OR ${to.sql})`, values: [...from.values, ...to.values] };
  }
}
