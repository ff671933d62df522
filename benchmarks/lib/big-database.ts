/**
 * A database as a fleet of some size leaves it after a month, written in bulk: for measuring what reads it, and for looking
 * at pages that are full. Ids differ each time; everything else is the same for the same options.
 */
import type { Database, Statement } from "bun:sqlite";
import { randomBytes } from "node:crypto";

import type { ClientId, MessageId } from "../../src/core/ids.ts";
import { dayOf } from "../../src/store/counted-names.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";

export interface BigDatabaseOptions {
  /** A file that does not exist yet. */
  readonly path: string;
  readonly clients: number;
  readonly messages: number;
  /** When the last message was stored; milliseconds. */
  readonly now: number;
}

export interface BigDatabase {
  readonly clientIds: readonly ClientId[];
  /** One in a thousand. */
  readonly messageIds: readonly MessageId[];
  /** Pending ones, to clients. */
  readonly pending: number;
}

const days = 30;
const contactsOfClient = 15;
const micros = 1e6;
const server = "server one";
const systems = ["linux", "linux", "linux", "linux", "windows", "windows", "darwin"];
/** From clients; the more frequent ones first. */
const reports = [
  ["Metrics", "Sample"],
  ["Metrics", "Sample"],
  ["Metrics", "Sample"],
  ["system", "ResourceUsage"],
  ["system", "ResourceUsage"],
  ["system", "MessageAck"],
  ["Inventory", "Package"],
  ["Inventory", "Hardware"],
  ["Files", "Listing"],
  ["Shell", "StdinOutput"],
] as const;
/** To clients. */
const orders = [
  ["Shell", "StdinInput"],
  ["Files", "List"],
  ["Inventory", "Collect"],
] as const;

/** The same choices at every run. */
class Choices {
  #state = 12345;

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  from<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("there is nothing to choose from");
    return item;
  }
}

type State = "pending" | "processed" | "failed";

const addressOf = (row: number, network: number) =>
  `10.${network}.${row >> 8}.${row & 255}:${40_000 + (row % 20_000)}`;

