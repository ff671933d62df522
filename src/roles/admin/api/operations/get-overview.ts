/** How the fleet is: the figures that somebody looks at first. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { microsFromMs } from "../../../../core/time.ts";
import type { RateSnapshot } from "../../../../observability/rates.ts";
import { onlineSince } from "../describe/client.ts";
import { defineOperation } from "../operation.ts";
import type { ServerFacts } from "../server-facts.ts";
import { overview } from "../shapes/overview.ts";

type Overview = z.input<typeof overview>;

const dayMs = 24 * 60 * 60 * 1000;

export const getOverview = defineOperation({
  name: "get_overview",
  summary: "show how the fleet is",
  description: "Days are those of UTC.",
  scope: "read",
  http: "GET /overview",
  input: z.strictObject({}),
  output: overview,
  examples: [{ summary: "now", input: {} }],
  async run({ store, clock, rates, alerts, server }) {
    const nowMs = clock.now();
    const now = microsFromMs(nowMs);
    const today = Math.floor(nowMs / dayMs);
    const counts = await store.reports.overview({
      onlineSince: onlineSince(now),
      seenSince: microsFromMs(today * dayMs),
      today,
    });
    const { clients, messages } = counts;
    return {
      time: formatMicros(now),
      server: describeServer(server, now),
      clients: {
        online: clients.online,
        seen_today: clients.seen,
        ever: clients.ever,
        blacklisted: clients.blacklisted,
      },
      messages: {
        pending: messages.pending,
        failed: messages.failed,
        failed_today: messages.failedToday,
        stored_today: messages.storedToday,
      },
      ...describeRates(rates.snapshot()),
      ...describeDisk(server, counts.databaseBytes),
      ...describeCertificate(server, nowMs),
      alerts: alerts.list(),
    };
  },
});

function describeServer({ name, version, started }: ServerFacts, now: number): Overview["server"] {
  const uptime = Math.max(0, Math.floor((now - started) / 1e6));
  return { name, version, started_time: formatMicros(started), uptime_seconds: uptime };
}

function describeRates({ inPerSecond, outPerSecond, history, streams, commit }: RateSnapshot) {
  return {
    rates: {
      in_per_second: inPerSecond,
      out_per_second: outPerSecond,
      history: history.map((point) => ({
        time: formatMicros(microsFromMs(point.time)),
        in: point.in,
        out: point.out,
      })),
    },
    streams: {
      websocket: streams.websocket,
      stream: streams.stream,
      long_poll: streams.longPoll,
      poll: streams.poll,
    },
    commit: { p50_ms: commit.p50Ms, p99_ms: commit.p99Ms, per_second: commit.perSecond },
  } satisfies Partial<Overview>;
}

function describeDisk(server: ServerFacts, databaseBytes: number): Pick<Overview, "disk"> {
  const disk = server.disk();
  if (!disk) return {};
  const { freeBytes, totalBytes, floorBytes } = disk;
  return {
    disk: {
      free_bytes: freeBytes,
      total_bytes: totalBytes,
      ...(floorBytes !== undefined && { floor_bytes: floorBytes }),
      database_bytes: databaseBytes,
    },
  };
}

function describeCertificate(server: ServerFacts, nowMs: number): Pick<Overview, "certificate"> {
  const endsAt = server.certificateEndsAt();
  if (endsAt === undefined) return {};
  const daysLeft = Math.floor((endsAt - nowMs) / dayMs);
  return { certificate: { expires_time: formatMicros(microsFromMs(endsAt)), days_left: daysLeft } };
}
