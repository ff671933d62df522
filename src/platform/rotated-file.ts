/**
 * A file that lines are appended to, 0600, and that makes room for a new one when it is full: `path` is the newest,
 * `path.1` the one before. For one process; whoever moves it away says `reopen`.
 */
import { closeSync, constants, fstatSync, openSync, renameSync, writeSync } from "node:fs";

import { FleetError } from "../core/errors.ts";
import { fileError } from "./file-error.ts";
import { isTrustedOwner, secretMode } from "./private-file.ts";

export interface RotatedFileOptions {
  readonly path: string;
  /** What a file may grow to; one line is written whatever its length. */
  readonly maxBytes: number;
  /** How many older files stay: at least one. */
  readonly keep: number;
  /** As node:fs's; a test's may fail. */
  readonly write?: (descriptor: number, bytes: Uint8Array) => number;
}

// Absent on Windows, where opening does not follow links of this kind.
const noFollow = constants.O_NOFOLLOW ?? 0;
// A named pipe would wait for a reader.
const noWait = constants.O_NONBLOCK ?? 0;
const appending = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | noFollow | noWait;
const lineEnd = 10;

export class RotatedFile implements Disposable {
  readonly #options: RotatedFileOptions;
  readonly #write: (descriptor: number, bytes: Uint8Array) => number;
  #descriptor: number;
  #bytes: number;
  /** When it makes room; more than maxBytes after that has failed. */
  #rotateAt: number;
  /** Whether the last line was cut short by a full disk. */
  #isCut = false;

  /** @throws configuration when it cannot be opened, is a link or no regular file, or another user's. */
  constructor(options: RotatedFileOptions) {
    this.#options = options;
    this.#write = options.write ?? ((descriptor, bytes) => writeSync(descriptor, bytes));
    ({ descriptor: this.#descriptor, bytes: this.#bytes } = open(options.path));
    this.#rotateAt = options.maxBytes;
  }

  get path(): string {
    return this.#options.path;
  }

  /** Appends a line with its end. @throws what the file system says: of this line, nothing or a part is in the file. */
  append(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#bytes > 0 && this.#bytes + bytes.length > this.#rotateAt) this.#rotate();
    this.#writeAll(this.#isCut ? Buffer.concat([Buffer.of(lineEnd), bytes]) : bytes);
  }

  /**
   * Opens what is there now under the path: somebody has moved the old file away.
   * @throws as the constructor; the old file stays open then.
   */
  reopen(): void {
    const { descriptor, bytes } = open(this.#options.path);
    closeSync(this.#descriptor);
    [this.#descriptor, this.#bytes, this.#isCut] = [descriptor, bytes, false];
    this.#rotateAt = this.#options.maxBytes;
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #writeAll(bytes: Buffer): void {
    for (let start = 0; start < bytes.length;) {
      const written = this.#write(this.#descriptor, bytes.subarray(start));
      start += written;
      this.#bytes += written;
      this.#isCut = start > 0 && bytes[start - 1] !== lineEnd;
    }
  }

  /** Where that fails, the file grows on: a line too many is better than one lost. */
  #rotate(): void {
    const { path, maxBytes, keep } = this.#options;
    try {
      for (let number = keep; number > 0; number -= 1) {
        rename(number === 1 ? path : `${path}.${number - 1}`, `${path}.${number}`);
      }
      this.reopen();
    } catch {
      this.#rotateAt = this.#bytes + maxBytes;
    }
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")) throw thrown;
  }
}

function open(path: string): { readonly descriptor: number; readonly bytes: number } {
  let descriptor: number;
  try {
    descriptor = openSync(path, appending, secretMode);
  } catch (thrown) {
    throw fileError("open the log file", path, thrown);
  }
  const stat = fstatSync(descriptor);
  const fault = !stat.isFile()
    ? "is not a regular file"
    : isTrustedOwner(stat.uid)
      ? undefined
      : `belongs to user ${stat.uid}`;
  if (fault === undefined) return { descriptor, bytes: stat.size };
  closeSync(descriptor);
  throw new FleetError("configuration", `log file "${path}" ${fault}`, {
    hint: "Name another place, or move it away.",
  });
}
