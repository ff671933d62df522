/**
 * The lanes of a listing of all clients' messages: the tallies (tallies.ts) that count what a filter lets through, day by
 * day, and of each the messages in one state.
 */
import { dayOf } from "../counted-names.ts";
import { otherName, type MessageFilter, type MessageState } from "../reports.ts";
import { all, failedColumn, nameChecks, newestOf, withTimes } from "./message-filters.ts";
import type { Condition, Lane } from "./message-lanes.ts";
import type { Query, Session } from "./session.ts";

interface WantedTally extends Record<MessageState, number> {
  tally: number;
  /** Whether it counts messages of other names too. */
  mixed: number;
}

const secondsOfDay = 86_400;
const allStates: readonly MessageState[] = ["pending", "processed", "failed"];

/** A day has few tallies that count several names, so that a page looks at some ten thousand rows at most. */
const maxScanned = 2000;

export class TallyLanes {
  readonly #newestDay: Query<{ day: number }>;
  readonly #ofDay: Query<WantedTally>;
  readonly #sums: Query<Record<MessageState | "kept", number>>;

  constructor(session: Session) {
    const kept = "FROM tally_rows INDEXED BY kept_tallies WHERE kept > 0";
    const wanted = `to_client = coalesce(?1, to_client) AND (?2 IS NULL OR service IN (?2, '${otherName}'))
      AND (?3 IS NULL OR message_type IN (?3, '${otherName}'))`;
    this.#newestDay = session.prepare(
      `SELECT day ${kept} AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1`,
    );
    this.#ofDay = session.prepare(
      `SELECT tally, service = '${otherName}' OR message_type = '${otherName}' AS mixed,
         stored - processed - failed AS pending, processed, failed ${kept} AND ${wanted} AND day = ?4`,
    );
    this.#sums = session.prepare(
      `SELECT sum(stored - processed - failed) AS pending, sum(min(kept, processed)) AS processed,
         sum(min(kept, failed)) AS failed, sum(kept) AS kept ${kept} AND ${wanted} AND day BETWEEN ?4 AND ?5`,
    );
  }

  /** How many messages the tallies have that may hold what the filter lets through. */
  count(filter: MessageFilter): number {
    const sums = this.#sums.get(...namesOf(filter), firstDay(filter), lastDay(filter));
    return sums?.[filter.state ?? "kept"] ?? 0;
  }

  /**
   * @param place No message after this second is wanted.
   * @param few What further to ask of each message, where there are so few of them that all may be looked at.
   */
  *lanes(
    filter: MessageFilter,
    place: number,
    few?: { readonly check: Condition; readonly count: number },
  ): Generator<Lane> {
    const first = firstDay(filter);
    let last = Math.min(lastDay(filter), dayOf(place));
    for (;;) {
      const day = this.#newestDay.get(first, last)?.day;
      if (day === undefined) return;
      const newest = Math.min((day + 1) * secondsOfDay - 1, newestOf(filter));
      for (const tally of this.#ofDay.all(...namesOf(filter), day)) {
        const names = tally.mixed === 0 ? [] : nameChecks(filter);
        const check = all(few === undefined ? names : [few.check, ...names]);
        yield* lanesOf(tally, filter, { check, newest, maxScanned: few?.count ?? maxScanned });
      }
      last = day - 1;
    }
  }
}

/** One for each state of which there are any. */
function* lanesOf(
  tally: WantedTally,
  filter: MessageFilter,
  rest: Pick<Lane, "check" | "newest" | "maxScanned">,
): Generator<Lane> {
  for (const state of filter.state === undefined ? allStates : [filter.state]) {
    if (tally[state] === 0) continue;
    const key = { sql: "tally = ? AND failed IS ?", values: [tally.tally, failedColumn[state]] };
    yield { index: "messages_of_tally", range: withTimes(key, filter), ...rest };
  }
}

/** to_client, service, message_type; null: any. */
function namesOf({ direction, serviceName, messageType }: MessageFilter) {
  const toClient = direction === undefined ? null : Number(direction === "to_client");
  return [toClient, serviceName ?? null, messageType ?? null] as const;
}

function firstDay({ createdFrom }: MessageFilter): number {
  return createdFrom === undefined ? Number.MIN_SAFE_INTEGER : dayOf(createdFrom / 1e6);
}

function lastDay({ createdBefore }: MessageFilter): number {
  return createdBefore === undefined ? Number.MAX_SAFE_INTEGER : dayOf(createdBefore / 1e6);
}
