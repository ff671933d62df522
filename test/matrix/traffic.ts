/**
 * The messages of one run of a cell, both ways at once, and what happens to the programs meanwhile.
 */
import { hexToBytes } from "../../src/core/ids.ts";
import { makeRandom } from "../helpers/mutations.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { Ledger } from "./ledger.ts";
import { ParcelMaker } from "./parcels.ts";
import { type Parties, stepMs } from "./parties.ts";
import { serviceName } from "./peers.ts";

export interface TrafficOptions {
  /** In each direction. */
  readonly messages: number;
  readonly seed: number;
}

/** Messages that the endpoint's service has under way to its client. */
const sendsAtOnce = 32;
const msPerMessage = 60;
const none = new Uint8Array();

export class Traffic {
  readonly up = new Ledger();
  readonly down = new Ledger();
  /** Ids of what was with a client that loses its queue when it ends, before it ended. */
  readonly doubtful = new Set<string>();
  readonly #parties: Parties;
  readonly #options: TrafficOptions;
  readonly #makers: Readonly<Record<"up" | "down", ParcelMaker>>;
  #downCount = 0;

  constructor(parties: Parties, options: TrafficOptions) {
    this.#parties = parties;
    this.#options = options;
    const { seed } = options;
    this.#makers = { up: new ParcelMaker(seed, "up"), down: new ParcelMaker(seed, "down") };
  }

  /** Takes messages on both sides until the endpoint is closed. */
  async receive(): Promise<void> {
    const { fleet, endpoint, clientId } = this.#parties;
    const client = hexToBytes(clientId);
    fleet.serve(({ sourceMessageId, messageType, data, source }) => {
      const known = source.serviceName === serviceName && client.equals(source.clientId);
      this.up.arrive(sourceMessageId, known ? messageType : "from somebody else", data);
      return Promise.resolve();
    });
    for await (const { messageId, messageType, data } of endpoint.messages()) {
      this.down.arrive(messageId, messageType, data);
    }
  }

  /** Resolves when everything was handed over, and the last program that was ended runs again. */
  async send(): Promise<void> {
    await Promise.all([this.#upload(), this.#download(), this.#disturb()]);
  }

  /** One message more to the client. */
  async insert(): Promise<void> {
    const { fleet, clientId } = this.#parties;
    const parcel = this.#makers.down.make(this.#downCount++);
    this.down.give(parcel);
    const { id: messageId, messageType, data } = parcel;
    const source = { clientId: none, serviceName };
    const destination = { clientId: hexToBytes(clientId), serviceName };
    await fleet.send({ messageId, messageType, data, source, destination });
  }

  /** @throws at the deadline of a step, saying how far this has come. */
  async until<T>(condition: () => T | Promise<T>, what: string) {
    try {
      return await waitFor(condition, { what, deadlineMs: this.deadlineMs });
    } catch (cause) {
      const [up, down] = [this.up, this.down].map(({ arrivedCount }) => arrivedCount);
      const progress = `${up} up and ${down} down of ${this.#options.messages} have arrived`;
      throw new Error(`${String(cause)}; ${progress}`, { cause });
    }
  }

  get deadlineMs(): number {
    return stepMs + this.#options.messages * msPerMessage;
  }

  async #upload(): Promise<void> {
    const { endpoint } = this.#parties;
    const destination = { clientId: none, serviceName };
    await inParallel(this.#options.messages, sendsAtOnce, async (index) => {
      const parcel = this.#makers.up.make(index);
      const { id: sourceMessageId, messageType, data } = parcel;
      this.up.give(parcel);
      await endpoint.send({ sourceMessageId, messageType, data, destination });
    });
  }

  async #download(): Promise<void> {
    const { insertsAtOnce } = this.#parties.server;
    await inParallel(this.#options.messages, insertsAtOnce, () => this.insert());
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
      await this.until(() => this.up.arrivedCount + this.down.arrivedCount >= at, "progress");
      await act();
    }
  }

  async #restartClient(): Promise<void> {
    const { client } = this.#parties;
    await client.restart();
    if (client.keepsQueue) return;
    for (const id of this.up.missing()) this.doubtful.add(id);
    await this.#returned();
  }

  /**
   * The original's client is back when it brings its service something: one whose first connection after a start was cut
   * off did not connect again for six minutes.
   */
  async #returned(): Promise<void> {
    const { down } = this;
    const before = down.arrivedCount;
    const isBack = () => down.arrivedCount > before || before >= this.#options.messages;
    await this.until(isBack, "the client to be back");
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
