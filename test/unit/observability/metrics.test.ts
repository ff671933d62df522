import { describe, expect, test } from "bun:test";

import { newMessageId } from "../../../src/core/ids.ts";
import { Events } from "../../../src/observability/events.ts";
import { getLog } from "../../../src/observability/log.ts";
import { Metrics } from "../../../src/observability/metrics.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { clientMessage, newIdentity } from "../../helpers/server-fixture.ts";

const facts = { clientId: newIdentity().clientId, address: "192.0.2.1:1", transport: "stream" };

function start() {
  const clock = new FakeClock();
  const metrics = new Metrics({ clock, services: ["sink"] });
  return { clock, metrics, events: new Events(getLog("test"), clock, metrics) };
}

/** The value of one line. */
async function value(metrics: Metrics, line: string): Promise<number | undefined> {
  const { text } = await metrics.render();
  const found = text.split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.split(" ").at(-1));
}

describe("metrics", () => {
  test("streams are counted while they are open", async () => {
    const { metrics, events } = start();
    events.streamStarted(facts);
    events.streamStarted(facts);
    events.streamEnded({ ...facts, reason: "x", endedHere: false });
    expect(await value(metrics, 'fleet_streams{transport="stream"}')).toBe(1);
    expect(await value(metrics, 'fleetspeak_server_client_polls_total{transport="stream"}')).toBe(
      2,
    );
  });

  test("messages and their bytes are counted, and a service that a client made up has no line of its own", async () => {
    const { metrics, events } = start();
    const { clientId } = newIdentity();
    const stored = [clientMessage("sink"), clientMessage("<script>")].map((message) => ({
      ...message,
      messageId: newMessageId(),
      creationTime: { seconds: 1, nanos: 0 },
    }));
    events.messagesStored(clientId, stored);
    const name = "fleetspeak_messages_ingested";
    expect(await value(metrics, `${name}_total{destination_service="sink"}`)).toBe(1);
    expect(await value(metrics, `${name}_payload_bytes_size{destination_service="sink"}`)).toBe(3);
    expect(await value(metrics, `${name}_total{destination_service="other"}`)).toBe(1);
    expect((await metrics.render()).text).not.toContain("script");
  });

  test("commits feed the original's histogram and the size of batches", async () => {
    const { metrics } = start();
    metrics.committed({ calls: 7, durationMs: 2 });
    const name = "fleetspeak_server_datastore_operations_completed_latency";
    expect(await value(metrics, `${name}_count`)).toBe(1);
    expect(await value(metrics, "fleet_commit_calls_sum")).toBe(7);
  });

  test("records feed the original's histograms of polls", async () => {
    const { metrics, events } = start();
    events.recordRead("poll", 2_000_000, 30);
    events.recordRead("stream", 10);
    events.recordWritten("poll", 500_000, 4);
    events.recordAnswered("poll", 250);
    const name = "fleetspeak_server_client_polls";
    const of = (what: string) => value(metrics, `${name}_${what}{transport="poll"}`);
    expect(await of("read_megabytes_size_distribution_sum")).toBe(2);
    expect(await of("read_time_latency_sum")).toBe(0.03);
    expect(await of("write_megabytes_size_distribution_sum")).toBe(0.5);
    expect(await of("write_time_latency_sum")).toBe(0.004);
    expect(await of("operation_time_latency_sum")).toBe(0.25);
    const ofStream = `${name}_read_time_latency_count{transport="stream"}`;
    expect(await value(metrics, ofStream)).toBeUndefined();
  });

  test("reports of resource usage feed the original's distributions", async () => {
    const { metrics, events } = start();
    events.resourceUsageReceived({
      ...{ clientId: facts.clientId, scope: "system", version: "1" },
      figures: {
        ...{ meanUserCpuRate: 1, maxUserCpuRate: 2, meanSystemCpuRate: 3, maxSystemCpuRate: 4 },
        ...{ meanResidentMemory: 5, maxResidentMemory: 6 },
      },
    });
    const sums = [
      "mean_user_cpu_rate_distribution",
      "max_user_cpu_rate_distribution",
      "mean_system_cpu_rate_distribution",
      "max_system_cpu_rate",
      "mean_resident_memory_bytes_distribution",
      "max_resident_memory_bytes_distribution",
    ].map((name) => value(metrics, `fleetspeak_server_resource_usage_data_received_${name}_sum`));
    expect(await Promise.all(sums)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("the certificate's remaining time goes down", async () => {
    const { clock, metrics, events } = start();
    events.serverCertificateUsed(clock.now() + 100_000);
    await clock.advance(40_000);
    expect(await value(metrics, "fleet_server_certificate_expiry_seconds")).toBe(60);
  });
});
