import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { systemClock } from "../../../../src/core/clock.ts";
import { parseClientId } from "../../../../src/core/ids.ts";
import { maxMessageBytes, makeMessage } from "../../../../src/core/message.ts";
import { configureLog, getLog } from "../../../../src/observability/log.ts";
import { encodeMessage, packAny } from "../../../../src/proto/codec.ts";
import {
  decodeStdinOutput,
  encodeStdinInput,
  typeNames,
} from "../../../../src/proto/system-codec.ts";
import type { Processed } from "../../../../src/roles/client/services/service.ts";
import { defaultServiceTimers } from "../../../../src/roles/client/services/service-timers.ts";
import { makeStdinService } from "../../../../src/roles/client/services/stdin.ts";
import { incoming, silentLog, temporaryFolder } from "./support.ts";

const context = {
  name: "run",
  clientId: parseClientId("0102030405060708"),
  clock: systemClock,
  log: silentLog,
  send: () => Promise.resolve(),
  report: () => {},
  timers: defaultServiceTimers,
};

function input(args: readonly string[], text = ""): ReturnType<typeof incoming> {
  const data = packAny(typeNames.stdinInput, encodeStdinInput({ input: Buffer.from(text), args }));
  return incoming("run", { messageType: "StdinServiceInputMessage", data });
}

async function run(
  config: { cmd: string; args: readonly string[] },
  message = input([]),
  signal = new AbortController().signal,
): Promise<Processed> {
  await using service = makeStdinService(
    { factory: "Stdin", logLevel: "none", ...config },
    context,
  );
  return await service.process(message, signal);
}

function shell(script: string): { cmd: string; args: readonly string[] } {
  return { cmd: "/bin/sh", args: ["-c", script, "sh"] };
}

function outputOf(processed: Processed): {
  stdout: string;
  stderr: string;
  exitCode: string | undefined;
} {
  const [reply] = processed.replies ?? [];
  expect(reply?.messageType).toBe("StdinServiceOutputMessage");
  expect(reply?.data?.typeUrl).toBe("type.googleapis.com/fleetspeak.stdinservice.OutputMessage");
  const { stdout, stderr } = decodeStdinOutput(reply?.data?.value ?? new Uint8Array());
  const exitCode = reply?.annotations?.find(({ key }) => key === "fleet.exit_code")?.value;
  return {
    stdout: Buffer.from(stdout).toString(),
    stderr: Buffer.from(stderr).toString(),
    exitCode,
  };
}

