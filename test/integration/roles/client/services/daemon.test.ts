import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import type { DaemonSettings } from "../../../../../src/config/schemas/client-service.ts";
import { decodeResourceReport, decodeStdOutput } from "../../../../../src/proto/service-codec.ts";
import { makeDaemonService } from "../../../../../src/roles/client/services/daemon/daemon.ts";
import type { ServiceTimers } from "../../../../../src/roles/client/services/service-timers.ts";
import {
  type ServiceHarness,
  daemonSettings,
  makeServiceHarness,
  never,
  toService,
} from "../../../../helpers/service-harness.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";

const peer = join(import.meta.dir, "../../../../helpers/daemon-peer.ts");

interface Running extends AsyncDisposable, ServiceHarness {
  readonly service: ReturnType<typeof makeDaemonService>;
}

function run(
  args: readonly string[],
  more: Partial<DaemonSettings> = {},
  timers: Partial<ServiceTimers> = {},
): Running {
  const harness = makeServiceHarness({ stopStepMs: 200, lingerMs: 50, ...timers });
  const settings = daemonSettings([process.execPath, peer, ...args], more);
  const service = makeDaemonService(settings, harness.context);
  return Object.assign(harness, {
    service,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      harness[Symbol.dispose]();
    },
  });
}

function logged(running: ServiceHarness, text: string): Promise<string> {
  return waitFor(() => running.lines.find((line) => line.includes(text)), {
    what: `"${text}" in ${running.lines.join("")}`,
  });
}

