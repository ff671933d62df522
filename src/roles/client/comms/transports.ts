/**
 * The transports there are, the best first, and which of them a preference allows (ours.md 1 and 4).
 */
import { FleetError } from "../../../core/errors.ts";
import type { TransportKind } from "../../../net/connection.ts";
import type { TransportPreference } from "../options.ts";
import type { HttpTransportOptions } from "./http.ts";
import { makePollTransport } from "./poll.ts";
import { makeStreamTransport } from "./stream.ts";
import type { ClientTransport } from "./transport.ts";

const makers: readonly ((options: HttpTransportOptions) => ClientTransport)[] = [
  makeStreamTransport,
  makePollTransport,
];

const allowed: Readonly<Record<TransportPreference, readonly TransportKind[]>> = {
  AUTO: ["websocket", "stream", "long_poll", "poll"],
  WEBSOCKET: ["websocket"],
  STREAM: ["stream"],
  LONG_POLL: ["long_poll", "poll"],
  POLL: ["poll"],
};

/** @throws configuration for a transport that this version does not have. */
export function makeTransports(
  preference: TransportPreference,
  options: HttpTransportOptions,
): readonly ClientTransport[] {
  const transports = makers
    .map((make) => make(options))
    .filter(({ kind }) => allowed[preference].includes(kind));
  if (transports.length > 0) return transports;
  throw new FleetError("configuration", `this version has no transport "${preference}"`, {
    hint: 'Use "AUTO", "STREAM" or "POLL".',
  });
}
