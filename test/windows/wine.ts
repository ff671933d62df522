/** A Windows machine in Debian's wine: a copy of the folder that test/install/wine.sh prepares. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dir, "../..");
const wine = "/usr/lib/wine/wine64";
const prepared = join(root, ".cache/wine/prefix");
const executable = join(root, "dist/fleet-windows-x64.exe");

export interface WindowsResult {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

export class WindowsMachine implements Disposable {
  /** Drive C. */
  readonly drive: string;
  readonly #prefix: string;
  readonly #session: ChildProcess;

  constructor() {
    for (const path of [prepared, executable]) {
      if (!existsSync(path)) {
        throw new Error(`${path} is missing: bash test/install/wine.sh; npm run build -- --all`);
      }
    }
    this.#prefix = mkdtempSync(join(tmpdir(), "fleet-windows-"));
    cpSync(prepared, this.#prefix, { recursive: true, verbatimSymlinks: true });
    this.drive = join(this.#prefix, "drive_c");
    copyFileSync(executable, join(this.drive, "fleet.exe"));
    // Wine ends its services when nothing else runs.
    this.#session = this.start("cmd.exe");
  }

  /** The file on this machine of a path as Windows has it. */
  path(windows: string): string {
    return join(this.drive, windows.replace(/^C:\\/, "").replaceAll("\\", "/"));
  }

  read(windows: string): string {
    return readFileSync(this.path(windows), "utf8");
  }

  run(program: string, ...args: readonly string[]): WindowsResult {
    const { status, stdout, stderr } = spawnSync(wine, [program, ...args], {
      encoding: "utf8",
      env: this.#environment(),
      timeout: 60_000,
    });
    return { status: status ?? 1, out: stdout, error: stderr };
  }

  fleet(...args: readonly string[]): WindowsResult {
    return this.run("C:\\fleet.exe", ...args);
  }

  /** @throws with what it said, when it does not end with 0. @returns its output. */
  must(...args: readonly string[]): string {
    const { status, out, error } = this.fleet(...args);
    if (status !== 0)
      throw new Error(`fleet ${args.join(" ")} ended with ${status}: ${out}${error}`);
    return out;
  }

  start(program: string, ...args: readonly string[]): ChildProcess {
    return spawn(wine, [program, ...args], { env: this.#environment(), stdio: "pipe" });
  }

  /** Ends everything that runs in it. */
  [Symbol.dispose](): void {
    spawnSync("/usr/lib/wine/wineserver64", ["-k", "-w"], { env: this.#environment() });
    this.#session.kill("SIGKILL");
    rmSync(this.#prefix, { recursive: true, force: true });
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env["PATH"],
      HOME: tmpdir(),
      WINEPREFIX: this.#prefix,
      WINEDEBUG: "-all",
      WINESERVER: "/usr/lib/wine/wineserver64",
    };
  }
}