/** Clients, with what is theirs alone. */
function writeClients(db: Database, { clients, now }: BigDatabaseOptions): ClientId[] {
  const choices = new Choices();
  const client = db.prepare(
    `INSERT INTO client_rows (client, client_id, public_key, blacklisted, added_time, last_contact_time, last_contact,
       last_contact_address, streaming_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const label = db.prepare("INSERT INTO label_rows VALUES (?, ?, ?)");
  const service = db.prepare("INSERT INTO client_service_rows VALUES (?, ?, ?, ?, ?)");
  const clientIds: ClientId[] = [];
  for (let row = 1; row <= clients; row++) {
    const id = randomBytes(8);
    clientIds.push(id.toString("hex") as ClientId);
    const online = choices.below(10) < 6;
    const seen = (now / 1000 - choices.below(online ? 60 : days * 86_400)) * micros;
    client.run(
      ...[row, id, randomBytes(91), Number(choices.below(100) === 0)],
      ...[(now / 1000 - days * 86_400 - row) * micros, seen, row * contactsOfClient],
      ...[addressOf(row, 0), online ? server : null],
    );
    label.run(row, "client", choices.from(systems));
    label.run(row, "client", `host-${String(row).padStart(5, "0")}`);
    label.run(row, "client", `site-${String(choices.below(50)).padStart(2, "0")}`);
    for (const name of ["Files", "Inventory", "Metrics", "Shell"])
      service.run(row, name, row % 2, "2.4.0", seen);
  }
  return clientIds;
}

function writeContacts(db: Database, { clients, now }: BigDatabaseOptions): void {
  const contact = db.prepare(
    `INSERT INTO contact_rows (contact, client, time, sent_nonce, received_nonce, address, server, reoffer, ended_time)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)`,
  );
  for (let row = 1; row <= clients; row++) {
    let nonce = Buffer.alloc(8);
    for (let index = 1; index <= contactsOfClient; index++) {
      const time = (now / 1000 - (contactsOfClient - index) * 2 * 86_400) * micros;
      const sent = randomBytes(8);
      const ended = index === contactsOfClient ? null : time + 3600 * micros;
      const id = (row - 1) * contactsOfClient + index;
      contact.run(id, row, time, sent, nonce, addressOf(row, index % 3), server, ended);
      nonce = sent;
    }
  }
}

/** Of the first hundred clients: a day of the client itself and of one service. */
function writeUsage(db: Database, { clients, now }: BigDatabaseOptions): void {
  const choices = new Choices();
  const usage = db.prepare(
    `INSERT INTO usage_rows (client, scope, pid, server_time, process_terminated, mean_user_cpu_rate, max_user_cpu_rate,
       mean_system_cpu_rate, max_system_cpu_rate, mean_resident_memory_mib, max_resident_memory_mib, mean_num_fds,
       max_num_fds) VALUES (?, ?, 4711, ?, 0, ?, ?, ?, ?, ?, ?, 12, 15)`,
  );
  for (let row = 1; row <= Math.min(100, clients); row++) {
    for (let minute = 24 * 60; minute > 0; minute -= 10) {
      const mean = 3 + choices.below(20) + 15 * Math.sin(minute / 100) ** 2;
      const rates = [mean, mean * 2, mean / 3, mean, 40 + mean, 60 + mean];
      for (const scope of ["system", "Metrics"])
        usage.run(row, scope, (now / 1000 - minute * 60) * micros, ...rates);
    }
  }
}

/** Counts as they are written, and the tallies at the end. */
class TallyWriter {
  readonly #tallies = new Map<
    string,
    { tally: number; values: (string | number)[] } & Record<State, number>
  >();

  count(seconds: number, toClient: boolean, service: string, type: string, state: State): number {
    const values = [dayOf(seconds), Number(toClient), service, type];
    const key = values.join("\0");
    let row = this.#tallies.get(key);
    if (row === undefined) {
      row = { tally: this.#tallies.size + 1, values, pending: 0, processed: 0, failed: 0 };
      this.#tallies.set(key, row);
    }
    row[state] += 1;
    return row.tally;
  }

  write(db: Database): void {
    const insert = db.prepare("INSERT INTO tally_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const { tally, values, pending, processed, failed } of this.#tallies.values()) {
      const stored = pending + processed + failed;
      insert.run(tally, ...values, stored, processed, failed, stored);
    }
  }
}

class MessageFiller {
  readonly #options: BigDatabaseOptions;
  readonly #clientIds: readonly ClientId[];
  readonly #choices = new Choices();
  readonly #tallies = new TallyWriter();
  readonly #insert: Statement;
  readonly #insertPayload: Statement;
  /** What each client was last told to run. */
  readonly #asked = new Map<number, Buffer>();
  readonly messageIds: MessageId[] = [];
  pending = 0;

  constructor(db: Database, options: BigDatabaseOptions, clientIds: readonly ClientId[]) {
    this.#options = options;
    this.#clientIds = clientIds;
    this.#insert = db.prepare(
      `INSERT INTO message_rows (message, message_id, source_message_id, creation_seconds, creation_nanos, service,
         message_type, source_client_id, source_service, client, extras, contact, failed, failed_reason,
         processed_seconds, processed_nanos, due_time, tries, handed_out_time, handed_out_by, handed_out_contact, tally)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertPayload = db.prepare("INSERT INTO payload_rows VALUES (?, ?, ?)");
  }

  fill(db: Database): void {
    const { messages, now } = this.#options;
    const start = now / 1000 - days * 86_400;
    for (let row = 1; row <= messages; row++) {
      const created = start + (row / messages) * days * 86_400;
      const seconds = Math.floor(created);
      const client = 1 + this.#choices.below(this.#clientIds.length);
      const id = randomBytes(32);
      if (row % 1000 === 0) this.messageIds.push(id.toString("hex") as MessageId);
      const head = [
        row,
        id,
        randomBytes(16),
        seconds,
        Math.floor((created - seconds) * 1e6) * 1000,
      ];
      if (row % 7 === 0) this.#toClient(head, seconds, client, id, row > messages * 0.985);
      else this.#fromClient(head, seconds, client);
    }
    this.#tallies.write(db);
  }

  #fromClient(head: readonly (number | Buffer)[], seconds: number, client: number): void {
    const [service, type] = this.#choices.from(reports);
    const failed = this.#choices.below(100) === 0;
    const asked = type === "StdinOutput" ? this.#asked.get(client) : undefined;
    const extras =
      asked && JSON.stringify({ annotations: [["fleet.in_reply_to", asked.toString("hex")]] });
    const tally = this.#tallies.count(
      seconds,
      false,
      service,
      type,
      failed ? "failed" : "processed",
    );
    this.#insert.run(
      ...[
        ...head,
        service,
        type,
        Buffer.from(this.#clientIds[client - 1] ?? "", "hex"),
        service,
        null,
      ],
      ...[extras ?? null, client * contactsOfClient, Number(failed)],
      ...[
        failed ? `cannot process ${type}: no disk` : "",
        seconds,
        0,
        null,
        0,
        null,
        null,
        null,
        tally,
      ],
    );
  }

  #toClient(
    head: readonly (number | Buffer)[],
    seconds: number,
    client: number,
    id: Buffer,
    recent: boolean,
  ): void {
    const [service, type] = this.#choices.from(orders);
    const failed = this.#choices.below(50) === 0;
    const state = recent ? "pending" : failed ? "failed" : "processed";
    const tally = this.#tallies.count(seconds, true, service, type, state);
    const created = seconds * micros;
    const life = recent
      ? [null, null, null, null, created, 0, null, null, null]
      : [
          Number(failed),
          failed ? "it did not work" : "",
          seconds + 2,
          0,
          null,
          1,
          created + micros,
          server,
          client * contactsOfClient,
        ];
    this.#insert.run(...head, service, type, null, "Console", client, null, null, ...life, tally);
    if (service === "Shell") this.#asked.set(client, id);
    if (!recent) return;
    this.pending += 1;
    this.#insertPayload.run(
      head[0] ?? 0,
      "type.googleapis.com/fleetspeak.stdinservice.InputMessage",
      randomBytes(200),
    );
  }
}

