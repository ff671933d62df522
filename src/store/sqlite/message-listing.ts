/**
 * Listings of messages in SQLite: which lanes (message-lanes.ts) hold what a filter lets through.
 */
import { hexToBytes } from "../../core/ids.ts";
import { timestampFromMicros } from "../../core/time.ts";
import { checkMicros } from "../checks.ts";
import { dayOf } from "../counted-names.ts";
import {
  checkPageLimit,
  formatMessagePlace,
  parseMessagePlace,
  type MessagePlace,
} from "../searching.ts";
import {
  otherName,
  type ListedMessage,
  type MessageFilter,
  type MessagePage,
  type MessageQuery,
  type MessageState,
} from "../reports.ts";
import { listedColumns, listedOf, listedTables, type ListedRow } from "./listed-rows.ts";
import { MessageLanes, newestPlace, type Condition, type Lane } from "./message-lanes.ts";
import type { Query, Session } from "./session.ts";

interface WantedTally {
  tally: number;
  day: number;
  /** Whether it counts messages of other names too. */
  mixed: number;
  pending: number;
  processed: number;
  failed: number;
  kept: number;
}

/** Up to so many messages are looked at one by one for whether they are a client's. */
const fewMessages = 2000;
const secondsOfDay = 86_400;

/** `failed` of a message row. */
const failedColumn = { pending: null, processed: 0, failed: 1 } as const;

export class SqliteMessageListing {
  readonly #session: Session;
  readonly #lanes: MessageLanes;
  readonly #tallies: Query<WantedTally>;
  readonly #row: Query<ListedRow>;

