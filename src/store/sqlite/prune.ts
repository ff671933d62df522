/**
 * Retention: removes what is old, a bounded number of rows at a time, and gives the disk space back in small steps.
 */
import { timestampFromMicros, type Micros } from "../../core/time.ts";
import { dayOf } from "../counted-names.ts";
import { checkCount, checkMicros } from "../checks.ts";
import type { PruneCounts, PruneLimits } from "../store.ts";
import type { BroughtMessages } from "./brought-messages.ts";
import type { Query, Session } from "./session.ts";

export class SqlitePruning {
  readonly #session: Session;
  readonly #brought: BroughtMessages;
  readonly #tallies: Query<{ tally: number }>;
  readonly #messages: Query<{ contact: number | null }>;
  readonly #forget: Query<unknown>;
  readonly #contacts: Query<unknown>;
  readonly #usage: Query<unknown>;
  readonly #expired: Query<{ broadcast: number }>;
  readonly #sent: Query<unknown>;
  readonly #broadcast: Query<unknown>;

  constructor(session: Session, brought: BroughtMessages) {
    this.#session = session;
    this.#brought = brought;
    this.#tallies = session.prepare(
      `SELECT tally FROM tally_rows INDEXED BY kept_tallies WHERE kept > 0 AND day <= ? AND processed + failed > 0
       ORDER BY day`,
    );
    this.#messages = session.prepare(
      `DELETE FROM message_rows WHERE message IN (SELECT message FROM message_rows INDEXED BY messages_of_tally
         WHERE tally = ? AND failed = ? AND creation_seconds <= ?3 AND (creation_seconds, creation_nanos) < (?3, ?4)
         ORDER BY creation_seconds LIMIT ?5) RETURNING contact`,
    );
    this.#forget = session.prepare("UPDATE tally_rows SET kept = kept - ? WHERE tally = ?");
    // A client's last contact stays while it is open: its end must still be found.
    this.#contacts = session.prepare(
      `DELETE FROM contact_rows WHERE contact IN (SELECT contact FROM contact_rows k WHERE time < ?
         AND messages = 0
         AND NOT EXISTS (SELECT 1 FROM message_rows WHERE handed_out_contact = k.contact)
         AND (ended_time IS NOT NULL OR contact IS NOT (SELECT last_contact FROM client_rows WHERE client = k.client))
         ORDER BY time LIMIT ?)`,
    );
    this.#usage = session.prepare(
      `DELETE FROM usage_rows WHERE usage IN
         (SELECT usage FROM usage_rows WHERE server_time < ? ORDER BY server_time LIMIT ?)`,
    );
    this.#expired = session.prepare(
      `SELECT broadcast FROM broadcast_rows WHERE expiration_seconds IS NOT NULL AND (expiration_seconds, expiration_nanos) < (?, ?)
       ORDER BY expiration_seconds LIMIT ?`,
    );
    this.#sent = session.prepare(
      `DELETE FROM broadcast_sent_rows WHERE broadcast = ?1 AND client IN
         (SELECT client FROM broadcast_sent_rows WHERE broadcast = ?1 LIMIT ?2)`,
    );
    this.#broadcast = session.prepare("DELETE FROM broadcast_rows WHERE broadcast = ?");
  }

  async prune(before: PruneLimits): Promise<PruneCounts> {
    const { messages, contacts, resourceUsage, broadcasts, maxRows } = before;
    checkCount("maxRows", maxRows);
    for (const time of [messages, contacts, resourceUsage, broadcasts])
      checkMicros("a retention time", time);
    return this.#session.write("remove old rows", () => {
      const counts = {
        messages: ifGiven(messages, (time) => this.#pruneMessages(time, maxRows)),
        contacts: ifGiven(contacts, (time) => this.#contacts.run(time, maxRows).changes),
        resourceUsage: ifGiven(resourceUsage, (time) => this.#usage.run(time, maxRows).changes),
        broadcasts: ifGiven(broadcasts, (time) => this.#pruneBroadcasts(time, maxRows)),
      };
      this.#session.shrink(maxRows);
      return counts;
    });
  }

  /** The oldest day first. */
  #pruneMessages(time: Micros, maxRows: number): number {
    const [seconds, nanos] = parts(time);
    let rows = 0;
    for (const { tally } of this.#tallies.all(dayOf(seconds))) {
      for (const failed of [0, 1]) {
        if (rows >= maxRows) return rows;
        const removed = this.#messages.all(tally, failed, seconds, nanos, maxRows - rows);
        if (removed.length > 0) this.#forget.run(removed.length, tally);
        this.#brought.removed(removed.map(({ contact }) => contact));
        rows += removed.length;
      }
    }
    return rows;
  }

  /** Clients that a broadcast was sent to count as rows, and go before it: there may be a great many. */
  #pruneBroadcasts(time: Micros, maxRows: number): number {
    let rows = 0;
    for (const { broadcast } of this.#expired.all(...parts(time), maxRows)) {
      rows += this.#sent.run(broadcast, maxRows - rows).changes;
      if (rows >= maxRows) return rows;
      this.#broadcast.run(broadcast);
      rows += 1;
    }
    return rows;
  }
}

function ifGiven(time: Micros | undefined, remove: (time: Micros) => number): number {
  return time === undefined ? 0 : remove(time);
}

function parts(time: Micros): [seconds: number, nanos: number] {
  const { seconds, nanos } = timestampFromMicros(time);
  return [seconds, nanos];
}
