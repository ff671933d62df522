/**
 * Webhook: sends each message as JSON to a URL, signed (ours.md 3).
 *
 * Two headers of the request let the receiver know it: `Fleet-Timestamp: <seconds since the epoch>` and
 * `Fleet-Signature: sha256=<hex of HMAC-SHA256(secret, timestamp "." body)>`. A receiver compares both, and refuses old
 * timestamps. 2xx: done. 408, 425, 429, 401, 403 and 5xx: later again, by the manager. Everything else, a redirection
 * too, is final: the message fails. Connections are kept for a while. A message may come more than once: its id tells.
 */
import { createHmac } from "node:crypto";

import type { Clock } from "../../../core/clock.ts";
import { FleetError, toFleetError } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import { connectHttp } from "../../../net/http-connect.ts";
import { ConnectionPool } from "../../../net/http1/connection-pool.ts";
import type { ServerService } from "./service.ts";

export interface WebhookOptions {
  readonly url: string;
  /** A secret: what bodies are signed with. */
  readonly secret: Uint8Array;
  /** For one attempt, with its connection. */
  readonly timeoutMs: number;
  /** PEM of the roots that are trusted; undefined: the public ones. */
  readonly trustedRoots: string | undefined;
  readonly clock: Clock;
  /** The message as JSON. */
  readonly print: (message: IdentifiedMessage) => string;
}

const temporaryStatuses: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

/** @throws configuration for a URL that is none. */
export function createWebhookService(options: WebhookOptions): ServerService {
  const url = new URL(options.url);
  const { clock, trustedRoots } = options;
  const open = (signal: AbortSignal) => connectHttp({ url, trustedRoots }, signal);
  const pool = new ConnectionPool({ open, clock });
  return {
    discards: false,
    process: (message, signal) => send(message, { url, pool }, options, signal),
    async [Symbol.asyncDispose]() {
      pool[Symbol.dispose]();
    },
  };
}

interface Receiver {
  readonly url: URL;
  readonly pool: ConnectionPool;
}

async function send(
  message: IdentifiedMessage,
  { url, pool }: Receiver,
  { clock, timeoutMs, secret, print }: WebhookOptions,
  stopping: AbortSignal,
): Promise<void> {
  const giveUp = new AbortController();
  using _timer = clock.after(timeoutMs, () => giveUp.abort(tooSlow(url, timeoutMs)));
  const signal = AbortSignal.any([stopping, giveUp.signal]);
  const body = Buffer.from(print(message));
  const request = {
    method: "POST",
    target: `${url.pathname}${url.search}`,
    headers: {
      Host: url.host,
      "Content-Type": "application/json",
      ...signatureOf(body, secret, clock.now()),
    },
  };
  // The answer's body is nobody's business, however long it is.
  const status = await pool.send(request, body, signal).catch((thrown: unknown) => {
    if (giveUp.signal.aborted) throw giveUp.signal.reason;
    throw unusable(url, thrown);
  });
  checkStatus(url, status);
}

/** The headers that a receiver checks. @param now milliseconds since the epoch. */
export function signatureOf(
  body: Uint8Array,
  secret: Uint8Array,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const hmac = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");
  return { "Fleet-Timestamp": timestamp, "Fleet-Signature": `sha256=${hmac}` };
}

function checkStatus(url: URL, status: number): void {
  if (status >= 200 && status < 300) return;
  const text = `the webhook at ${url.origin} answers ${status}`;
  if (status >= 500 || temporaryStatuses.has(status)) throw new FleetError("unavailable", text);
  throw new FleetError("invalid_data", text, {
    ...(status < 400 && { hint: "Redirections are not followed: change the url." }),
  });
}

/** Whatever a receiver does that is no HTTP may be mended: only its clear answer is final. */
function unusable(url: URL, thrown: unknown): FleetError {
  const reason = toFleetError(thrown).message;
  return new FleetError("unavailable", `the webhook at ${url.origin} cannot be used: ${reason}`, {
    cause: thrown,
  });
}

function tooSlow(url: URL, timeoutMs: number): FleetError {
  const seconds = timeoutMs / 1000;
  return new FleetError(
    "deadline_exceeded",
    `the webhook at ${url.origin} did not answer within ${seconds} s`,
  );
}
