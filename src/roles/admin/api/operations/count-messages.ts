/** How many messages there were of each kind, exactly, those that retention has removed too. */
import { z } from "zod";

import { FleetError } from "../../../../core/errors.ts";
import type { CountedBy, MessageCount } from "../../../../store/reports.ts";
import { defineOperation } from "../operation.ts";
import { serviceName } from "../shapes/basic.ts";
import { direction, messageCount } from "../shapes/message.ts";

/** Clients make up types, a thousand a day are counted by name, and counts are kept for ever. */
const maxRows = 50_000;
const dayMs = 24 * 60 * 60 * 1000;

const day = z.iso.date().meta({ description: "A day, in UTC" }).transform(dayFromText);
const by = z.enum(["day", "direction", "service", "type"]);

export const countMessages = defineOperation({
  name: "count_messages",
  summary: "count messages by type, service, direction and day",
  description:
    "Exact: from a table that is kept with every message, and that outlives retention. Where clients invent many types, further ones of a day count as (other).",
  scope: "read",
  http: "GET /message_counts",
  input: z.strictObject({
    by: z.array(by).max(4).default([]).meta({ description: "A row for each combination of these" }),
    from: day.optional(),
    to: day.optional().meta({ description: "The last day" }),
    direction: direction.optional(),
    service: serviceName.optional(),
    message_type: z.string().max(1000).optional(),
  }),
  output: z.strictObject({ counts: z.array(messageCount) }),
  examples: [
    { summary: "all together", input: {} },
    { summary: "by type, service and day", input: { by: ["type", "service", "day"] } },
  ],
  async run({ store }, filters) {
    const wanted: CountedBy[] = [...new Set(filters.by)];
    const counts = await store.reports.counts({
      by: wanted,
      fromDay: filters.from,
      toDay: filters.to,
      direction: filters.direction,
      serviceName: filters.service,
      messageType: filters.message_type,
      limit: maxRows + 1,
    });
    if (counts.length > maxRows) throw tooMany();
    return { counts: counts.map(describeCount) };
  },
});

/** Cut off, they would not be exact. */
function tooMany(): FleetError {
  return new FleetError("resource_exhausted", `there are more than ${maxRows} counts`, {
    hint: "Ask for fewer days with from and to, for one service or type, or by less.",
  });
}

function describeCount(one: MessageCount): z.input<typeof messageCount> {
  const { stored, processed, failed, pending } = one;
  return {
    ...(one.day !== undefined && { day: textOfDay(one.day) }),
    ...(one.direction !== undefined && { direction: one.direction }),
    ...(one.serviceName !== undefined && { service: one.serviceName }),
    ...(one.messageType !== undefined && { message_type: one.messageType }),
    ...{ stored, processed, failed, pending },
  };
}

function dayFromText(text: string): number {
  return Math.floor(Date.parse(`${text}T00:00:00Z`) / dayMs);
}

/** @param days since the epoch; a client chooses the time of its messages, and with it the day. */
function textOfDay(days: number): string {
  const date = new Date(days * dayMs);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
