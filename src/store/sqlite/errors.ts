/**
 * What SQLite says, in the words of this project: one place that turns its errors into FleetErrors.
 */
import { SQLiteError } from "bun:sqlite";

import { describeThrown, FleetError, type ErrorCode } from "../../core/errors.ts";

interface Meaning {
  readonly code: ErrorCode;
  readonly text: string;
  readonly hint: string;
}

/** By primary result code, the low byte of `errno` (https://sqlite.org/rescode.html). */
const meanings: Readonly<Record<number, Meaning>> = {
  5: {
    code: "conflict",
    text: "another program holds the database",
    hint: "End the other program's transaction (a sqlite3 shell with an open BEGIN?) and try again.",
  },
  7: {
    code: "resource_exhausted",
    text: "out of memory",
    hint: "Give the process more memory.",
  },
  8: {
    code: "configuration",
    text: "the database cannot be written",
    hint: "Make the file and its folder writable for this user.",
  },
  10: {
    code: "unavailable",
    text: "the disk does not read or write",
    hint: "Look at the kernel's log for disk errors, and at the disk's free space.",
  },
  11: {
    code: "invalid_data",
    text: "the database is damaged",
    hint: 'Run `sqlite3 FILE "PRAGMA integrity_check"`; restore a backup, or save what is left with `sqlite3 FILE .recover`.',
  },
  13: {
    code: "resource_exhausted",
    text: "the disk is full",
    hint: "Free space on the disk of the database.",
  },
  14: {
    code: "configuration",
    text: "the file cannot be opened",
    hint: "Check that the folder exists and that this user may write to it.",
  },
  26: {
    code: "invalid_data",
    text: "the file is not a SQLite database",
    hint: "Name another file, or move this one away to start with an empty database.",
  },
};

/**
 * An error of a database operation as a FleetError. Those that are one already stay as they are.
 *
 * @param action as in "cannot <action>".
 */
export function storeError(action: string, thrown: unknown): FleetError {
  if (thrown instanceof FleetError) return thrown;
  const meaning = thrown instanceof SQLiteError ? meanings[thrown.errno & 0xff] : undefined;
  if (meaning === undefined) {
    return new FleetError("internal", `cannot ${action}: ${describeThrown(thrown)}`, {
      cause: thrown,
    });
  }
  const { code, text, hint } = meaning;
  return new FleetError(code, `cannot ${action}: ${text}`, {
    hint,
    cause: thrown,
  });
}
