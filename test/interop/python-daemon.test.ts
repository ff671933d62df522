/**
 * The original's Python connector under our Daemon service. Needs test/install/stock-fleetspeak.sh.
 *
 * The figure that this prints is the throughput both ways through one process.
 */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import type { DaemonSettings } from "../../src/config/schemas/client-service.ts";
import { packAny } from "../../src/proto/codec.ts";
import { decodeResourceReport } from "../../src/proto/service-codec.ts";
import { makeDaemonService } from "../../src/roles/client/services/daemon/daemon.ts";
import type { ServiceTimers } from "../../src/roles/client/services/service-timers.ts";
import {
  type ServiceHarness,
  daemonSettings,
  makeServiceHarness,
  never,
  toService,
} from "../helpers/service-harness.ts";
import { waitFor } from "../helpers/wait-for.ts";

const root = join(import.meta.dir, "../..");
const python = join(root, ".cache/stock-fleetspeak/bin/python");
const minPerSecond = 2000;

interface Running extends AsyncDisposable, ServiceHarness {
  readonly service: ReturnType<typeof makeDaemonService>;
}

function run(
  args: readonly string[],
  more: Partial<DaemonSettings> = {},
  timers: Partial<ServiceTimers> = {},
): Running {
  const harness = makeServiceHarness(timers);
  const service = makeDaemonService(daemonSettings([python, ...args], more), harness.context);
  return Object.assign(harness, {
    service,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      harness[Symbol.dispose]();
    },
  });
}

function testClient(mode: string): readonly string[] {
  return ["-m", "fleetspeak.client_connector.testing.testclient", "--mode", mode];
}

function killed(running: ServiceHarness): Promise<unknown> {
  return waitFor(
    () => running.reports.find(({ messageType }) => messageType === "KillNotification"),
    {
      what: `a KillNotification; the log: ${running.lines.join("")}`,
      deadlineMs: 20_000,
    },
  );
}

describe("the original's Python connector", () => {
  test("takes and gives messages of every size, 2,000 a second each way", async () => {
    await using running = run(testClient("loopback"));
    for (const bytes of [0, 1, 65_536, 2_000_000]) {
      await running.service.process(toService(`Size${bytes}`, new Uint8Array(bytes)), never);
      const type = `Size${bytes}Response`;
      await waitFor(() => running.types().includes(type), { what: type, deadlineMs: 20_000 });
      expect(running.sent.at(-1)?.data?.value.length).toBe(bytes);
    }
    const count = 20_000;
    const message = toService("Ping", new Uint8Array(200));
    const started = performance.now();
    for (let n = 0; n < count; n++) await running.service.process(message, never);
    await waitFor(() => running.sent.length === count + 4, {
      what: "the answers",
      deadlineMs: 20_000,
    });
    const perSecond = Math.round(count / ((performance.now() - started) / 1000));
    console.log(`${perSecond} messages/s each way through one Python daemon`);
    expect(perSecond).toBeGreaterThan(minPerSecond);
  }, 60_000);

  test("says its version, which the reports carry", async () => {
    const resources = { enabled: true, sampleSize: 1, samplePeriodMs: 100 };
    await using running = run(testClient("loopback"), { resources }, { firstSampleMs: 100 });
    const report = await waitFor(
      () =>
        running.reports
          .map(({ data }) => decodeResourceReport(data?.value ?? new Uint8Array()))
          .find(({ version }) => version === "0.5"),
      { what: "a report with the version", deadlineMs: 20_000 },
    );
    expect(report.usage?.meanResidentMemory).toBeGreaterThan(1e6);
  });

  test("memoryhog is killed over its limit", async () => {
    await using running = run(testClient("memoryhog"), { memoryLimitBytes: 10_000_000 });
    await killed(running);
  }, 30_000);

  test("freezed is killed without heartbeats", async () => {
    const heartbeats = { monitorHeartbeats: true, heartbeatGraceMs: 1000, heartbeatKillMs: 500 };
    await using running = run(testClient("freezed"), heartbeats);
    await killed(running);
  }, 30_000);

  test("100ms-heartbeat lives on", async () => {
    const heartbeats = { monitorHeartbeats: true, heartbeatGraceMs: 5000, heartbeatKillMs: 1000 };
    const resources = { enabled: true, sampleSize: 1, samplePeriodMs: 3500 };
    const timers = { firstSampleMs: 7000 };
    await using running = run(testClient("100ms-heartbeat"), { ...heartbeats, resources }, timers);
    // The second report comes 7 s after the start: past the grace period and a kill period.
    await waitFor(() => running.reports.length > 1, { what: "two reports", deadlineMs: 20_000 });
    expect(running.reports.map(({ messageType }) => messageType)).not.toContain("KillNotification");
  }, 30_000);

  test("the example in examples/python-daemon answers", async () => {
    await using running = run([join(root, "examples/python-daemon/disk_usage.py")]);
    const request = toService("Request");
    const value = Buffer.from("\x0a\x01/", "latin1");
    const data = packAny("google.protobuf.StringValue", value);
    await running.service.process({ ...request, data }, never);
    const answer = await waitFor(() => running.sent[0], { what: "the answer", deadlineMs: 20_000 });
    expect(answer).toMatchObject({ messageType: "DiskUsage", destination: { serviceName: "svc" } });
    expect(Buffer.from(answer.data?.value ?? "").toString()).toMatch(/\d+ of \d+ bytes/);
  });
});
