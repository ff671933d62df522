/**
 * The log files of the original's programs: one per severity, named after program, host, user, severity and time, with a
 * link to the newest; continued in a new one at 1800 MiB.
 */
import { closeSync, openSync, readFileSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";

import { describeThrown } from "../../core/errors.ts";
import type { LogFlags, Severity } from "./log-flags.ts";

export interface GlogFileOptions {
  readonly flags: Pick<LogFlags, "directory" | "linkDirectory">;
  /** As argv[0] names it. */
  readonly program: string;
  readonly writeError: (line: string) => void;
  /** Where files go when there is no -log_dir, or it cannot be written; default the system's. */
  readonly temporaryFolder?: string;
  /** Default 1800 MiB, as the original has it. */
  readonly maxBytes?: number;
}

interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
  readonly madeAtMs: number;
  bytes: number;
}

const defaultMaxBytes = 1800 * 1024 * 1024;

/** Files are made when there is something to write. */
export class GlogFiles {
  readonly #options: GlogFileOptions;
  readonly #files = new Map<Severity, OpenFile>();
  #isFailing = false;

  constructor(options: GlogFileOptions) {
    this.#options = options;
  }

  /** Never throws: where nothing can be written, standard error is told once. */
  write(upTo: readonly Severity[], ms: number, line: string): void {
    try {
      for (const severity of upTo) this.#append(severity, ms, line);
      this.#isFailing = false;
    } catch (thrown) {
      if (!this.#isFailing)
        this.#options.writeError(`log: cannot create log: ${describeThrown(thrown)}\n`);
      this.#isFailing = true;
    }
  }

  #append(severity: Severity, ms: number, line: string): void {
    const file = this.#roomyFile(severity, ms, line.length);
    file.bytes += writeSync(file.descriptor, line);
  }

  /** Names hold the second: there is at most one new file in each. */
  #roomyFile(severity: Severity, ms: number, bytes: number): OpenFile {
    const { maxBytes = defaultMaxBytes } = this.#options;
    const file = this.#files.get(severity);
    const isNextSecond = Math.floor(ms / 1000) > Math.floor((file?.madeAtMs ?? 0) / 1000);
    if (file && (file.bytes + bytes < maxBytes || !isNextSecond)) return file;
    const next = this.#create(severity, ms, file?.path ?? "<none>");
    this.#files.set(severity, next);
    if (file) {
      writeSync(file.descriptor, `Next log: ${next.path}\nCONTINUED IN NEXT FILE\n`);
      closeSync(file.descriptor);
    }
    return next;
  }

  /** In -log_dir, else in the temporary folder. */
  #create(severity: Severity, ms: number, previous: string): OpenFile {
    const { temporaryFolder = tmpdir(), flags } = this.#options;
    const { directory, linkDirectory } = flags;
    const folders = directory.value === "" ? [temporaryFolder] : [directory.value, temporaryFolder];
    const names = logNames(this.#options.program, severity, ms);
    let last: unknown;
    for (const folder of folders) {
      try {
        const path = join(folder, names.file);
        // Exclusively: logs lie where others may write, and must not follow a link that they laid.
        const descriptor = openSync(path, "ax", 0o644);
        const bytes = writeSync(descriptor, logHeader(ms, previous));
        replaceLink(join(folder, names.link), names.file);
        if (linkDirectory.value !== "") replaceLink(join(linkDirectory.value, names.link), path);
        return { path, descriptor, bytes, madeAtMs: ms };
      } catch (thrown) {
        last = thrown;
      }
    }
    throw last;
  }
}

function logNames(program: string, severity: Severity, ms: number): { file: string; link: string } {
  const date = new Date(ms);
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  const stem = `${program}.${shortHostName()}.${userName()}.log.${severity}`;
  const file = `${stem}.${day}-${clockTime(date, "")}.${process.pid}`;
  return { file, link: `${program}.${severity}` };
}

function shortHostName(): string {
  return hostname().split(".")[0] ?? "";
}

/** By the user's number: a service manager may have set no name. */
function userName(): string {
  const uid = String(process.geteuid?.());
  let name: string | undefined;
  try {
    const entries = readFileSync("/etc/passwd", "utf8").split("\n");
    name = entries.map((entry) => entry.split(":")).find((fields) => fields[2] === uid)?.[0];
  } catch {
    name = process.env["USERNAME"];
  }
  return (name ?? "unknownuser").replace(/[^A-Za-z0-9]/g, "_");
}

function logHeader(ms: number, previous: string): string {
  const date = new Date(ms);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("/");
  return (
    `Log file created at: ${day} ${clockTime(date, ":")}\n` +
    `Running on machine: ${shortHostName()}\n` +
    `Binary: ${basename(process.execPath)} for ${process.platform}/${process.arch}\n` +
    `Previous log: ${previous}\n` +
    "Log line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg\n"
  );
}

function replaceLink(link: string, target: string): void {
  try {
    rmSync(link, { force: true });
    symlinkSync(target, link);
  } catch {
    // The link is a convenience.
  }
}

export function clockTime(date: Date, separator: string): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(separator);
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}
