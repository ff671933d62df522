/**
 * The poll transport: `POST /message`, one record each way (protocol.md 3).
 */
import { deflateSync } from "node:zlib";

import { maxContactBytes } from "../../../core/message.ts";
import type { ClientConnection } from "../../../net/http1/client-connection.ts";
import { readWholeBody } from "../../../net/read-body.ts";
import {
  type HttpTransportOptions,
  checkStatus,
  codingHeaders,
  connect,
  requestHeaders,
} from "./http.ts";
import type { ChannelOptions, ClientChannel, ClientTransport } from "./transport.ts";

const route = "/message";

export function makePollTransport(options: HttpTransportOptions): ClientTransport {
  return {
    kind: "poll",
    async open(channel) {
      return new PollChannel(await connect(options, channel), options, channel);
    },
  };
}

class PollChannel implements ClientChannel {
  readonly #connection: ClientConnection;
  readonly #options: HttpTransportOptions;
  readonly #channel: ChannelOptions;
  #answer: Promise<Uint8Array | undefined> | undefined;

  constructor(
    connection: ClientConnection,
    options: HttpTransportOptions,
    channel: ChannelOptions,
  ) {
    this.#connection = connection;
    this.#options = options;
    this.#channel = channel;
  }

  write(record: Uint8Array): Promise<void> {
    const body = this.#options.compression ? deflateSync(record) : record;
    this.#answer = this.#exchange(body);
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
    this.#connection[Symbol.dispose]();
    return Promise.resolve();
  }

  async #exchange(body: Uint8Array): Promise<Uint8Array> {
    const headers = {
      ...requestHeaders(this.#options, this.#channel),
      ...codingHeaders(this.#options),
      Connection: "close",
    };
    const response = await this.#connection.request(
      { method: "POST", target: route, headers },
      body,
    );
    checkStatus(response, this.#channel.server, route);
    return readWholeBody(response, { maxBytes: maxContactBytes, clock: this.#options.clock });
  }
}
