/**
 * The original's client and ours on the same configuration and state file, to and fro, while the server sends all the
 * while: one identity, and nothing is lost that was acknowledged or that our client had in its outbox.
 */
import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { AdminClient } from "../../src/cli/server/admin-client.ts";
import {
  type ClientId,
  type MessageId,
  deriveMessageId,
  hexToBytes,
  newMessageId,
  parseClientId,
} from "../../src/core/ids.ts";
import { makeMessage } from "../../src/core/message.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { decodeMessage, packAny } from "../../src/proto/codec.ts";
import { encodeStdinInput, typeNames } from "../../src/proto/system-codec.ts";
import { type RunningProgram, makeTemporaryFolder } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { type ClientKind, Endpoint, defaultExtension, stop } from "../helpers/endpoint.ts";
import { Gate } from "../helpers/gate.ts";
import { waitFor } from "../helpers/wait-for.ts";

const service = "echo";
const timers = "timers { requeue_stock { seconds: 3 } sweep { seconds: 1 } }";
const perLeg = 40;
const loadPauseMs = 30;

interface Contact {
  readonly ours: boolean;
  /** How much older than the contact before is the one whose nonce came back; undefined where none did. */
  readonly staleMs: number | undefined;
}

/** What the server's database says. */
class Ledger implements Disposable {
  readonly #database: Database;

  constructor(path: string) {
    this.#database = new Database(path, { readonly: true });
  }

  clientIds(): string[] {
    return this.#rows<{ client_id: string }>("SELECT client_id FROM clients").map(
      ({ client_id }) => client_id,
    );
  }

  /** How many messages of the client's service have come. */
  answers(): number {
    const [row] = this.#rows<{ n: number }>(
      `SELECT count(*) AS n FROM messages WHERE source_client_id IS NOT NULL AND destination_service = '${service}'`,
    );
    return row?.n ?? 0;
  }

  has(messageId: MessageId): boolean {
    const query = this.#database.query("SELECT 1 FROM message_rows WHERE message_id = ?");
    return query.get(hexToBytes(messageId)) !== null;
  }

  /** Messages to the client by their state. */
  states(): Record<string, number> {
    const rows = this.#rows<{ state: string; n: number }>(
      `SELECT state, count(*) AS n FROM messages
       WHERE destination_client_id IS NOT NULL AND destination_service = '${service}' GROUP BY state`,
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  }

  /** The contacts in their order. */
  contacts(): Contact[] {
    const rows = this.#rows<{ reoffer: number; time: number; sent: string; received: string }>(
      `SELECT reoffer, time, hex(sent_nonce) AS sent, hex(received_nonce) AS received
       FROM contact_rows ORDER BY contact`,
    );
    return rows.map(({ reoffer, received }, at) => {
      const referred = rows.slice(0, at).findLast(({ sent }) => sent === received);
      const before = rows[at - 1];
      return {
        ours: reoffer !== 0,
        staleMs: referred && before ? (before.time - referred.time) / 1000 : undefined,
      };
    });
  }

  /** Ids of the messages to the client that were last handed out to our client. */
  handedToOurs(): Set<string> {
    const rows = this.#rows<{ id: string }>(
      `SELECT lower(hex(message_id)) AS id FROM message_rows JOIN contact_rows ON contact = handed_out_contact
       WHERE reoffer <> 0`.replace("contact =", "contact_rows.contact ="),
    );
    return new Set(rows.map(({ id }) => id));
  }

  #rows<Row>(sql: string): Row[] {
    return this.#database.query<Row, []>(sql).all();
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

/** Sends messages until it is stopped. */
class Load {
  readonly sent: MessageId[] = [];
  readonly #client: AdminClient;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(socket: string, clientId: ClientId) {
    const { signal } = new AbortController();
    this.#client = new AdminClient({
      address: { target: `unix:${socket}`, foundBy: "from a test" },
      signal,
    });
    this.#running = this.#run(clientId);
    // That is for who ends it.
    this.#running.catch(() => {});
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#client[Symbol.dispose]();
  }

  async #run(clientId: ClientId): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#sendOne(clientId);
      await Bun.sleep(loadPauseMs);
    }
  }

  async #sendOne(clientId: ClientId): Promise<void> {
    const messageId = newMessageId();
    await this.#client.call(adminMethods.insertMessage, {
      ...makeMessage({
        source: { clientId: undefined, serviceName: service },
        destination: { clientId, serviceName: service },
        messageType: "StdinServiceInputMessage",
      }),
      messageId,
      data: packAny(
        typeNames.stdinInput,
        encodeStdinInput({ input: new Uint8Array(), args: [messageId] }),
      ),
    });
    this.sent.push(messageId);
  }
}

/** The texts that the service's answers held: what MessageSaver wrote. */
function savedAnswers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const { data } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        data: { stdout: string };
      };
      return Buffer.from(data.stdout, "base64").toString().trim();
    });
}

/** The ids under which the server will know what lies in our client's outbox for the service. */
function outboxIds(endpoint: Endpoint, clientId: ClientId): MessageId[] {
  using database = new Database(`${endpoint.stateFile}.fleet.sqlite`, { readwrite: true });
  return database
    .query<{ message: Uint8Array }, []>("SELECT message FROM outbox")
    .all()
    .map(({ message }) => decodeMessage(message))
    .filter(({ destination }) => destination.serviceName === service)
    .map(({ sourceMessageId }) =>
      deriveMessageId(clientId, service, hexToBytes(sourceMessageId ?? "")),
    );
}

