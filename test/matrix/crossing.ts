/**
 * One run of one cell, the same for all: messages cross both ways while programs are killed; then everything that was
 * handed over has arrived unchanged and is acknowledged.
 */
import { type Endpoint, connectSocket } from "../../packages/connector/src/endpoint.ts";
import { type ServerConnection, connectServer } from "../../packages/connector/src/server.ts";
import { AdminClient } from "../../src/cli/admin-client.ts";
import {
  type ClientId,
  type MessageId,
  deriveMessageId,
  hexToBytes,
  parseMessageId,
} from "../../src/core/ids.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { makeRandom } from "../helpers/mutations.ts";
import { pickPort } from "../helpers/ports.ts";
import type { MariaDb } from "../helpers/stock/maria-db.ts";
import { waitFor } from "../helpers/wait-for.ts";
import type { Cell } from "./cells.ts";
import { Ledger } from "./ledger.ts";
import { ParcelMaker } from "./parcels.ts";
import { type MatrixClient, type MatrixServer, serviceName } from "./peers.ts";

export interface CrossingOptions {
  readonly mariaDb: MariaDb;
  /** In each direction. */
  readonly messages: number;
  readonly seed: number;
}

export interface CrossingReport {
  readonly up: Ledger;
  readonly down: Ledger;
  /** Messages that were with a client whose queue is memory, and went with it. */
  readonly lost: number;
  readonly serverKills: number;
}

interface Parties {
  readonly server: MatrixServer;
  readonly client: MatrixClient;
  readonly admin: AdminClient;
  readonly clientId: ClientId;
  readonly fleet: ServerConnection;
  readonly endpoint: Endpoint;
}

/** Messages that the endpoint's service has under way to its client. */
const sendsAtOnce = 32;
/** For any one step; a step is longer the more messages there are. */
const stepMs = 60_000;
const msPerMessage = 60;
const none = new Uint8Array();

export async function runCrossing(cell: Cell, options: CrossingOptions): Promise<CrossingReport> {
  await using stack = new AsyncDisposableStack();
  const target = `127.0.0.1:${await pickPort()}`;
  const server = stack.use(await cell.startServer(target, options.mariaDb));
  const client = stack.use(cell.startClient(server));
  try {
    const parties = await connect(stack, server, client, target);
    const crossing = new Crossing(parties, options);
    await Promise.all([crossing.receive(), crossing.cross()]);
    if (cell.transport !== undefined) await waitForTransport(client, cell.transport);
    const { up, down, lost } = crossing;
    return { up, down, lost, serverKills: server.kills };
  } catch (thrown) {
    const logs = `the server:\n${lastLines(server.log)}\nthe client:\n${lastLines(client.log)}`;
    throw new Error(`${String(thrown)}\n${logs}`, { cause: thrown });
  }
}

async function connect(
  stack: AsyncDisposableStack,
  server: MatrixServer,
  client: MatrixClient,
  target: string,
): Promise<Parties> {
  const address = { target: server.adminAddress, foundBy: "from the test" };
  const admin = stack.use(new AdminClient({ address, signal: new AbortController().signal }));
  const clientId = await waitForClient(admin);
  const retryMs = 2 * stepMs;
  const fleet = await connectServer({ admin: server.adminAddress, listen: target, retryMs });
  // The server is ended first, so that nothing holds this up.
  stack.defer(async () => {
    await server[Symbol.asyncDispose]();
    await fleet.close();
  });
  const endpoint = connectSocket({ path: client.socketPath, retryMs: 100 });
  stack.defer(() => endpoint.close());
  return { server, client, admin, clientId, fleet, endpoint };
}

class Crossing {
  readonly up = new Ledger();
  readonly down = new Ledger();
  lost = 0;
  readonly #parties: Parties;
  readonly #options: CrossingOptions;
  readonly #makers: Readonly<Record<"up" | "down", ParcelMaker>>;
  /** Given to a client that loses its queue when it ends, before it ended. */
  readonly #doubtful = new Set<string>();
  #downCount = 0;

  constructor(parties: Parties, options: CrossingOptions) {
    this.#parties = parties;
    this.#options = options;
    const { seed } = options;
    this.#makers = { up: new ParcelMaker(seed, "up"), down: new ParcelMaker(seed, "down") };
  }

  /** Takes messages on both sides until the endpoint is closed. */
  async receive(): Promise<void> {
    const { fleet, endpoint, clientId } = this.#parties;
    fleet.serve(({ sourceMessageId, messageType, data, source }) => {
      const known =
        source.serviceName === serviceName && hexToBytes(clientId).equals(source.clientId);
      this.up.arrive(sourceMessageId, known ? messageType : "from somebody else", data);
      return Promise.resolve();
    });
    for await (const { messageId, messageType, data } of endpoint.messages()) {
      this.down.arrive(messageId, messageType, data);
    }
  }

  async cross(): Promise<void> {
    const { endpoint } = this.#parties;
    try {
      await Promise.all([this.#upload(), this.#download(), this.#disturb()]);
      await this.#waitForAll();
      await this.#waitForResults();
    } finally {
      endpoint.close();
    }
  }

  async #upload(): Promise<void> {
    const { endpoint } = this.#parties;
    await inParallel(this.#options.messages, sendsAtOnce, async (index) => {
      const parcel = this.#makers.up.make(index);
      const { id: sourceMessageId, messageType, data } = parcel;
      this.up.give(parcel);
      await endpoint.send({
        sourceMessageId,
        messageType,
        data,
        destination: { clientId: none, serviceName },
      });
    });
  }

  async #download(): Promise<void> {
    const { insertsAtOnce } = this.#parties.server;
    await inParallel(this.#options.messages, insertsAtOnce, () => this.#insert());
  }

