/** A folder for configuration files, and the texts that tests put there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ConfigFolder extends Disposable {
  readonly path: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array, mode?: number): string;
}

export function makeConfigFolder(): ConfigFolder {
  const path = mkdtempSync(join(tmpdir(), "fleet-config-"));
  return {
    path,
    write(name, content, mode = 0o600) {
      const file = join(path, name);
      writeFileSync(file, content, { mode });
      return file;
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}

/** A text-format literal. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The message of what a function throws; fails the test if it throws nothing. */
export function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}