  constructor(session: Session) {
    this.#session = session;
    this.#lanes = new MessageLanes(session);
    this.#tallies = session.prepare(
      `SELECT tally, day, service = '${otherName}' OR message_type = '${otherName}' AS mixed,
         stored - processed - failed AS pending, processed, failed, kept
       FROM tally_rows INDEXED BY kept_tallies WHERE kept > 0 AND day BETWEEN ?1 AND ?2
         AND to_client = coalesce(?3, to_client) AND (?4 IS NULL OR service IN (?4, '${otherName}'))
         AND (?5 IS NULL OR message_type IN (?5, '${otherName}'))`,
    );
    this.#row = session.prepare(`SELECT ${listedColumns} FROM ${listedTables} WHERE m.message = ?`);
  }

  list({ after, limit, ...filter }: MessageQuery): Promise<MessagePage> {
    return this.#session.read("list messages", () => {
      checkPageLimit(limit);
      checkMicros("a creation time", filter.createdFrom);
      checkMicros("a creation time", filter.createdBefore);
      const from = after === undefined ? newestPlace : parseMessagePlace(after);
      const { places, next } = this.#lanes.page(this.#lanesOf(filter), from, limit);
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

  #lanesOf(filter: MessageFilter): Lane[] {
    const { clientId, serviceName, messageType, state } = filter;
    const named = serviceName !== undefined || messageType !== undefined || state !== undefined;
    if (clientId !== undefined && !named) return this.#clientLanes(filter, undefined);
    const tallies = this.#wantedTallies(filter);
    if (clientId === undefined) return tallyLanes(tallies, filter, undefined);
    const messages = tallies.reduce((sum, tally) => sum + countIn(tally, state), 0);
    return messages <= fewMessages
      ? tallyLanes(tallies, filter, this.#isOfClient(filter))
      : this.#clientLanes(filter, all([...nameChecks(filter), ...stateChecks(filter)]));
  }

  #wantedTallies({
    direction,
    serviceName,
    messageType,
    createdFrom,
    createdBefore,
  }: MessageFilter): WantedTally[] {
    return this.#tallies.all(
      createdFrom === undefined ? Number.MIN_SAFE_INTEGER : dayOf(createdFrom / 1e6),
      createdBefore === undefined ? Number.MAX_SAFE_INTEGER : dayOf(createdBefore / 1e6),
      direction === undefined ? null : Number(direction === "to_client"),
      serviceName ?? null,
      messageType ?? null,
    );
  }

  #clientLanes(filter: MessageFilter, check: Condition | undefined): Lane[] {
    const { clientId = "", direction } = filter;
    const toServer = direction === "to_server" ? " AND client IS NULL" : "";
    const from = { sql: `source_client_id = ?${toServer}`, values: [hexToBytes(clientId)] };
    const to = { sql: "client = ?", values: [this.#clientRow(filter)] };
    const rest = { check, small: false, newest: newestOf(filter) };
    const sent = { index: "messages_from_client", range: withTimes(from, filter), ...rest };
    const received = { index: "messages_for_client", range: withTimes(to, filter), ...rest };
    if (direction === undefined) return [sent, received];
    return [direction === "to_client" ? received : sent];
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

/** Three states, three ranges: only those that may hold something become lanes. */
function tallyLanes(
  tallies: readonly WantedTally[],
  filter: MessageFilter,
  clientCheck: Condition | undefined,
): Lane[] {
  const states: MessageState[] = filter.state ? [filter.state] : ["pending", "processed", "failed"];
  const small = clientCheck !== undefined;
  const lanes: Lane[] = [];
  for (const tally of tallies) {
    const checks = [
      ...(clientCheck ? [clientCheck] : []),
      ...(tally.mixed ? nameChecks(filter) : []),
    ];
    const newest = Math.min((tally.day + 1) * secondsOfDay - 1, newestOf(filter));
    for (const state of states) {
      if (tally[state] === 0) continue;
      const key = { sql: "tally = ? AND failed IS ?", values: [tally.tally, failedColumn[state]] };
      const range = withTimes(key, filter);
      lanes.push({ index: "messages_of_tally", range, check: all(checks), small, newest });
    }
  }
  return lanes;
}

function countIn(tally: WantedTally, state: MessageState | undefined): number {
  return state === undefined ? tally.kept : Math.min(tally.kept, tally[state]);
}

function nameChecks({ serviceName, messageType }: MessageFilter): Condition[] {
  const checks: Condition[] = [];
  if (serviceName !== undefined) checks.push({ sql: "m.service = ?", values: [serviceName] });
  if (messageType !== undefined) checks.push({ sql: "m.message_type = ?", values: [messageType] });
  return checks;
}

function stateChecks({ state }: MessageFilter): Condition[] {
  return state === undefined ? [] : [{ sql: "m.failed IS ?", values: [failedColumn[state]] }];
}

function all(conditions: readonly Condition[]): Condition | undefined {
  if (conditions.length === 0) return undefined;
  return {
    sql: conditions.map(({ sql }) => sql).join(" AND "),
    values: conditions.flatMap(({ values }) => values),
  };
}

function newestOf({ createdBefore }: MessageFilter): number {
  return createdBefore === undefined
    ? Number.MAX_SAFE_INTEGER
    : timestampFromMicros(createdBefore).seconds;
}

/** The nanos, which no index has, are looked at in the first and the last second only. */
function withTimes(
  { sql, values }: Condition,
  { createdFrom, createdBefore }: MessageFilter,
): Condition {
  const texts = [sql];
  const all = [...values];
  if (createdFrom !== undefined) {
    const { seconds, nanos } = timestampFromMicros(createdFrom);
    texts.push("creation_seconds >= ? AND (creation_seconds > ? OR creation_nanos >= ?)");
    all.push(seconds, seconds, nanos);
  }
  if (createdBefore !== undefined) {
    const { seconds, nanos } = timestampFromMicros(createdBefore);
    texts.push("creation_seconds <= ? AND (creation_seconds < ? OR creation_nanos < ?)");
    all.push(seconds, seconds, nanos);
  }
  return { sql: texts.join(" AND "), values: all };
}
