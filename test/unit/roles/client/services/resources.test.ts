import { describe, expect, test } from "bun:test";

import type { ResourceReport } from "../../../../../src/proto/service-codec.ts";
import {
  type ProcessUsage,
  parseResident,
  parseStat,
  readProcessUsage,
} from "../../../../../src/roles/client/services/resources/proc.ts";
import { ResourceMonitor } from "../../../../../src/roles/client/services/resources/resource-monitor.ts";
import { UsageWindow } from "../../../../../src/roles/client/services/resources/usage-window.ts";
import { FakeClock } from "../../../../helpers/fake-clock.ts";

function usage(fields: Partial<ProcessUsage> = {}): ProcessUsage {
  return { userMs: 0, systemMs: 0, residentBytes: 100, fds: 5, processGroup: 1, ...fields };
}

describe("what /proc says", () => {
  test("of a process whose name holds brackets and spaces", () => {
    const stat = `12 (a) b (c) S 1 77 12 0 -1 4194560 1 0 0 0 150 25 0 0 20 0 1 0 100 1 1`;
    expect(parseStat(stat)).toEqual({ processGroup: 77, userMs: 1500, systemMs: 250 });
  });

  test("of its memory, also when it has none any more", () => {
    expect(parseResident("Name:\tx\nVmRSS:\t    2048 kB\n")).toBe(2 * 1024 * 1024);
    expect(parseResident("Name:\tx\n")).toBe(0);
  });

  test("of this process, and of none", () => {
    expect(readProcessUsage(process.pid)?.residentBytes).toBeGreaterThan(1e6);
    expect(readProcessUsage(process.pid)?.fds).toBeGreaterThan(2);
    for (const pid of [0, -1, 1.5, Number.NaN, 2 ** 40])
      expect(readProcessUsage(pid)).toBeUndefined();
  });
});

describe("a window of samples", () => {
  test("has rates in milliseconds per second, from the sample before it on", () => {
    const window = new UsageWindow();
    window.begin(0, usage());
    window.add(1000, usage({ userMs: 100, systemMs: 10, residentBytes: 200, fds: 7 }));
    window.add(3000, usage({ userMs: 700, systemMs: 10, residentBytes: 400, fds: 9 }));
    expect(window.take()).toEqual({
      meanUserCpuRate: 700 / 3,
      maxUserCpuRate: 300,
      meanSystemCpuRate: 10 / 3,
      maxSystemCpuRate: 10,
      meanResidentMemory: 300,
      maxResidentMemory: 400,
      meanNumFds: 8,
      maxNumFds: 9,
    });
    expect(window.take()).toBeUndefined();
    window.add(4000, usage({ userMs: 800, systemMs: 10 }));
    expect(window.take()?.meanUserCpuRate).toBe(100);
  });

  test("of another process that took its place has no rate below nothing", () => {
    const window = new UsageWindow();
    window.begin(0, usage({ userMs: 5000 }));
    window.add(1000, usage({ fds: undefined }));
    expect(window.take()).toMatchObject({ meanUserCpuRate: 0, maxUserCpuRate: 0, maxNumFds: 0 });
  });
});

describe("a resource monitor", () => {
  function monitor(sampleSize = 3, samplePeriodMs = 5000) {
    const clock = new FakeClock();
    const started = clock.now();
    const sampledAt: number[] = [];
    const reports: ResourceReport[] = [];
    const target = { pid: 9, version: "1" };
    const watching = new ResourceMonitor({
      scope: "svc",
      target: () => target,
      monitoring: { enabled: true, sampleSize, samplePeriodMs },
      firstSampleMs: 1000,
      clock,
      report: (report) => void reports.push(report),
      readUsage: () => {
        sampledAt.push((clock.now() - started) / 1000);
        return usage();
      },
    });
    return { clock, sampledAt, reports, watching, target };
  }

  test("samples after 1, 2, 4, 8 seconds, then once per period, and reports each few", async () => {
    const { clock, sampledAt, reports } = monitor();
    await clock.advance(20_000);
    expect(sampledAt).toEqual([0, 1, 2, 4, 8, 13, 18]);
    expect(reports.map(({ processTerminated }) => processTerminated)).toEqual([false, false]);
    expect(reports[0]).toMatchObject({ scope: "svc", pid: 9, version: "1" });
  });

  test("reports the end, with what was sampled since the last report", async () => {
    const { clock, reports, watching } = monitor();
    await clock.advance(1500);
    watching.finish();
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ processTerminated: true, usage: { maxNumFds: 5 } });
    expect(clock.pending).toBe(0);
  });

  test("begins anew when the service says that it is another process", async () => {
    const { clock, sampledAt, target } = monitor();
    target.pid = 10;
    await clock.advance(1000);
    expect(sampledAt).toEqual([0, 1]);
  });
});
