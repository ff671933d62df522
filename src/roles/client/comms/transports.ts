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

export function makeTransports(
  preference: TransportPreference,
  options: HttpTransportOptions,
): readonly ClientTransport[] {
  return makers
    .map((make) => make(options))
    .filter(({ kind }) => allowed[preference].includes(kind));
}