/** Indexes that are made at the end: filling them row by row takes several times as long. */
const lateIndexes = [
  "messages_handed_to",
  "messages_of_tally",
  "messages_from_client",
  "messages_for_client",
];

/** Takes some ten seconds for a million messages. */
export function makeBigDatabase(options: BigDatabaseOptions): BigDatabase {
  using db = openDatabase({ path: options.path, exclusive: false });
  db.run("PRAGMA synchronous = OFF");
  db.run("BEGIN");
  const late = db
    .query<{ sql: string }, string[]>(
      `SELECT sql FROM sqlite_schema WHERE name IN (${lateIndexes.map(() => "?").join()})`,
    )
    .all(...lateIndexes);
  for (const name of lateIndexes) db.run(`DROP INDEX ${name}`);
  const clientIds = writeClients(db, options);
  writeContacts(db, options);
  writeUsage(db, options);
  const filler = new MessageFiller(db, options, clientIds);
  filler.fill(db);
  for (const { sql } of late) db.run(sql);
  db.run(
    "CREATE TEMP TABLE brought AS SELECT contact, count(*) AS messages FROM message_rows GROUP BY contact",
  );
  db.run(
    "UPDATE contact_rows SET messages = b.messages FROM brought b WHERE b.contact = contact_rows.contact",
  );
  db.run("COMMIT");
  const { messageIds, pending } = filler;
  return { clientIds, messageIds, pending };
}