  async #insert(): Promise<void> {
    const { fleet, clientId } = this.#parties;
    const parcel = this.#makers.down.make(this.#downCount++);
    this.down.give(parcel);
    const { id: messageId, messageType, data } = parcel;
    const source = { clientId: none, serviceName };
    const destination = { clientId: hexToBytes(clientId), serviceName };
    await fleet.send({ messageId, messageType, data, source, destination });
  }

  /** Kills the server and the client, each when a random share of the messages has arrived. */
  async #disturb(): Promise<void> {
    const { server } = this.#parties;
    const { messages, seed } = this.#options;
    const random = makeRandom(seed);
    const acts = [() => this.#restartClient()];
    for (let kill = 0; kill < server.kills; kill += 1) acts.push(() => server.restart());
    const plan = acts.map((act) => ({ act, at: random(messages) }));
    for (const { act, at } of plan.toSorted((a, b) => a.at - b.at)) {
      await this.#until(() => this.up.arrivedCount + this.down.arrivedCount >= at, "progress");
      await act();
    }
  }

  async #restartClient(): Promise<void> {
    const { client } = this.#parties;
    await client.restart();
    if (client.keepsQueue) return;
    for (const id of this.up.missing()) this.#doubtful.add(id);
  }

  /** Everything but what went with a client's memory. */
  async #waitForAll(): Promise<void> {
    const { offerAgain } = this.#parties.server;
    const missing = () => this.up.missing().filter((id) => !this.#doubtful.has(id)).length;
    const done = () => missing() === 0 && this.down.missing().length === 0;
    if (offerAgain && !(await this.#within(done, 5_000))) await this.#nudge(done, offerAgain);
    await this.#until(done, "every message").catch(async (error: unknown) => {
      throw new Error(`${String(error)}. ${await this.#describeMissing()}`, { cause: error });
    });
    // What is late, and not lost, comes with the others.
    await this.#within(() => this.up.missing().length === 0, 2_000);
    this.lost = this.up.missing().length;
  }

  /** What the server knows of some that have not arrived. */
  async #describeMissing(): Promise<string> {
    const { admin, clientId } = this.#parties;
    const ids = [
      ...this.up.missing().map((id) => deriveMessageId(clientId, serviceName, hexToBytes(id))),
      ...this.down.missing().map((id) => parseMessageId(id)),
    ];
    const lines = ids.slice(0, 10).map(async (messageId) => {
      const status = await admin.call(adminMethods.getMessageStatus, { messageId });
      return `${messageId}: ${JSON.stringify(status)}`;
    });
    return `Missing, as the server knows them:\n${(await Promise.all(lines)).join("\n")}`;
  }

  /** The original looks for what is due when it is notified of a new message. */
  async #nudge(done: () => boolean, offerAgain: () => Promise<void>): Promise<void> {
    const deadline = performance.now() + this.#deadlineMs;
    while (!done() && performance.now() < deadline) {
      await offerAgain();
      await this.#insert();
      await this.#within(done, 5_000);
    }
  }

  /** Both sides' messages have a result in the server's store, and none failed. */
  async #waitForResults(): Promise<void> {
    const { clientId, client } = this.#parties;
    const ups = this.up
      .arrivedIds()
      .map((id) => deriveMessageId(clientId, serviceName, hexToBytes(id)));
    const downs = this.down.arrivedIds().map((id) => parseMessageId(id));
    for (const id of [...ups, ...downs]) {
      const which = ups.includes(id) ? "up" : "down";
      const result = await this.#untilResult(id, which);
      if (result.failed) throw new Error(`${id} failed: ${result.failedReason}`);
    }
    if (client.outbox === undefined) return;
    await this.#until(() => client.outbox === 0, "the client's outbox to be empty");
  }

  /** The original puts off by a minute or more what met a deadlock in its database. */
  async #untilResult(id: MessageId, which: string) {
    const { admin, server } = this.#parties;
    const ask = () => resultOf(admin, id);
    if (server.offerAgain && !(await this.#within(ask, 5_000))) await server.offerAgain();
    return await this.#until(ask, `a result of ${id}, ${which}`);
  }

  get #deadlineMs(): number {
    return stepMs + this.#options.messages * msPerMessage;
  }

  #until<T>(condition: () => T | Promise<T>, what: string) {
    const { messages } = this.#options;
    const describe = () =>
      `${what}; ${this.up.arrivedCount} up and ${this.down.arrivedCount} down of ${messages} have arrived`;
    return waitFor(condition, { what, deadlineMs: this.#deadlineMs }).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${describe()}`, { cause: error });
    });
  }

  #within<T>(condition: () => T | Promise<T>, deadlineMs: number): Promise<boolean> {
    return waitFor(condition, { what: "it", deadlineMs }).then(
      () => true,
      () => false,
    );
  }
}

async function inParallel(
  count: number,
  places: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const place = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: places }, place));
}

async function resultOf(admin: AdminClient, messageId: MessageId) {
  const { result } = await admin.call(adminMethods.getMessageStatus, { messageId });
  return result;
}

function waitForClient(admin: AdminClient): Promise<ClientId> {
  return waitFor(
    async () =>
      (await admin.call(adminMethods.listClients, { clientIds: [] })).clients[0]?.clientId,
    { what: "the client's first contact", deadlineMs: stepMs },
  );
}

async function waitForTransport(client: MatrixClient, transport: string): Promise<void> {
  await waitFor(() => client.transport === transport, {
    what: `the client to be connected by ${transport}; it is by "${client.transport}"`,
    deadlineMs: stepMs,
  });
}

function lastLines(log: string): string {
  return log.split("\n").slice(-30).join("\n");
}
