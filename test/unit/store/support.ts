/**
 * A folder per test, and child processes that end with it.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Folder extends Disposable {
  readonly path: string;
  readonly database: string;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "fleet-store-"));
  return {
    path,
    database: join(path, "store.sqlite"),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Child extends Disposable {
  readonly pid: number;
  /** What it prints, line by line. */
  readonly lines: AsyncIterableIterator<string>;
  /** Ends it at once, as a power cut would, and waits for that. */
  kill(): Promise<void>;
}

/** Runs a program of ./children. @param options for tests as root: `uid` to be somebody else. */
export function startChild(
  name: string,
  args: readonly string[],
  options: { readonly uid?: number } = {},
): Child {
  const script = join(import.meta.dir, "children", name);
  const child = spawn(process.execPath, [script, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    pid: child.pid ?? 0,
    lines: createInterface(child.stdout)[Symbol.asyncIterator](),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    [Symbol.dispose]: () => child.kill("SIGKILL"),
  };
}

export async function nextLine(child: Child): Promise<string> {
  const { value, done } = await child.lines.next();
  if (done === true) throw new Error("the child ended without a further line");
  return value;
}
