/** A machine of its own on top of this one, with a real systemd (boot.sh); needs root. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findChild } from "../helpers/find-child.ts";
import { waitFor } from "../helpers/wait-for.ts";

const root = join(import.meta.dir, "../..");
/** dist/fleet, as the machine sees it. */
export const fleet = "/mnt/fleet";

export interface MachineResult {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

export class Machine implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #folder: string;
  #said = "";

  private constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), "fleet-machine-"));
    const script = join(import.meta.dir, "boot.sh");
    this.#child = spawn("bash", [script, this.#folder, join(root, "dist")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => (this.#said += chunk.toString()));
    }
  }

  static async boot(): Promise<Machine> {
    const machine = new Machine();
    try {
      await waitFor(() => machine.#isUp(), { what: "systemd", deadlineMs: 20_000 });
    } catch (thrown) {
      await machine[Symbol.asyncDispose]();
      throw new Error(`the machine did not come up: ${machine.#said}`, { cause: thrown });
    }
    return machine;
  }

  /** Runs a command in it, as root. */
  run(...command: readonly string[]): MachineResult {
    const enter = ["-t", String(this.#init()), "--mount", "--net", "--pid", "--uts", "--ipc"];
    const inside = ["--cgroup", "--root", "--wd=/", ...command];
    const { status, stdout, stderr } = spawnSync("nsenter", [...enter, ...inside], {
      encoding: "utf8",
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" },
      timeout: 60_000,
    });
    return { status: status ?? 1, out: stdout, error: stderr };
  }

  /** @throws with what it said, when it does not end with 0. @returns its output. */
  must(...command: readonly string[]): string {
    const { status, out, error } = this.run(...command);
    if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${out}${error}`);
    return out;
  }

  shell(script: string): string {
    return this.must("sh", "-c", script);
  }

  property(unit: string, name: string): string {
    return this.must("systemctl", "show", unit, "--value", "--property", name).trim();
  }

  /** What a unit's processes said. */
  journal(unit: string): string {
    return this.must("journalctl", "--no-pager", "--output=cat", "--unit", unit);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    const init = this.#child.exitCode === null ? this.#findInit() : undefined;
    if (init !== undefined) process.kill(init, "SIGKILL");
    else this.#child.kill("SIGKILL");
    if (this.#child.exitCode === null && this.#child.signalCode === null) await ended;
    rmSync(this.#folder, { recursive: true, force: true });
    await waitFor(() => this.#removeGroups(), { what: "empty groups", deadlineMs: 5000 });
  }

  #isUp(): boolean {
    if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#said}`);
    if (this.#findInit() === undefined) return false;
    return /^(?:running|degraded)$/m.test(this.run("systemctl", "is-system-running").out);
  }

  #init(): number {
    const init = this.#findInit();
    if (init === undefined) throw new Error(`the machine is gone: ${this.#said}`);
    return init;
  }

  #findInit(): number | undefined {
    return findChild(this.#child.pid ?? 0, "systemd");
  }

  #removeGroups(): boolean {
    const name = `fleet-test-${this.#child.pid ?? 0}`;
    const hierarchies = ["", "systemd", "unified", "memory", "pids"];
    try {
      for (const hierarchy of hierarchies) removeTree(join("/sys/fs/cgroup", hierarchy, name));
      return true;
    } catch {
      return false;
    }
  }
}

/** A group is removed by its folder, from the bottom; the files in it are the kernel's. */
function removeTree(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) removeTree(path);
  }
  rmdirSync(folder);
}
