/** A clean Debian in a folder, with packages to be installed in it, and booted when a test asks for it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { basename, join } from "node:path";

import { type FinishedRun, type RunningProgram, runBinary, startBinary } from "./binary.ts";
import { findChild } from "./find-child.ts";
import { waitFor } from "./wait-for.ts";

const projectRoot = join(import.meta.dir, "../..");
const archive = join(projectRoot, ".cache/clean-root.tar");
const bootScript = join(projectRoot, "test/packages/boot.sh");
const slowly = 120_000;

/** Made by test/install/package-tools.sh. */
export class CleanRoot implements AsyncDisposable {
  readonly path: string;
  #booted: RunningProgram | undefined;
  #init = 0;

  private constructor(path: string) {
    this.path = path;
  }

  static async unpack(): Promise<CleanRoot> {
    if (!existsSync(archive))
      throw new Error(`${archive} is missing: test/install/package-tools.sh`);
    mkdirSync("/var/tmp", { recursive: true });
    const root = new CleanRoot(mkdtempSync("/var/tmp/fleet-root-"));
    await root.#onHost("tar", ["-xf", archive, "-C", root.path]);
    return root;
  }

  at(...names: string[]): string {
    return join(this.path, ...names);
  }

  exists(path: string): boolean {
    return existsSync(this.at(path));
  }

  read(path: string): string {
    return readFileSync(this.at(path), "utf8");
  }

  list(path: string): string[] {
    return existsSync(this.at(path)) ? readdirSync(this.at(path)).toSorted() : [];
  }

  /** Starts its systemd. */
  async boot(): Promise<void> {
    this.#booted = startBinary([bootScript, this.path], { executable: "/usr/bin/bash" });
    this.#init = await waitFor(() => this.#findInit(), { what: "process 1" });
    await waitFor(
      async () => (await this.tryRun("systemctl", "is-system-running")).stdout === "running\n",
      { what: "the system to have started", deadlineMs: 60_000 },
    );
  }

  /** Its first process, as this machine numbers it: the child of unshare. */
  #findInit(): number | undefined {
    return findChild(this.#booted?.pid ?? 0, "systemd");
  }

  /** @throws when it fails, with what it wrote. */
  async run(...command: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.tryRun(...command);
    if (status === 0) return stdout;
    throw new Error(`${command.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  }

  async tryRun(...command: readonly string[]): Promise<FinishedRun> {
    if (this.#init === 0) return await this.start(...command).finished;
    const namespaces = ["--mount", "--pid", "--uts", "--ipc", "--cgroup", "--root", "--wd"];
    const inside = ["/usr/bin/env", "-i", searchPath, ...command];
    const args = [`--target=${this.#init}`, ...namespaces, ...inside];
    return await runBinary(args, { executable: "/usr/bin/nsenter", deadlineMs: slowly });
  }

  /** Goes on running; for a system that is not booted. */
  start(...command: readonly string[]): RunningProgram {
    return startInFolder(this.path, command);
  }

  /** Installs a deb, or upgrades to it. @returns what dpkg wrote. */
  async dpkg(deb: string): Promise<string> {
    const inside = `/var/tmp/${basename(deb)}`;
    cpSync(deb, this.at(inside));
    return await this.run("dpkg", "--install", inside);
  }

  /** rpm of this machine, which works on the root from outside. @returns what it wrote. */
  async rpm(...args: readonly string[]): Promise<string> {
    return await this.#onHost("rpm", [`--root=${this.path}`, ...args]);
  }

  async #onHost(tool: string, args: readonly string[]): Promise<string> {
    const executable = `/usr/bin/${tool}`;
    const run = await runBinary(args, { executable, deadlineMs: slowly });
    if (run.status === 0) return run.stdout;
    throw new Error(`${tool} ended with ${run.status}: ${run.stdout}${run.stderr}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Its namespaces end with its first process, and so do its mounts.
    if (this.#init > 0) process.kill(this.#init, "SIGKILL");
    await this.#booted?.finished;
    rmSync(this.path, { recursive: true, force: true });
  }
}

/**
 * Runs a program with this folder as its root, and an environment that holds nothing.
 * @param user "1000:1000"; root by default.
 */
export function startInFolder(
  path: string,
  command: readonly string[],
  user = "0:0",
): RunningProgram {
  // Programs look at /proc for their own file.
  const mounts = 'mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev"';
  const enter = `${mounts} && exec env -i ${searchPath} chroot --userspec="$0" "$@"`;
  const args = ["--mount", "bash", "-c", enter, user, path, ...command];
  return startBinary(args, { executable: "/usr/bin/unshare" });
}

const searchPath = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
