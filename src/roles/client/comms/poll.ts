/**
 * The poll transport: `POST /message`, one record each way, again and again (protocol.md 3).
 */
import { openExchangeChannel } from "./exchange-channel.ts";
import type { HttpTransportOptions } from "./http.ts";
import type { ClientTransport } from "./transport.ts";

export function makePollTransport(options: HttpTransportOptions): ClientTransport {
  return { kind: "poll", open: (channel) => openExchangeChannel(options, channel) };
}
