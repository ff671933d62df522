/**
 * One `POST /message` with `Prefer: wait=N` as a Connection (RFC 7240 4.3; ours.md 4): a poll whose answer may wait.
 *
 * Who waits, and for what, is roles/server/long-poll.ts.
 */
import type { TransportKind } from "../../../net/connection.ts";
import type { Headers } from "../../../net/http1/headers.ts";
import type { HeaderList } from "../../../net/http1/write.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import type { BodyRules, Peer } from "./peer.ts";
import { PollConnection } from "./poll-connection.ts";

/** ours.md 4: proxies commonly give up after a minute. */
export const maxWaitSeconds = 55;

/** How long the answer may wait; undefined for a plain poll. What cannot be understood is ignored (RFC 7240 2). */
export function preferredWaitMs(headers: Headers): number | undefined {
  const preferences = headers.all("prefer").flatMap((value) => value.split(","));
  for (const preference of preferences) {
    const match = /^\s*wait\s*=\s*"?([0-9]{1,9})"?\s*(?:;.*)?$/i.exec(preference);
    // The first one counts (RFC 7240 2).
    if (match) return Math.min(Number(match[1]), maxWaitSeconds) * 1000;
  }
  return undefined;
}

export class LongPollConnection extends PollConnection {
  override readonly kind: TransportKind = "long_poll";
  readonly waitMs: number;

  constructor(
    request: ServerRequest,
    peer: Peer,
    maxBytes: number,
    rules: BodyRules,
    waitMs: number,
  ) {
    super(request, peer, maxBytes, rules);
    this.waitMs = waitMs;
  }

  protected override get answerHeaders(): HeaderList {
    return { "Preference-Applied": `wait=${this.waitMs / 1000}` };
  }
}
