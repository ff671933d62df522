/** The last lines of this server's log. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { logLevels } from "../../../../observability/log-lines.ts";
import { defineOperation } from "../operation.ts";
import { maxLimit } from "../shapes/basic.ts";
import { logEvent } from "../shapes/overview.ts";

export const listLogEvents = defineOperation({
  name: "list_log_events",
  summary: "list the last lines of this server's log, the newest first",
  description: "Of those that are kept in memory; the log itself has more.",
  scope: "read",
  http: "GET /server/log",
  input: z.strictObject({
    level: z.enum(logLevels).optional().meta({ description: "This one, and what is more serious" }),
    limit: z.int().min(1).max(maxLimit).default(100),
  }),
  output: z.strictObject({ events: z.array(logEvent) }),
  examples: [{ summary: "warnings", input: { level: "warning", limit: 10 } }],
  async run({ server }, { level, limit }) {
    const entries = server.recentLog?.list({ level, limit }) ?? [];
    return {
      events: entries.map(({ time, ...entry }) => ({ time: formatMicros(time), ...entry })),
    };
  },
});
