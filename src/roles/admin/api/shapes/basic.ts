/** The words that all shapes of the API are made of: ids, times, addresses, pages. */
import { z } from "zod";

import {
  type BroadcastId,
  type ClientId,
  type MessageId,
  parseBroadcastId,
  parseClientId,
  parseMessageId,
} from "../../../../core/ids.ts";
import { parseTime } from "../../../../core/rfc3339.ts";
import type { Micros } from "../../../../core/time.ts";

function hexId(what: string, digits: number) {
  const pattern = new RegExp(`^[0-9a-fA-F]{${digits}}$`);
  return z.string().regex(pattern, `a ${what} id is ${digits} hex digits`);
}

/** In inputs: checked, and given to the operation as the id it is. */
export const clientIdInput = hexId("client", 16)
  .meta({ description: "A client's id: 16 hex digits" })
  .transform((text): ClientId => parseClientId(text));

export const messageIdInput = hexId("message", 64)
  .meta({ description: "A message's id: 64 hex digits" })
  .transform((text): MessageId => parseMessageId(text));

export const broadcastIdInput = hexId("broadcast", 16)
  .meta({ description: "A broadcast's id: 16 hex digits" })
  .transform((text): BroadcastId => parseBroadcastId(text));

/** In outputs. */
export const clientId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ id: "ClientId" });
export const messageId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: "MessageId" });
export const broadcastId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ id: "BroadcastId" });

/** In outputs: RFC 3339 in UTC, with microseconds. */
export const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .meta({ id: "Time", format: "date-time", examples: ["2026-11-21T18:00:00.123456Z"] });

/** In inputs: any RFC 3339 time. */
export const timeInput = z
  .string()
  .max(40)
  .meta({ format: "date-time", description: "A time as in RFC 3339" })
  .transform((text, context): Micros => {
    try {
      return parseTime(text);
    } catch {
      context.addIssue({
        code: "custom",
        message: `${JSON.stringify(text)} is not a time as in RFC 3339`,
      });
      return z.NEVER;
    }
  });

/** A count; it stays below 2^53. */
export const count = z.int().min(0);

export const serviceName = z.string().max(128);

/** A service's address at the server or at a client; without client_id it is the server's. */
export const address = z
  .strictObject({ client_id: clientId.optional(), service_name: z.string() })
  .meta({ id: "Address" });

export const label = z
  .strictObject({ service_name: z.string(), label: z.string() })
  .meta({ id: "Label" });

export const defaultLimit = 100;
export const maxLimit = 1000;

/** What every listing takes besides its filters. */
export const pageInput = {
  limit: z
    .int()
    .min(1)
    .max(maxLimit)
    .default(defaultLimit)
    .meta({ description: "At most so many in one answer" }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: "next_cursor of the page before; the other fields have to be the same" }),
};

/** What every listing gives besides its rows. */
export const pageOutput = {
  next_cursor: z
    .string()
    .optional()
    .meta({ description: "Asks for the next page; left out on the last one" }),
};

/** An answer that says nothing but that it was done. */
export const empty = z.strictObject({}).meta({ id: "Empty" });

/** What names a file. */
export const fileNameInput = {
  service_name: serviceName.min(1),
  file_name: z.string().min(1).max(128),
};
