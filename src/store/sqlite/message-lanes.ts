/**
 * Newest-first listings out of several indexes: each index range that holds some of the wanted messages, in the order of
 * the listing, is a lane; a page is the front of all lanes together.
 *
 * Most lanes hold nothing but wanted messages. Where some must be looked at and left out, a lane looks at so many rows
 * only, and the page ends where it gave up.
 */
import type { SQLQueryBindings } from "bun:sqlite";

import type { MessagePlace } from "../searching.ts";
import type { Query, Session } from "./session.ts";

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLQueryBindings[];
}

export interface Lane {
  readonly index: string;
  /** Equalities on the columns of the index before creation_seconds, and bounds on the time. */
  readonly range: Condition;
  /** What its rows must be looked at for. */
  readonly check: Condition | undefined;
  /** At so many rows it gives up looking. */
  readonly maxScanned: number;
  /** No message in it is younger. Seconds. */
  readonly newest: number;
}

interface PlaceRow {
  creation_seconds: number;
  message: number;
}

interface Fetched {
  readonly found: MessagePlace[];
  /** Where it gave up; undefined: everything was looked at that could be on the page. */
  readonly gaveUpAt: MessagePlace | undefined;
}

export const newestPlace: MessagePlace = {
  seconds: Number.MAX_SAFE_INTEGER,
  message: Number.MAX_SAFE_INTEGER,
};
const oldestPlace: MessagePlace = { seconds: Number.MIN_SAFE_INTEGER, message: 0 };

/** Negative when the left one comes first in the listing. */
function compare(left: MessagePlace, right: MessagePlace): number {
  return right.seconds - left.seconds || right.message - left.message;
}

export class MessageLanes {
  readonly #session: Session;
  readonly #statements = new Map<string, Query<PlaceRow>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The places of a page, and where the next one begins. Only inside a read.
   *
   * @param lanes by `newest`, downwards; no further than the page needs are asked for.
   */
  page(
    lanes: Iterable<Lane>,
    after: MessagePlace,
    limit: number,
  ): { readonly places: MessagePlace[]; readonly next: MessagePlace | undefined } {
    let found: MessagePlace[] = [];
    let gaveUpAt: MessagePlace | undefined;
    for (const lane of lanes) {
      const last = found[limit];
      const least = latest(gaveUpAt, last);
      if (least !== undefined && lane.newest < least.seconds) break;
      const fetched = this.#fetch(lane, after, last ?? oldestPlace, limit + 1);
      if (fetched.found.length > 0) found = merge(found, fetched.found, limit + 1);
      gaveUpAt = latest(gaveUpAt, fetched.gaveUpAt);
    }
    return cut(found, gaveUpAt, limit);
  }

  #fetch(lane: Lane, after: MessagePlace, until: MessagePlace, limit: number): Fetched {
    const { range, check, maxScanned } = lane;
    const bounds = [after.seconds, after.message, until.seconds, until.message];
    if (check === undefined) {
      const rows = this.#statement(`${frontOf(lane)} LIMIT ?`).all(
        ...range.values,
        ...bounds,
        limit,
      );
      return { found: rows.map(placeOf), gaveUpAt: undefined };
    }
    const front = [...range.values, ...bounds];
    const values = [...front, maxScanned, ...check.values, limit];
    const rows = this.#statement(checkedFrontOf(lane, check)).all(...values);
    const found = rows.map(placeOf);
    if (found.length >= limit) return { found, gaveUpAt: undefined };
    const last = this.#statement(lastOf(lane)).get(...front, maxScanned - 1);
    return { found, gaveUpAt: last ? placeOf(last) : undefined };
  }

  #statement(sql: string): Query<PlaceRow> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#session.prepare<PlaceRow>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function frontOf({ index, range }: Lane): string {
  return `SELECT creation_seconds, message FROM message_rows INDEXED BY ${index} WHERE ${range.sql}
    AND (creation_seconds, message) < (?, ?) AND (creation_seconds, message) > (?, ?)
    ORDER BY creation_seconds DESC, message DESC`;
}

function checkedFrontOf(lane: Lane, check: Condition): string {
  return `SELECT m.creation_seconds, m.message FROM (${frontOf(lane)} LIMIT ?) f CROSS JOIN message_rows m ON m.message = f.message
    WHERE ${check.sql} LIMIT ?`;
}

function lastOf(lane: Lane): string {
  return `${frontOf(lane)} LIMIT 1 OFFSET ?`;
}

function placeOf({ creation_seconds, message }: PlaceRow): MessagePlace {
  return { seconds: creation_seconds, message };
}

/** The one that comes first in the listing. */
function latest(
  left: MessagePlace | undefined,
  right: MessagePlace | undefined,
): MessagePlace | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compare(left, right) <= 0 ? left : right;
}

function merge(
  left: readonly MessagePlace[],
  right: readonly MessagePlace[],
  limit: number,
): MessagePlace[] {
  return dedupe([...left, ...right].sort(compare)).slice(0, limit);
}

/** A message from a client to itself stands in two lanes. */
function dedupe(sorted: readonly MessagePlace[]): MessagePlace[] {
  return sorted.filter(({ message }, index) => sorted[index - 1]?.message !== message);
}

/** @param found one more than the page holds, if there is one. */
function cut(found: readonly MessagePlace[], gaveUpAt: MessagePlace | undefined, limit: number) {
  const complete = found.filter((place) => gaveUpAt === undefined || compare(place, gaveUpAt) <= 0);
  const places = complete.slice(0, limit);
  return { places, next: complete.length > limit ? places.at(-1) : gaveUpAt };
}
