/**
 * run.json in the state directory: where the running server is found (ours.md 2).
 */
import { readFileSync, rmSync } from "node:fs";

import { replaceFile } from "../../platform/private-file.ts";

export interface RunFile {
  readonly pid: number;
  /** "host:port"; absent where the role does not run. */
  readonly https?: string;
  readonly admin?: string;
  readonly web?: string;
  /** Absolute path of the admin API's Unix socket. */
  readonly socket?: string;
}

/** Writes the file; disposing removes it, unless another process has written its own since. */
export function publishRunFile(path: string, content: RunFile): Disposable {
  replaceFile(path, "run file", `${JSON.stringify(content)}\n`, { flush: false });
  return { [Symbol.dispose]: () => removeOwn(path, content.pid) };
}

function removeOwn(path: string, pid: number): void {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    const isOwn =
      typeof found === "object" && found !== null && "pid" in found && found.pid === pid;
    if (isOwn) rmSync(path);
  } catch {
    // Gone already, or unreadable: nothing of ours to remove.
  }
}