async function sentType(running: ServiceHarness, type: string | RegExp): Promise<string> {
  return await waitFor(() => running.types().find((one) => one.match(type)), {
    what: `a message ${String(type)}, there are ${running.types().join()}`,
  });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function helloPid(running: ServiceHarness): Promise<number> {
  const hello = await sentType(running, /^Hello/);
  return Number(hello.split(" ")[1]);
}

describe("a Daemon service", () => {
  test("gives its process messages, takes its messages, and says who the client is", async () => {
    await using running = run(["echo", "hello"]);
    expect(await sentType(running, /^Hello/)).toEndWith("0102030405060708");
    const body = new Uint8Array(1024 * 1024).fill(7);
    for (let n = 0; n < 20; n++) await running.service.process(toService("Ping", body), never);
    await waitFor(() => running.sent.length === 21, { what: "20 answers" });
    expect(running.sent[20]?.messageType).toBe("PingResponse");
    expect(running.sent[20]?.data?.value).toEqual(body);
    expect(running.sent[20]?.destination).toBeUndefined();
  });

  test("ends in order when it is stopped: the process reads the end of its channel", async () => {
    const running = run(["echo", "hello"]);
    const pid = await helloPid(running);
    await running[Symbol.asyncDispose]();
    expect(alive(pid)).toBe(false);
    expect(running.lines.join("")).toContain("ended with exit status 0");
  });

  test("kills a process that ignores the end of its channel and SIGINT", async () => {
    const running = run(["stubborn"]);
    await sentType(running, "Ready");
    await running[Symbol.asyncDispose]();
    expect(running.lines.join("")).toContain("SIGKILL");
  });

  test("lazy_start waits for the first message; inactivity_timeout ends it until the next", async () => {
    await using running = run(["echo", "hello"], { lazyStart: true, inactivityTimeoutMs: 300 });
    expect(running.lines).toEqual([]);
    await running.service.process(toService("A"), never);
    await sentType(running, "AResponse");
    await logged(running, "had nothing to do");
    await running.service.process(toService("B"), never);
    await sentType(running, "BResponse");
    expect(running.types().filter((type) => type.startsWith("Hello"))).toHaveLength(2);
  });

  test.each([
    ["garbage", "where its magic should be"],
    ["half", "in the middle of a message"],
    ["huge", "2097153 bytes is over"],
    ["no-message", "are no fleetspeak.Message"],
    ["fail", "exit status 3; it wrote: out of luck"],
  ])("names what is wrong with a process that does this: %s", async (mode, text) => {
    await using running = run([mode]);
    const line = await logged(running, text);
    expect(line).toContain("svc");
    // Not before its minute is over.
    expect(running.lines.filter((one) => one.includes("runs as process"))).toHaveLength(1);
  });

  test("starts the next process after the pause, and gives it what waits", async () => {
    await using running = run(["fail"], {}, { respawnMs: 100 });
    await waitFor(() => running.lines.filter((one) => one.includes("exit status 3")).length >= 2, {
      what: "a second start",
    });
  });

  test("ends what a process leaves behind in its group", async () => {
    await using running = run(["fork"]);
    const line = await logged(running, "child ");
    const pid = Number(/child (\d+)/.exec(line)?.[1]);
    await waitFor(() => !alive(pid) || stateOf(pid) === "Z", { what: "the end of the child" });
  });

  test("a process that never reads holds one message, and the log says so", async () => {
    await using running = run(["never-reads"], {}, { unreadMs: 50 });
    const stop = new AbortController();
    const writing = (async () => {
      for (;;) await running.service.process(toService("Ping", new Uint8Array(1e6)), stop.signal);
    })();
    await logged(running, "has not read its messages");
    stop.abort(new Error("enough"));
    expect(await writing.catch(String)).toContain("enough");
  });

  test("does not let a process speak as the client", async () => {
    await using running = run(["system"]);
    await sentType(running, "After");
    expect(running.types()).toEqual(["After"]);
    expect(running.lines.join("")).toContain("MessageAck");
  });

  test("while the outbox is full it reads no more, and the process waits", async () => {
    await using running = run(["echo", "hello"], {}, { unreadMs: 50 });
    await helloPid(running);
    const { promise, resolve } = Promise.withResolvers<void>();
    running.full = promise;
    const stop = new AbortController();
    let given = 0;
    const writing = (async () => {
      for (; given < 200; given++) {
        await running.service.process(toService("Ping", new Uint8Array(100_000)), stop.signal);
      }
    })();
    await logged(running, "has not read its messages");
    // 20 MB do not fit what the system and two processes buffer.
    expect(given).toBeLessThan(100);
    running.full = undefined;
    resolve();
    await writing;
    await waitFor(() => running.sent.length === 201, { what: "all answers" });
  });

  test("kills a process without heartbeats, and reports that", async () => {
    const heartbeats = { monitorHeartbeats: true, heartbeatGraceMs: 800, heartbeatKillMs: 200 };
    await using running = run(["beat", "10"], heartbeats);
    await sentType(running, "LastBeat");
    await logged(running, "sent no heartbeat for");
    expect(running.reports.map(({ messageType }) => messageType)).toEqual(["KillNotification"]);
    expect(running.reports[0]?.destination.serviceName).toBe("system");
  });

  test("kills a process over its memory limit, and reports that", async () => {
    const limit = { memoryLimitBytes: 150_000_000 };
    await using running = run(["hog", "200000000"], limit, { memoryCheckMs: 50 });
    await logged(running, "of memory, over 150000000");
    expect(running.reports.map(({ messageType }) => messageType)).toContain("KillNotification");
  });

  test("reports what the process uses, and at last that it is over", async () => {
    const resources = { enabled: true, sampleSize: 2, samplePeriodMs: 50 };
    const running = run(["hog", "50000000"], { resources }, { firstSampleMs: 20 });
    const reports = () =>
      running.reports.map(({ data }) => decodeResourceReport(data?.value ?? new Uint8Array()));
    // Until the process has told its version and taken its memory, reports lack them.
    const full = await waitFor(
      () =>
        reports().find(
          ({ version, usage }) =>
            version === "hog" && (usage?.meanResidentMemory ?? 0) > 50_000_000,
        ),
      { what: "a report of the whole process" },
    );
    await running[Symbol.asyncDispose]();
    expect(full).toMatchObject({ scope: "svc", processTerminated: false });
    expect(full.usage?.maxNumFds).toBeGreaterThan(4);
    const last = reports().at(-1);
    expect(last?.processTerminated).toBe(true);
  });

  test("forwards standard output and error, in messages of flush_bytes", async () => {
    const stdParams = { serviceName: "logs", flushBytes: 1000, flushTimeMs: 60_000 };
    await using running = run(["write", "2500"], { stdParams });
    await logged(running, "exit status 0");
    const outputs = running.sent.map(({ data }) =>
      decodeStdOutput(data?.value ?? new Uint8Array()),
    );
    expect(running.types()).toEqual(outputs.map(() => "StdOutput"));
    expect(running.sent[0]?.destination).toEqual({ clientId: undefined, serviceName: "logs" });
    expect(running.sent[0]?.priority).toBe("low");
    expect(outputs.map(({ messageIndex }) => messageIndex)).toEqual(
      outputs.map((_, index) => index),
    );
    const text = (kind: "stdout" | "stderr") =>
      outputs.map((output) => Buffer.from(output[kind]).toString()).join("");
    expect(text("stdout")).toBe("o".repeat(2500));
    expect(text("stderr")).toBe("oops\n");
    expect(Math.max(...outputs.map(({ stdout, stderr }) => stdout.length + stderr.length))).toBe(
      1000,
    );
  });

  test("says why a program cannot be started, and tries again", async () => {
    const harness = makeServiceHarness({ respawnMs: 20 });
    const service = makeDaemonService(daemonSettings(["/no/such/program"]), harness.context);
    await waitFor(
      () => harness.lines.filter((line) => line.includes("/no/such/program")).length > 1,
      {
        what: "two attempts",
      },
    );
    await service[Symbol.asyncDispose]();
    harness[Symbol.dispose]();
  });
});

function stateOf(pid: number): string {
  const { stdout } = Bun.spawnSync(["ps", "-o", "stat=", "-p", String(pid)]);
  return stdout.toString().slice(0, 1);
}
