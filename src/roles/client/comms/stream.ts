/**
 * The stream transport: `POST /streaming-message`, chunked, both directions open at once (protocol.md 5).
 */
import { maxContactBytes } from "../../../core/message.ts";
import { FlushingDeflater } from "../../../net/compression.ts";
import type { OpenRequest } from "../../../net/http1/client-connection.ts";
import { RecordReader, RecordWriter } from "../../../net/record-stream.ts";
import type { Farewell } from "./farewell.ts";
import {
  type HttpTransportOptions,
  checkStatus,
  codingHeaders,
  connectPolitely,
  requestHeaders,
} from "./http.ts";
import type { ClientChannel, ClientTransport } from "./transport.ts";

const route = "/streaming-message";

export function makeStreamTransport(options: HttpTransportOptions): ClientTransport {
  return {
    kind: "stream",
    async open(channel) {
      const { connection, farewell } = await connectPolitely(options, channel);
      const headers = {
        ...requestHeaders(options, channel),
        ...codingHeaders(options),
        Connection: "close",
      };
      const request = connection.open({ method: "POST", target: route, headers });
      return new StreamChannel(farewell, request, channel.server, options);
    },
  };
}

class StreamChannel implements ClientChannel {
  readonly #farewell: Farewell;
  readonly #request: OpenRequest;
  readonly #server: string;
  readonly #options: HttpTransportOptions;
  readonly #deflater: FlushingDeflater | undefined;
  readonly #writer: RecordWriter;
  #reader: RecordReader | undefined;

  constructor(
    farewell: Farewell,
    request: OpenRequest,
    server: string,
    options: HttpTransportOptions,
  ) {
    this.#farewell = farewell;
    this.#request = request;
    this.#server = server;
    this.#options = options;
    this.#deflater = options.compression ? new FlushingDeflater() : undefined;
    const deflater = this.#deflater ? { deflater: this.#deflater } : {};
    this.#writer = new RecordWriter(request.body, { sendMagic: true, ...deflater });
    farewell.say = () => this.#writer.end();
  }

  write(record: Uint8Array): Promise<void> {
    return this.#writer.write(record);
  }

  async read(): Promise<Uint8Array | undefined> {
    this.#reader ??= await this.#open();
    return await this.#reader.read();
  }

  finish(): Promise<void> {
    return this.#writer.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#farewell.end();
    this.#deflater?.[Symbol.dispose]();
  }

  async #open(): Promise<RecordReader> {
    const response = await this.#request.response();
    checkStatus(response, this.#server, route);
    const { clock } = this.#options;
    return new RecordReader(response.body, {
      expectMagic: false,
      maxBytes: maxContactBytes,
      clock,
    });
  }
}
