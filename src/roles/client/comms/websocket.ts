/**
 * The WebSocket transport: `GET /streaming-websocket`, one record in each binary message (ours.md 4).
 */
import type { Clock } from "../../../core/clock.ts";
import { FleetError } from "../../../core/errors.ts";
import { maxContactBytes } from "../../../core/message.ts";
import type { ClientConnection } from "../../../net/http1/client-connection.ts";
import { closeCode } from "../../../net/websocket/close-codes.ts";
import { checkUpgraded, requestUpgrade, upgradeHeaders } from "../../../net/websocket/handshake.ts";
import { MessageStream } from "../../../net/websocket/message-stream.ts";
import type { Farewell } from "./farewell.ts";
import { type HttpTransportOptions, connectPolitely, requestHeaders } from "./http.ts";
import type { ChannelOptions, ClientChannel, ClientTransport } from "./transport.ts";

const route = "/streaming-websocket";
const subprotocol = "fleetspeak.v1";
/** How long the last frame may take to leave. */
const closeMs = 50;

export function makeWebSocketTransport(options: HttpTransportOptions): ClientTransport {
  return {
    kind: "websocket",
    async open(channel) {
      const { connection, farewell } = await connectPolitely(options, channel);
      try {
        const messages = await upgrade(connection, channel, options);
        return new WebSocketChannel(farewell, messages, options.clock);
      } catch (thrown) {
        connection[Symbol.dispose]();
        throw thrown;
      }
    },
  };
}

async function upgrade(
  connection: ClientConnection,
  channel: ChannelOptions,
  options: HttpTransportOptions,
): Promise<MessageStream> {
  const { compression, clock, firstAnswerMs } = options;
  const requested = requestUpgrade(subprotocol, compression);
  const headers = { ...requestHeaders(options, channel), ...upgradeHeaders(requested) };
  const request = { method: "GET", target: route, headers };
  const response = await connection.request(request, undefined, firstAnswerMs);
  checkStatus(response.status, channel.server);
  const deflate = checkUpgraded(response.headers, requested);
  const maxBytes = maxContactBytes;
  return new MessageStream(connection.upgrade(), { side: "client", deflate, maxBytes, clock });
}

/** Whatever else than a plain "not now" answers may come of a proxy that knows no WebSocket: another transport may do. */
function checkStatus(status: number, server: string): void {
  if (status === 101) return;
  const isBusy = status === 429 || status === 500 || status === 503;
  const message = `${server} answered ${route} with status ${status}`;
  throw new FleetError(isBusy ? "unavailable" : "not_found", message, { failure: "refused" });
}

class WebSocketChannel implements ClientChannel {
  readonly #farewell: Farewell;
  readonly #messages: MessageStream;
  readonly #clock: Clock;

  constructor(farewell: Farewell, messages: MessageStream, clock: Clock) {
    this.#clock = clock;
    this.#farewell = farewell;
    this.#messages = messages;
    farewell.say = () => messages.close(closeCode.normal);
  }

  write(record: Uint8Array): Promise<void> {
    return this.#messages.write(record);
  }

  read(): Promise<Uint8Array | undefined> {
    return this.#messages.read();
  }

  finish(): Promise<void> {
    return this.#messages.close(closeCode.normal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const late = Promise.withResolvers<void>();
    // A server that takes nothing is not waited for.
    using _timer = this.#clock.after(closeMs, late.resolve);
    await Promise.race([this.#messages.close(closeCode.normal), late.promise]);
    await this.#farewell.end();
  }
}
