/** The text of every metric with a sample: promtool does not look at one that has none. */
import { systemClock } from "../../src/core/clock.ts";
import { newMessageId } from "../../src/core/ids.ts";
import { Metrics } from "../../src/observability/metrics.ts";
import { clientMessage } from "../helpers/server-fixture.ts";

/** @throws where a metric was left without a sample: then it is to be fed here. */
export async function exercisedMetrics(): Promise<string> {
  using metrics = new Metrics({ clock: systemClock, services: ["sink"] });
  feedMessages(metrics);
  feedContacts(metrics);
  feedMachine(metrics);
  const { text } = await metrics.render();
  const silent = [...text.matchAll(/^# TYPE (\S+) /gm)].filter(
    ([, name = ""]) => !new RegExp(`^${name}(?:_count)?(?:\\{.*\\})? `, "m").test(text),
  );
  if (silent.length > 0) throw new Error(`never fed: ${silent.map(([, name]) => name).join(", ")}`);
  return text;
}

function feedMessages(metrics: Metrics): void {
  const message = {
    ...clientMessage("sink"),
    messageId: newMessageId(),
    creationTime: { seconds: 1, nanos: 0 },
  };
  metrics.messagesStored([message]);
  metrics.messagesHandedOut([message]);
  metrics.messagesDropped(1);
  metrics.messageProcessed("sink", 1, false);
  metrics.messageProcessed("sink", 1, true);
  metrics.broadcastSent(1);
}

function feedContacts(metrics: Metrics): void {
  metrics.contactMade("poll");
  metrics.streamOpened("stream");
  metrics.streamReplaced();
  metrics.clientEnrolled();
  metrics.keyMismatch();
  metrics.rejected("request");
  metrics.accessRefused();
  metrics.recordRead("poll", 1, 1);
  metrics.recordWritten("poll", 1, 1);
  metrics.recordAnswered("poll", 1);
  metrics.serviceKilled("MEMORY_EXCEEDED");
  metrics.resourceUsageReceived({
    ...{ meanUserCpuRate: 1, maxUserCpuRate: 1, meanSystemCpuRate: 1, maxSystemCpuRate: 1 },
    ...{ meanResidentMemory: 1, maxResidentMemory: 1 },
  });
  metrics.clientConnected("stream");
  metrics.clientContactFailed("untrusted");
}

function feedMachine(metrics: Metrics): void {
  metrics.committed({ calls: 1, durationMs: 1 });
  metrics.loopLagged(1);
  metrics.serverCertificate(0);
  metrics.watch({
    readiness: {
      report: async () => ({
        ...{ status: "ok" as const, time: 0 },
        checks: [{ name: "store", status: "ok" as const }],
      }),
    },
    counts: async () => ({
      ...{ knownClients: 1, blacklistedClients: 1, pendingMessages: 1, auditEntries: 1 },
    }),
    subscribers: () => 1,
    alerts: () => [{ severity: "warning" }],
    disk: () => ({ freeBytes: 1, totalBytes: 1, floorBytes: 1, databaseBytes: 1 }),
  });
}
