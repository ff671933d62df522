/** What a command that failed says, and the exit code it ends with (ours.md 2). */
import { type FleetError, toFleetError } from "../../core/errors.ts";
import { showLines } from "./text.ts";
import { Interruption, OutputClosed, type Terminal } from "./terminal.ts";

/** Prints the error for people and returns the exit code. */
export async function reportFailure(terminal: Terminal, thrown: unknown): Promise<number> {
  if (thrown instanceof Interruption) return thrown.exitCode;
  if (thrown instanceof OutputClosed) return 1;
  const error = toFleetError(thrown);
  await terminal.writeError(formatFailure(error));
  return error.exitCode;
}

/** "error: …", and "hint: …" below it where there is a next step. */
export function formatFailure({ message, hint }: FleetError): string {
  const lines = `error: ${showLines(message)}\n`;
  return hint === undefined ? lines : `${lines}hint: ${showLines(hint)}\n`;
}
