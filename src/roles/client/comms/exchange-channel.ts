/**
 * What polls and long polls share: one exchange after the other by `POST /message` (protocol.md 3), on a connection that
 * is kept as long as the server keeps it.
 */
import { deflateSync } from "node:zlib";

import { FleetError, toFleetError } from "../../../core/errors.ts";
import { maxContactBytes } from "../../../core/message.ts";
import type {
  ClientConnection,
  ClientResponse,
  RequestOptions,
} from "../../../net/http1/client-connection.ts";
import { readWholeBody } from "../../../net/read-body.ts";
import {
  type HttpTransportOptions,
  checkStatus,
  codingHeaders,
  connect,
  requestHeaders,
} from "./http.ts";
import type { ChannelOptions, ClientChannel, PollStanding } from "./transport.ts";

const route = "/message";

export async function openExchangeChannel(
  options: HttpTransportOptions,
  channel: ChannelOptions,
): Promise<ClientChannel> {
  return new ExchangeChannel(await connect(options, channel), options, channel);
}

class ExchangeChannel implements ClientChannel {
  readonly #options: HttpTransportOptions;
  readonly #channel: ChannelOptions;
  #connection: ClientConnection;
  #answer: Promise<Uint8Array> | undefined;
  #applied = false;
  /** Whether the connection has carried a request. */
  #used = false;
  #closed = false;

  constructor(
    connection: ClientConnection,
    options: HttpTransportOptions,
    channel: ChannelOptions,
  ) {
    this.#connection = connection;
    this.#options = options;
    this.#channel = channel;
  }

  get waits(): boolean {
    return this.#applied;
  }

  write(record: Uint8Array, standing: PollStanding = "anew"): Promise<void> {
    const body = this.#options.compression ? deflateSync(record) : record;
    this.#answer = this.#exchange(body, standing);
    // Whoever reads learns of it.
    this.#answer.catch(() => {});
    return Promise.resolve();
  }

  async read(): Promise<Uint8Array | undefined> {
    const answer = this.#answer;
    this.#answer = undefined;
    return await answer;
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#connection[Symbol.dispose]();
    return Promise.resolve();
  }

  async #exchange(body: Uint8Array, standing: PollStanding): Promise<Uint8Array> {
    const response = await this.#request(body, standing);
    checkStatus(response, this.#channel.server, route);
    this.#applied = response.headers
      .all("preference-applied")
      .some((value) => /(?:^|,)\s*wait\b/i.test(value));
    const { clock } = this.#options;
    return await readWholeBody(response, { maxBytes: maxContactBytes, clock });
  }

  async #request(body: Uint8Array, standing: PollStanding): Promise<ClientResponse> {
    // A poll that waits ends its contact where it breaks: the next one begins anew, when no other is under way.
    const waits = standing === "same" && Boolean(this.#channel.waitSeconds);
    const reused = this.#connection.reusable && this.#used && !waits;
    await this.#renew();
    this.#used = true;
    try {
      return await this.#connection.request(this.#describe(standing), body);
    } catch (thrown) {
      if (!reused || !this.#isStale(thrown)) throw thrown;
      this.#connection[Symbol.dispose]();
      await this.#renew();
      // Whether the first try was heard is not known: its answer may have brought messages, unless it promised no room.
      const again = standing === "same" ? standing : "anew";
      return await this.#connection.request(this.#describe(again), body);
    }
  }

  /** A server may end a kept connection just when it is used again: the same once more does no harm then. */
  #isStale(thrown: unknown): boolean {
    if (this.#closed || this.#channel.signal.aborted) return false;
    return toFleetError(thrown).code === "unavailable" && !this.#connection.answerBegun;
  }

  #describe(standing: PollStanding): RequestOptions {
    const { waitSeconds } = this.#channel;
    const headers = {
      ...requestHeaders(this.#options, this.#channel),
      ...codingHeaders(this.#options),
      ...(standing !== "anew" && { "Fleet-Contact": standing }),
      ...(waitSeconds !== undefined && { Prefer: `wait=${waitSeconds}` }),
    };
    return { method: "POST", target: route, headers };
  }

  /** Makes sure of a connection that takes a request. */
  async #renew(): Promise<void> {
    if (this.#connection.reusable) return;
    this.#connection[Symbol.dispose]();
    const connection = await connect(this.#options, this.#channel);
    if (this.#closed) {
      connection[Symbol.dispose]();
      throw new FleetError("unavailable", "the channel was closed");
    }
    this.#connection = connection;
  }
}
