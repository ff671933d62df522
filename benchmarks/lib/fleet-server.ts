/**
 * The compiled server in a folder of its own, for benchmarks and tests that load it from outside.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const fleetExecutable = join(import.meta.dir, "../../dist/fleet");

export interface FleetServer extends AsyncDisposable {
  readonly pid: number;
  /** "127.0.0.1:port" of the clients' port. */
  readonly https: string;
  /** The admin API's Unix socket. */
  readonly socket: string;
  readonly databasePath: string;
  /** PEM. */
  readonly trustedRoots: string;
}

/** Starts it with a NOOP service "bench"; disposing ends it and removes the folder. */
export async function startFleetServer(): Promise<FleetServer> {
  const folder = mkdtempSync(join(tmpdir(), "fleet-bench-"));
  const databasePath = join(folder, "fleet.sqlite");
  const services = join(folder, "services.txt");
  writeFileSync(services, 'services { name: "bench" factory: "NOOP" }\n');
  const child = spawn(
    fleetExecutable,
    [
      ...["server", "--database_path", databasePath, "--config_path", services],
      ...[
        "--https_addr",
        "127.0.0.1:0",
        "--admin_addr",
        "127.0.0.1:0",
        "--web_addr",
        "127.0.0.1:0",
      ],
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
  const state = `${databasePath}.d`;
  const run = await readRunFile(join(state, "run.json"), child);
  return {
    ...run,
    databasePath,
    trustedRoots: readFileSync(join(state, "ca.pem"), "utf8"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface RunFile {
  readonly pid: number;
  readonly https: string;
  readonly socket: string;
}

async function readRunFile(path: string, child: ChildProcess): Promise<RunFile> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && child.exitCode === null) {
    if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as RunFile;
    await Bun.sleep(10);
  }
  child.kill();
  throw new Error(`the server did not write ${path}`);
}

/** CPU time of a process, of all its threads that live, in nanoseconds (Linux). */
export function readCpuNanos(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => {
    const [nanos] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
    return sum + Number(nanos);
  }, 0);
}

/** CPU seconds, and resident memory in MB, of a process (Linux). */
export function readUsage(pid: number): { cpuSeconds: number; residentMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const ticksPerSecond = 100;
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    residentMb: Number(rss) / 1024,
  };
}
