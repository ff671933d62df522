/**
 * Cursors: where the next page of a listing begins, as an opaque text for callers. One holds for the same operation with
 * the same filters, and for a day: what lies behind it may have changed by then.
 *
 * What it says is checked like any input; it carries no right.
 */
import { createHash } from "node:crypto";

import type { z } from "zod";

import { FleetError } from "../../../core/errors.ts";
import { canonicalJson } from "./canonical-json.ts";

const version = 1;
export const cursorLifeMs = 24 * 60 * 60 * 1000;
/** Servers' clocks differ a little. */
const clockToleranceMs = 60_000;

export interface Listing {
  readonly operation: string;
  /** Filters and order, without limit and cursor: any JSON. */
  readonly filters: unknown;
  readonly nowMs: number;
}

/** @param position where the next page begins: any JSON. */
export function writeCursor(listing: Listing, position: unknown): string {
  const content = [version, fingerprintOf(listing), listing.nowMs, position];
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** @throws invalid_argument for a cursor that is none, of another listing, or too old. */
export function readCursor<Position extends z.ZodType>(
  listing: Listing,
  cursor: string | undefined,
  position: Position,
): z.output<Position> | undefined {
  if (cursor === undefined) return undefined;
  const [cursorVersion, fingerprint, madeMs, where] = parse(cursor);
  if (cursorVersion !== version || typeof madeMs !== "number")
    throw refuse("it is none that this server made");
  if (fingerprint !== fingerprintOf(listing))
    throw refuse("it belongs to another listing, or to other filters");
  const ageMs = listing.nowMs - madeMs;
  if (!(ageMs <= cursorLifeMs && ageMs >= -clockToleranceMs))
    throw refuse("stale cursor: it is older than a day");
  const read = position.safeParse(where);
  if (!read.success) throw refuse("it is none that this server made");
  return read.data;
}

function parse(cursor: string): unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

function fingerprintOf({ operation, filters }: Listing): string {
  return createHash("sha256")
    .update(`${operation}\0${canonicalJson(filters)}`)
    .digest("base64url")
    .slice(0, 16);
}

function refuse(reason: string): FleetError {
  return new FleetError("invalid_argument", `the cursor cannot be used: ${reason}`, {
    hint: "Begin again without a cursor.",
  });
}
