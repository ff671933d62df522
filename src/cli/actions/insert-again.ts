/** A call that may be repeated, because the message that it inserts has an id: tried again when the server is away. */
import { FleetError } from "../../core/errors.ts";
import type { Terminal } from "../terminal/terminal.ts";

const pausesMs = [250, 1000];

/** @throws what the last try threw; at once where another try would not help. */
export async function insertAgain<T>(
  { clock, interrupted }: Pick<Terminal, "clock" | "interrupted">,
  insert: () => Promise<T>,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await insert();
    } catch (thrown) {
      if (!isPassing(thrown)) throw thrown;
      await clock.sleep(pauseMs, interrupted);
    }
  }
  return await insert();
}

/** Whether the server may answer later. */
export function isPassing(thrown: unknown): boolean {
  return (
    thrown instanceof FleetError &&
    ["unavailable", "deadline_exceeded", "resource_exhausted"].includes(thrown.code)
  );
}
