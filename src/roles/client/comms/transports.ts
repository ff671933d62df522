/**
 * The transports there are, the best first, and which of them a preference allows (ours.md 1 and 4).
 */
import type { TransportKind } from "../../../net/connection.ts";
import type { TransportPreference } from "../options.ts";
import type { HttpTransportOptions } from "./http.ts";
import { makeLongPollTransport } from "./long-poll.ts";
import { makePollTransport } from "./poll.ts";
import { makeStreamTransport } from "./stream.ts";
import type { ClientTransport } from "./transport.ts";
import { makeWebSocketTransport } from "./websocket.ts";

const makers: readonly ((options: HttpTransportOptions) => ClientTransport)[] = [
  makeWebSocketTransport,
  makeStreamTransport,
  makeLongPollTransport,
  makePollTransport,
];

const allowed: Readonly<Record<TransportPreference, readonly TransportKind[]>> = {
  AUTO: ["websocket", "stream", "long_poll", "poll"],
  WEBSOCKET: ["websocket"],
  STREAM: ["stream"],
  LONG_POLL: ["long_poll", "poll"],
  POLL: ["poll"],
};

/** @param isCompressed whether channels that are opened from now on deflate what they send. */
export function makeTransports(
  preference: TransportPreference,
  options: HttpTransportOptions,
  isCompressed: () => boolean = () => options.compression,
): readonly ClientTransport[] {
  return makers
    .map((make): ClientTransport => ({
      kind: make(options).kind,
      // Asked once for a channel: what it announces and what it does are the same.
      open: (channel) => make({ ...options, compression: isCompressed() }).open(channel),
    }))
    .filter(({ kind }) => allowed[preference].includes(kind));
}
