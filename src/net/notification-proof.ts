/**
 * How a server shows another one that a notification is from somebody with their common key (ours.md 1,
 * notification_key_file): `Fleet-Timestamp: <seconds since the epoch>` and
 * `Fleet-Signature: sha256=<hex of HMAC-SHA256(key, timestamp "." client id)>`.
 *
 * A notification that is heard twice does no harm, so nothing more than its age is looked at.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

import type { ClientId } from "../core/ids.ts";
import type { Headers } from "./http1/headers.ts";

/** How far two servers' clocks may be apart. */
const maxAgeMs = 5 * 60_000;

/** @param now milliseconds since the epoch. */
export function proveNotification(
  key: Uint8Array,
  clientId: ClientId,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = sign(key, timestamp, clientId).toString("hex");
  return { "Fleet-Timestamp": timestamp, "Fleet-Signature": `sha256=${signature}` };
}

/** Whether the headers prove it, to somebody whose clock says `now`. */
export function isProven(
  key: Uint8Array,
  clientId: ClientId,
  headers: Headers,
  now: number,
): boolean {
  const timestamp = headers.only("fleet-timestamp") ?? "";
  const signature = /^sha256=([0-9a-f]{64})$/.exec(headers.only("fleet-signature") ?? "")?.[1];
  if (!/^\d{1,12}$/.test(timestamp) || signature === undefined) return false;
  if (Math.abs(now - Number(timestamp) * 1000) > maxAgeMs) return false;
  return timingSafeEqual(sign(key, timestamp, clientId), Buffer.from(signature, "hex"));
}

function sign(key: Uint8Array, timestamp: string, clientId: ClientId): Buffer {
  return createHmac("sha256", key).update(`${timestamp}.${clientId}`).digest();
}
