/** What the overview shows, and the facts of this server. */
import { z } from "zod";

import { clientId, count, time } from "./basic.ts";

export const alert = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    severity: z.enum(["info", "warning", "critical"]),
    text: z.string(),
    hint: z.string().optional(),
    since: time,
    client_id: clientId.optional(),
  })
  .meta({ id: "Alert" });

export const overview = z
  .strictObject({
    time,
    server: z.strictObject({
      name: z.string(),
      version: z.string(),
      started_time: time,
      uptime_seconds: z.number(),
    }),
    clients: z.strictObject({ online: count, seen_today: count, ever: count, blacklisted: count }),
    messages: z.strictObject({
      pending: count,
      failed: count,
      failed_today: count,
      stored_today: count,
    }),
    rates: z.strictObject({
      in_per_second: z.number(),
      out_per_second: z.number(),
      history: z
        .array(z.strictObject({ time, in: z.number(), out: z.number() }))
        .meta({ description: "The last 15 minutes, a point for each 5 seconds" }),
    }),
    streams: z.strictObject({
      websocket: count,
      stream: count,
      long_poll: count,
      poll: z.number().meta({ description: "Contacts per minute" }),
    }),
    commit: z.strictObject({ p50_ms: z.number(), p99_ms: z.number(), per_second: z.number() }),
    disk: z
      .strictObject({
        free_bytes: count,
        total_bytes: count,
        floor_bytes: count.optional(),
        database_bytes: count,
      })
      .optional(),
    certificate: z.strictObject({ expires_time: time, days_left: z.number() }).optional(),
    alerts: z.array(alert),
  })
  .meta({ id: "Overview" });

export const serverDetails = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    started_time: time,
    listeners: z.array(z.strictObject({ name: z.string(), address: z.string() })),
    services: z
      .array(z.strictObject({ name: z.string(), factory: z.string() }))
      .meta({ description: "Of this server" }),
    settings: z
      .record(z.string(), z.unknown())
      .meta({ description: 'By section; a secret is "set" or "not set"' }),
  })
  .meta({ id: "Server" });

export const logEvent = z
  .strictObject({ time, level: z.string(), area: z.string(), text: z.string() })
  .meta({ id: "LogEvent" });