/** What a poll brings is on the disk within a second: a kill may cost that. */
const nonceWriteMs = 1_500;

function expectSequels(contacts: readonly Contact[], { transport }: Way): void {
  const late = contacts.filter(({ staleMs }) => staleMs !== 0);
  expect(late.filter(({ staleMs }) => staleMs === undefined || staleMs > nonceWriteMs)).toEqual([]);
  // One was killed; what our client does next has what it did before.
  expect(late.filter(({ ours }) => ours)).toEqual([]);
  if (transport === "websocket") expect(late).toEqual([]);
}

/**
 * For a client that has to ask for each answer: much is due, and its next big answer is the last that it gets.
 */
async function manyWaiting(ledger: Ledger, gate: Gate): Promise<void> {
  const what = "more to wait than one client can have had";
  await waitFor(() => (ledger.states()["pending"] ?? 0) >= 150, { what, deadlineMs: 20_000 });
  gate.shutAtAnswer(10_000);
}

const saverOf = (folder: string) =>
  `services { name: "${service}" factory: "MessageSaver" config {
     [type.googleapis.com/fleet.v1.MessageSaverConfig] { path: "${folder}" format: JSON } } }\n`;

interface Way {
  /** Of the client's file, for either client. */
  readonly streaming: boolean;
  /** Of ours. */
  readonly transport: string;
}

const ways: readonly Way[] = [
  { streaming: true, transport: "websocket" },
  { streaming: false, transport: "poll" },
  { streaming: false, transport: "long_poll" },
];

test.each(ways)(
  "a client is taken over to and fro under load: %p",
  async (way) => {
    using saved = makeTemporaryFolder();
    await using server = await CompiledServer.start({
      services: saverOf(saved.path),
      extension: timers,
    });
    await using gate = await Gate.open(`127.0.0.1:${server.port}`);
    using endpoint = new Endpoint({
      server: gate.address,
      trustedCertificates: server.caCertificate,
      fields: { streaming: way.streaming },
      ...(way.transport === "poll" && { extension: `${defaultExtension} transport: POLL\n` }),
    });
    endpoint.addStdinService(service, "/bin/echo");
    using ledger = new Ledger(server.databasePath);

    /** Lets one client work until enough answers have come. */
    const leg = async (kind: ClientKind): Promise<RunningProgram> => {
      const client = endpoint.start(kind);
      const before = ledger.answers();
      await waitFor(() => ledger.answers() >= before + perLeg, {
        what: `${perLeg} answers through the client that is ${kind}; it wrote ${client.stderr()}`,
        deadlineMs: 30_000,
      });
      return client;
    };

    await using first = endpoint.start("stock");
    const id = await waitFor(() => ledger.clientIds()[0], {
      what: "the stock client's first contact",
      deadlineMs: 20_000,
    });
    const clientId = parseClientId(id);
    const { clientKey } = endpoint.readState();
    const load = new Load(server.socket, clientId);
    await stop(first);

    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      await using ours = await leg("ours");
      await stop(ours, signal);
      await using stock = await leg("stock");
      await stop(stock);
    }

    // Ours goes with a full outbox: nothing that it sends arrives any more.
    if (!way.streaming) await manyWaiting(ledger, gate);
    await using full = way.streaming ? await leg("ours") : endpoint.start("ours");
    if (way.streaming) gate.shut();
    await waitFor(() => gate.isShut && endpoint.readStatus().outbox.messages >= 40, {
      what: "a full outbox",
      deadlineMs: 20_000,
    });
    await stop(full);
    gate.reopen();
    // Of some of it the server may have heard, and its answer not have come any more.
    const left = outboxIds(endpoint, clientId).filter((messageId) => !ledger.has(messageId));
    expect(left.length).toBeGreaterThan(10);
    await using between = await leg("stock");
    await stop(between);
    expect(left.filter((messageId) => ledger.has(messageId))).toEqual([]);
    await using last = await leg("ours");
    await waitFor(() => left.every((messageId) => ledger.has(messageId)), {
      what: "what was in the outbox",
      deadlineMs: 20_000,
    });

    await load.end();
    await waitFor(
      () => ledger.states()["pending"] === undefined && endpoint.readStatus().outbox.messages === 0,
      {
        what: "a result of every message and an empty outbox",
        deadlineMs: 30_000,
      },
    );
    await stop(last);

    expect(ledger.states()).toEqual({ processed: load.sent.length });
    const answers = savedAnswers(saved.path);
    const answered = new Set(answers);
    const unanswered = load.sent.filter((messageId) => !answered.has(messageId));
    const ours = ledger.handedToOurs();
    expect(unanswered.filter((messageId) => ours.has(messageId))).toEqual([]);
    console.log(
      `${load.sent.length} messages over 8 starts of a client: ${answers.length - answered.size} answered twice, ` +
        `${unanswered.length} answers lost by the stock client, ${left.length} kept in our outbox meanwhile`,
    );

    expect(ledger.clientIds()).toEqual([id]);
    expect(server.log).not.toContain("opened another stream");
    expect(server.log).not.toMatch(/\[(WRN|ERR)\]/);
    expect(endpoint.readState().clientKey).toEqual(clientKey);
    expect(statSync(endpoint.stateFile).mode & 0o777).toBe(0o600);
    const contacts = ledger.contacts();
    // What our client leaves behind, either client goes on with; the original saves its nonce once a minute only.
    const afterOurs = contacts.filter((_, at) => contacts[at - 1]?.ours);
    expect(afterOurs.length).toBeGreaterThan(2);
    expectSequels(afterOurs, way);
  },
  180_000,
);
