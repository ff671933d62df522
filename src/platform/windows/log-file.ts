/** The log of a service that has no terminal and no journal: one file, and the one before it. */
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const maxBytes = 10 * 1024 * 1024;

/** @returns takes text with its line ends. Never fails: there is nobody to tell. */
export function openLogFile(path: string): (text: string | Uint8Array) => void {
  mkdirSync(dirname(path), { recursive: true });
  return (text) => {
    try {
      const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes > maxBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, text);
    } catch {
      // A full disk; the next line may be written again.
    }
  };
}
