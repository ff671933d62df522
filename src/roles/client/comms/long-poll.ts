/**
 * The long-poll transport: polls that ask the server to wait for a message, with `Prefer: wait=N` (RFC 7240; ours.md 4).
 */
import { openExchangeChannel } from "./exchange-channel.ts";
import type { HttpTransportOptions } from "./http.ts";
import type { ClientTransport } from "./transport.ts";

export function makeLongPollTransport(options: HttpTransportOptions): ClientTransport {
  return { kind: "long_poll", open: (channel) => openExchangeChannel(options, channel) };
}
