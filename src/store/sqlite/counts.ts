/**
 * Counts out of the tallies, and the figures of the overview.
 */
import { checkCount, checkMicros } from "../checks.ts";
import type { CountedBy, CountQuery, MessageCount, Overview, OverviewQuery } from "../reports.ts";
import type { Query, Session } from "./session.ts";

interface Sums {
  stored: number;
  processed: number;
  failed: number;
}

interface CountRow extends Sums {
  day: number | null;
  to_client: number | null;
  service: string | null;
  message_type: string | null;
}

interface ClientSums {
  online: number;
  seen: number;
  ever: number;
  blacklisted: number;
}

const columnOf = {
  day: "day",
  direction: "to_client",
  service: "service",
  type: "message_type",
} as const satisfies Record<CountedBy, string>;

const kinds = ["day", "direction", "service", "type"] as const satisfies readonly CountedBy[];

const sums = `coalesce(sum(stored), 0) AS stored, coalesce(sum(processed), 0) AS processed,
  coalesce(sum(failed), 0) AS failed`;

/** As LIMIT. */
const everything = -1;

export class SqliteCounts {
  readonly #session: Session;
  /** By what is grouped by. */
  readonly #counts = new Map<string, Query<CountRow>>();
  readonly #clients: Query<ClientSums>;
  readonly #sums: Query<Sums>;
  readonly #sumsOfDay: Query<Sums>;

  constructor(session: Session) {
    this.#session = session;
    this.#clients = session.prepare(
      `SELECT count(*) AS ever, coalesce(sum(streaming_to IS NOT NULL OR last_contact_time >= ?1), 0) AS online,
         coalesce(sum(last_contact_time >= ?2), 0) AS seen, coalesce(sum(blacklisted), 0) AS blacklisted
       FROM client_rows`,
    );
    this.#sums = session.prepare(`SELECT ${sums} FROM tally_rows`);
    this.#sumsOfDay = session.prepare(`SELECT ${sums} FROM tally_rows WHERE day = ?`);
  }

  counts(query: CountQuery): Promise<MessageCount[]> {
    return this.#session.read("count messages", () => {
      const { fromDay, toDay, direction, serviceName, messageType, limit } = query;
      if (limit !== undefined) checkCount("the limit", limit);
      return this.#grouped(query.by)
        .all(
          fromDay ?? Number.MIN_SAFE_INTEGER,
          toDay ?? Number.MAX_SAFE_INTEGER,
          direction === undefined ? null : Number(direction === "to_client"),
          serviceName ?? null,
          messageType ?? null,
          limit ?? everything,
        )
        .map(countOf);
    });
  }

  #grouped(by: readonly CountedBy[]): Query<CountRow> {
    const asked = kinds.filter((kind) => by.includes(kind));
    const key = asked.join();
    const present = this.#counts.get(key);
    if (present !== undefined) return present;
    const columns = kinds.map((kind) =>
      asked.includes(kind) ? columnOf[kind] : `NULL AS ${columnOf[kind]}`,
    );
    const groups = asked.map((kind) => columnOf[kind]).join(", ");
    const order = groups.replace("to_client", "to_client DESC");
    const query = this.#session.prepare<CountRow>(
      `SELECT ${columns.join(", ")}, ${sums} FROM tally_rows t
       WHERE stored > 0 AND day BETWEEN ?1 AND ?2 AND t.to_client = coalesce(?3, t.to_client)
         AND t.service = coalesce(?4, t.service) AND t.message_type = coalesce(?5, t.message_type)
       ${groups === "" ? "HAVING count(*) > 0" : `GROUP BY ${groups} ORDER BY ${order}`} LIMIT ?6`,
    );
    this.#counts.set(key, query);
    return query;
  }

  overview({ onlineSince, seenSince, today }: OverviewQuery): Promise<Overview> {
    return this.#session.read("look at everything", () => {
      checkMicros("a time", onlineSince);
      checkMicros("a time", seenSince);
      const {
        online = 0,
        seen = 0,
        ever = 0,
        blacklisted = 0,
      } = this.#clients.get(onlineSince, seenSince) ?? {};
      const { stored = 0, processed = 0, failed = 0 } = this.#sums.get() ?? {};
      const ofToday = this.#sumsOfDay.get(today);
      return {
        clients: { online, seen, ever, blacklisted },
        messages: {
          pending: stored - processed - failed,
          failed,
          storedToday: ofToday?.stored ?? 0,
          failedToday: ofToday?.failed ?? 0,
        },
        databaseBytes: this.#session.bytesOnDisk(),
      };
    });
  }
}

function countOf(row: CountRow): MessageCount {
  const { stored, processed, failed } = row;
  return {
    day: row.day ?? undefined,
    direction: row.to_client === null ? undefined : row.to_client === 1 ? "to_client" : "to_server",
    serviceName: row.service ?? undefined,
    messageType: row.message_type ?? undefined,
    stored,
    processed,
    failed,
    pending: stored - processed - failed,
  };
}
