/**
 * What an idle agent costs: time from its start to its first contact, memory, and wake-ups, with one message a minute
 * through a Stdin service.
 *
 *     bun benchmarks/agent-memory.ts [--minutes 30]
 *
 * Linux. The server is dist/fleet too, in a process of its own, on loopback.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { fleetExecutable, startFleetServer } from "./lib/fleet-server.ts";
import { readMemory, readWakeUps } from "./lib/memory-map.ts";
import { percentile } from "./lib/statistics.ts";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "30" } } });
const minutes = Number(values.minutes);
if (!Number.isInteger(minutes) || minutes < 0) throw new Error(`--minutes "${values.minutes}"`);
const startsMeasured = 10;

await using server = await startFleetServer();
const state = `${server.databasePath}.d`;
const folder = mkdtempSync(join(tmpdir(), "fleet-agent-"));
mkdirSync(join(folder, "services"));
const fleet = (...args: string[]) => execFileSync(fleetExecutable, args, { encoding: "utf8" });
const signed = join(folder, "services", "echo.signed");
fleet(
  ...["service", "sign", "--key", join(state, "deployment.key"), "--out", signed],
  ...["--name", "echo", "--cmd", "/bin/echo"],
);

function startAgent() {
  return spawn(
    fleetExecutable,
    [
      ...["client", "--server", server.https, "--trusted_cert_file", join(state, "ca.pem")],
      ...["--deployment_key_file", join(state, "deployment.pub"), "--config_path", folder],
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
}

interface Status {
  readonly pid: number;
  readonly state: string;
  readonly clientId: string;
}

const statusFile = join(folder, "writeback.fleet.status.json");

async function waitForContact(pid: number): Promise<Status> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await Bun.sleep(1)) {
    if (!existsSync(statusFile)) continue;
    const status = JSON.parse(readFileSync(statusFile, "utf8")) as Status;
    if (status.pid === pid && status.state === "connected") return status;
  }
  throw new Error("the agent made no contact");
}

/** Milliseconds from the start of the process to "connected", with an identity that is there. */
async function measureStart(): Promise<number> {
  const started = performance.now();
  const agent = startAgent();
  await waitForContact(agent.pid ?? 0);
  const ms = performance.now() - started;
  agent.kill("SIGTERM");
  await new Promise((resolve) => agent.once("exit", resolve));
  return ms;
}

const starts: number[] = [];
for (let index = 0; index < startsMeasured; index++) starts.push(await measureStart());
starts.sort((a, b) => a - b);
console.log(
  `start to connected: median ${percentile(starts, 0.5).toFixed(0)} ms, worst ${percentile(starts, 1).toFixed(0)} ms`,
);

const agent = startAgent();
const pid = agent.pid ?? 0;
const { clientId } = await waitForContact(pid);
const say = (when: string) => {
  const { residentMb, privateDirtyMb, executableMb } = readMemory(pid);
  console.log(
    `${when}: RSS ${residentMb.toFixed(1)} MB (executable ${executableMb.toFixed(1)}), ` +
      `Private_Dirty without the executable's ${privateDirtyMb.toFixed(1)} MB`,
  );
};
await Bun.sleep(5000);
say("after 5 s");
const before = readWakeUps(pid);
for (let minute = 1; minute <= minutes; minute++) {
  fleet("exec", clientId, "echo", "--database_path", server.databasePath, "--", "hello");
  await Bun.sleep(60_000);
  if (minute % 5 === 0 || minute === minutes) say(`after ${minute} min`);
}
const after = readWakeUps(pid);
if (minutes > 0) {
  const perMinute = (count: number) => (count / minutes).toFixed(1);
  console.log(
    `wake-ups a minute: ${perMinute(after.main - before.main)} of the main thread, ` +
      `${perMinute(after.all - before.all)} of all threads`,
  );
}
agent.kill("SIGTERM");
await new Promise((resolve) => agent.once("exit", resolve));
rmSync(folder, { recursive: true, force: true });