describe("a Stdin service", () => {
  test("gives the program its arguments, those of the message and the input, and replies with its output", async () => {
    const message = input(["b", "c d"], "hello");
    const processed = await run(
      { cmd: "/bin/sh", args: ["-c", 'cat; echo "$@"; echo oops >&2', "sh", "a"] },
      message,
    );
    expect(outputOf(processed)).toEqual({
      stdout: "helloa b c d\n",
      stderr: "oops\n",
      exitCode: "0",
    });
    expect(processed.failure).toBeUndefined();
    expect(processed.replies?.[0]?.annotations).toContainEqual({
      key: "fleet.in_reply_to",
      value: message.messageId,
    });
  });

  test("replies also when the program failed, and reports that too", async () => {
    const processed = await run(shell("echo partial; echo why >&2; exit 3"));
    expect(outputOf(processed)).toEqual({ stdout: "partial\n", stderr: "why\n", exitCode: "3" });
    expect(processed.failure).toContain("exit status 3");
    expect(processed.failure).toContain("why");
  });

  test("says by which signal a program was ended", async () => {
    const processed = await run(shell("kill -9 $$"));
    expect(outputOf(processed).exitCode).toBe("137");
    expect(processed.failure).toContain("SIGKILL");
  });

  test.each([
    ["/no/such/program", "127"],
    ["/etc/passwd", "126"],
  ])("says that %s cannot be started", async (cmd, exitCode) => {
    const processed = await run({ cmd, args: [] });
    expect(outputOf(processed).exitCode).toBe(exitCode);
    expect(outputOf(processed).stderr).toContain(cmd);
    expect(processed.failure).toContain(cmd);
  });

  test("cuts output that no message can carry, says so, and lets the program end", async () => {
    const processed = await run(shell("head -c 5000000 /dev/zero; echo end >&2"));
    const { stdout, stderr, exitCode } = outputOf(processed);
    expect(exitCode).toBe("0");
    expect(stdout.length).toBeGreaterThan(2_000_000);
    expect(stderr).toMatch(/the output was cut, \d+ bytes/);
    const source = { clientId: context.clientId, serviceName: "run" };
    const [reply] = processed.replies ?? [];
    const whole = encodeMessage(
      makeMessage({ messageType: "", ...reply, source, destination: source }),
    );
    expect(whole.length).toBeLessThan(maxMessageBytes);
  });

  test("does not mind a program that reads nothing", async () => {
    const processed = await run(shell("exit 0"), input([], "x".repeat(1_000_000)));
    expect(outputOf(processed).exitCode).toBe("0");
  });

  test("does not wait for what the program left in the background", async () => {
    const started = performance.now();
    const processed = await run(shell("sleep 30 & echo done"));
    expect(outputOf(processed).stdout).toBe("done\n");
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("ends the whole process group when it is stopped", async () => {
    using folder = temporaryFolder();
    const pidFile = join(folder.path, "pid");
    const stop = new AbortController();
    const running = run(
      shell(`sh -c 'echo $$ > ${pidFile}.new; mv ${pidFile}.new ${pidFile}; sleep 60' & wait`),
      input([]),
      stop.signal,
    );
    await until(() => existsSync(pidFile));
    const pid = Number(readFileSync(pidFile, "utf8"));
    stop.abort(new Error("stopped"));
    await expect(running).rejects.toThrow("stopped");
    await until(() => !isAlive(pid));
  });

  test("refuses what is no input for it", async () => {
    const wrongType = incoming("run", { messageType: "Other" });
    await expect(run(shell("true"), wrongType)).rejects.toMatchObject({ code: "invalid_argument" });
    const data = packAny(typeNames.stdinInput, Buffer.from("ffff", "hex"));
    const garbage = incoming("run", { messageType: "StdinServiceInputMessage", data });
    await expect(run(shell("true"), garbage)).rejects.toMatchObject({ code: "invalid_data" });
  });
});

/** A zombie counts as ended: whoever inherited it reaps it in its own time. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("waited too long");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("log_level", () => {
  const area = "stdin-log-test";
  const script = "echo out; echo err >&2; echo 'two\u001b[2J' >&2";

  async function linesOf(
    logLevel: "none" | "stderr" | "all",
    program = shell(script),
  ): Promise<string[]> {
    const lines: string[] = [];
    const write = (line: string) => void (line.includes(area) && lines.push(line));
    configureLog({ level: "info", format: "console", write });
    try {
      const log = getLog(area);
      const settings = { factory: "Stdin" as const, logLevel, ...program };
      await using service = makeStdinService(settings, { ...context, log });
      const processed = await service.process(input([]), new AbortController().signal);
      // The reply is whole, whatever is logged.
      expect(outputOf(processed).exitCode).toBe("0");
    } finally {
      configureLog({ level: "error", format: "console", write: () => {} });
    }
    return lines;
  }

  test("says which of the output is in the client's log, line by line, with nothing that a terminal obeys", async () => {
    expect(await linesOf("none")).toEqual([]);
    const errors = await linesOf("stderr");
    expect(errors.length).toBe(2);
    expect(errors[0]).toMatch(/service run, message [0-9a-f]+, stderr: err\n$/);
    expect(errors[1]).toContain('"two\\u001b[2J"');
    const all = await linesOf("all");
    expect(all.length).toBe(3);
    expect(all[0]).toContain("stdout: out");
  });

  test("is bounded", async () => {
    const lines = await linesOf(
      "all",
      shell("seq 10000; head -c 100000 /dev/zero | tr '\\0' x >&2"),
    );
    expect(lines.length).toBe(52);
    expect(lines[50]).toContain("9950 more lines");
    expect(lines[51]?.length).toBeLessThan(700);
  });
});
