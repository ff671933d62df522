/**
 * Handing out pending messages, to clients' contacts and to server services.
 *
 * Either way the services that have something pending are walked through the index, and each contributes the front of
 * its own queue: a service that may take nothing, however much waits for it, costs one step.
 */
import type { IdentifiedMessage } from "../../core/message.ts";
import { hexToBytes, type ClientId, type MessageId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkClaim, checkCount, checkMicros, checkName } from "../checks.ts";
import type { ClaimedMessage, ClientClaim, ClientClaimResult, ServerClaim } from "../store.ts";
import { messageColumns, messageOf, messageTables, type MessageRow } from "./message-rows.ts";
import type { Query, Session } from "./session.ts";

interface Candidate {
  readonly message: number;
  /** Before which of the others it is handed out. */
  readonly rank: number;
}

interface ClaimableRow extends MessageRow {
  tries: number;
}

export class SqliteClaims {
  readonly #session: Session;
  readonly #message: Query<ClaimableRow>;
  readonly #handOut: Query<unknown>;
  readonly #nextClientService: Query<{ service: string }>;
  readonly #nextServerService: Query<{ service: string }>;
  readonly #clientQueue: Query<Candidate>;
  readonly #serverQueue: Query<Candidate>;
  readonly #hasDue: Query<unknown>;
  readonly #firstDue: Query<{ due_time: number }>;
  readonly #postpone: Query<unknown>;
  readonly #putBack: Query<unknown>;
  readonly #takeUpAgain: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    this.#message = session.prepare(
      `SELECT ${messageColumns}, p.value, m.tries FROM ${messageTables} WHERE m.message = ?`,
    );
    this.#handOut = session.prepare(
      `UPDATE message_rows SET due_time = ?, tries = tries + 1, handed_out_time = ?, handed_out_by = ?,
         handed_out_contact = ? WHERE message = ?`,
    );
    const forClient = "INDEXED BY pending_for_client WHERE due_time IS NOT NULL AND client = ?";
    const forServer = "INDEXED BY pending_for_server WHERE due_time IS NOT NULL AND client IS NULL";
    this.#nextClientService = session.prepare(
      `SELECT service FROM message_rows ${forClient} AND service >= ? ORDER BY service LIMIT 1`,
    );
    this.#nextServerService = session.prepare(
      `SELECT service FROM message_rows ${forServer} AND service >= ? ORDER BY service LIMIT 1`,
    );
    this.#clientQueue = session.prepare(
      `SELECT message, message AS rank FROM message_rows ${forClient} AND service = ? AND due_time <= ?
       ORDER BY message LIMIT ?`,
    );
    this.#serverQueue = session.prepare(
      `SELECT message, due_time AS rank FROM message_rows ${forServer} AND service = ? AND due_time <= ?
       ORDER BY due_time, message LIMIT ?`,
    );
    this.#hasDue = session.prepare(
      `SELECT 1 FROM message_rows ${forClient} AND due_time <= ? LIMIT 1`,
    );
    this.#firstDue = session.prepare(
      `SELECT due_time FROM message_rows ${forServer} AND service = ? ORDER BY due_time LIMIT 1`,
    );
    const postponed = "WHERE message_id = ? AND due_time IS NOT NULL AND client IS NULL";
    this.#postpone = session.prepare(`UPDATE message_rows SET due_time = ? ${postponed}`);
    this.#putBack = session.prepare(
      `UPDATE message_rows SET due_time = ?, tries = max(0, tries - 1) ${postponed}`,
    );
    this.#takeUpAgain = session.prepare(
      `UPDATE message_rows SET due_time = ?1
       WHERE due_time > ?1 AND client IS NULL AND (handed_out_by = ?2 OR handed_out_by IS NULL)`,
    );
  }

  async claimForClients(claims: readonly ClientClaim[]): Promise<ClientClaimResult[]> {
    for (const claim of claims) checkClaim(claim);
    return this.#session.write("hand out messages to clients", () =>
      claims.map((claim) => this.#claimForClient(claim)),
    );
  }

  #claimForClient(claim: ClientClaim): ClientClaimResult {
    const client = this.#session.clientRow(claim.clientId);
    if (client === undefined) return { messages: [], more: false };
    const candidates = this.#clientCandidates(client, claim);
    const messages: IdentifiedMessage[] = [];
    let bytes = 0;
    for (const { message } of candidates) {
      if (messages.length >= claim.maxMessages) return { messages, more: true };
      const row = this.#message.get(message);
      if (!row) continue;
      bytes += row.value?.byteLength ?? 0;
      if (bytes > claim.maxBytes && messages.length > 0) return { messages, more: true };
      this.#handOut.run(claim.reofferTime, claim.now, claim.server, claim.contactId, message);
      messages.push(messageOf(row));
    }
    return { messages, more: false };
  }

  /** What flow control lets through, in order; one more than may be taken, if there is one. */
  #clientCandidates(client: number, { allowed, maxMessages, now }: ClientClaim): Candidate[] {
    const candidates: Candidate[] = [];
    let queues = 0;
    for (const service of walk((least) => this.#nextClientService.get(client, least))) {
      const limit = Math.min(
        allowed === undefined ? Infinity : (allowed.get(service) ?? 0),
        maxMessages + 1,
      );
      if (limit <= 0) continue;
      candidates.push(...this.#clientQueue.all(client, service, now, limit));
      queues++;
    }
    return queues > 1 ? candidates.sort(byRank) : candidates;
  }

  async claimForServer(claim: ServerClaim): Promise<ClaimedMessage[]> {
    checkCount("maxMessages", claim.maxMessages);
    for (const limit of claim.limits.values()) checkCount("a service's limit", limit);
    checkMicros("the time of a claim", claim.now);
    checkName("a server name", claim.server);
    return this.#session.write("hand out messages to services", () => this.#claimForServer(claim));
  }

  #claimForServer({ server, now, maxMessages, limits, retryTime }: ServerClaim): ClaimedMessage[] {
    const candidates: Candidate[] = [];
    for (const service of this.#serverServices([])) {
      const limit = Math.min(limits.get(service) ?? Infinity, maxMessages);
      if (limit > 0) candidates.push(...this.#serverQueue.all(service, now, limit));
    }
    const messages: ClaimedMessage[] = [];
    for (const { message } of candidates.sort(byRank).slice(0, maxMessages)) {
      const row = this.#message.get(message);
      if (!row) continue;
      const tries = row.tries + 1;
      const dueTime = retryTime(tries);
      checkMicros("a retry time", dueTime);
      this.#handOut.run(dueTime, now, server, null, message);
      messages.push({ message: messageOf(row), tries });
    }
    return messages;
  }

  *#serverServices(except: readonly string[]): Generator<string> {
    for (const service of walk((least) => this.#nextServerService.get(least))) {
      if (!except.includes(service)) yield service;
    }
  }

  async postpone(messageIds: readonly MessageId[], dueTime: Micros): Promise<void> {
    checkMicros("a due time", dueTime);
    return this.#session.write("postpone messages", () => {
      for (const messageId of messageIds) this.#postpone.run(dueTime, hexToBytes(messageId));
    });
  }

  async putBack(messageIds: readonly MessageId[], dueTime: Micros): Promise<void> {
    checkMicros("a due time", dueTime);
    return this.#session.write("put messages back", () => {
      for (const messageId of messageIds) this.#putBack.run(dueTime, hexToBytes(messageId));
    });
  }

  async takeUpAgain(server: string, time: Micros): Promise<void> {
    checkMicros("a due time", time);
    checkName("a server name", server);
    return this.#session.write("take messages up again", () => {
      this.#takeUpAgain.run(time, server);
    });
  }

  nextServerDue(exceptServices: readonly string[]): Promise<Micros | undefined> {
    return this.#session.read("look for due messages", () => {
      let first: Micros | undefined;
      for (const service of this.#serverServices(exceptServices)) {
        const due = this.#firstDue.get(service)?.due_time;
        if (due !== undefined && (first === undefined || due < first)) first = due;
      }
      return first;
    });
  }

  clientsWithDue(clientIds: readonly ClientId[], now: Micros): Promise<Set<ClientId>> {
    return this.#session.read("look for due messages", () => {
      const isDue = (clientId: ClientId) => {
        const client = this.#session.clientRow(clientId);
        return client !== undefined && this.#hasDue.get(client, now) !== null;
      };
      return new Set(clientIds.filter(isDue));
    });
  }
}

/** The services of an index, one lookup each. @param next the first service that is not less. */
function* walk(next: (least: string) => { service: string } | null): Generator<string> {
  let service = next("")?.service;
  while (service !== undefined) {
    yield service;
    // Nothing sorts between a text and the same text with a NUL behind it.
    service = next(`${service}\0`)?.service;
  }
}

function byRank(left: Candidate, right: Candidate): number {
  return left.rank - right.rank || left.message - right.message;
}
