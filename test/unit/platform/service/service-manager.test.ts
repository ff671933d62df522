import { describe, expect, test } from "bun:test";

import {
  type ServiceManager,
  type ServiceState,
  reportReady,
} from "../../../../src/platform/service/service-manager.ts";
import { takeSystemd } from "../../../../src/platform/service/systemd-notify.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";

function makeManager(watchdogMs?: number): ServiceManager & { readonly told: ServiceState[] } {
  const told: ServiceState[] = [];
  return { told, watchdogMs, tell: async (state) => void told.push(state) };
}

describe("what a manager hears", () => {
  test("ready, then alive at half the interval, until it ends", async () => {
    const clock = new FakeClock();
    const manager = makeManager(60_000);
    const reporting = reportReady(manager, clock);
    expect(manager.told).toEqual(["ready"]);
    await clock.advance(29_999);
    expect(manager.told).toEqual(["ready"]);
    await clock.advance(1);
    await clock.advance(30_000);
    expect(manager.told).toEqual(["ready", "alive", "alive"]);
    reporting[Symbol.dispose]();
    await clock.advance(300_000);
    expect(manager.told).toHaveLength(3);
  });

  test("only ready where it does not look", async () => {
    const clock = new FakeClock();
    const manager = makeManager();
    using _reporting = reportReady(manager, clock);
    await clock.advance(300_000);
    expect(manager.told).toEqual(["ready"]);
  });
});

describe.skipIf(process.platform !== "linux")("the variables", () => {
  const socket = "/run/systemd/notify";
  const own = 77;

  test.each([
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "60000000" }, 60_000],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "60000000", WATCHDOG_PID: "77" }, 60_000],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "60000000", WATCHDOG_PID: "78" }, undefined],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "0" }, undefined],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "-1" }, undefined],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "1" }, undefined],
    [{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "1e9" }, undefined],
    [{ NOTIFY_SOCKET: "@abstract" }, undefined],
  ])("%j", (variables, watchdogMs) => {
    expect(takeSystemd({ ...variables }, own)?.watchdogMs).toBe(watchdogMs);
    expect(takeSystemd({ ...variables }, own)).toBeDefined();
  });

  test.each(["", "/", "relative", "tcp:1", `/${"x".repeat(108)}`])("%j names no socket", (path) =>
    expect(takeSystemd({ NOTIFY_SOCKET: path })).toBeUndefined(),
  );

  test("are taken out, and no others", () => {
    const variables: Record<string, string | undefined> = {
      ...{ NOTIFY_SOCKET: socket, WATCHDOG_USEC: "1000000", WATCHDOG_PID: "1", PATH: "/bin" },
    };
    takeSystemd(variables);
    expect(variables).toEqual({ PATH: "/bin" });
  });

  test("nobody at the socket is no failure", async () => {
    await takeSystemd({ NOTIFY_SOCKET: "/nowhere/notify" })?.tell("ready");
  });
});
