/**
 * A start that is refused leaves nothing behind: the database, keys and certificates that it had just made for itself are
 * taken away again. What was there before is never touched, nor what another process holds.
 */
import { existsSync, rmSync, rmdirSync } from "node:fs";

import { lockFile } from "../../platform/file-lock.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { statePaths } from "../../roles/all/state-directory.ts";

export interface StartPlaces {
  readonly databasePath: string;
  readonly stateDirectory: string;
}

/** @throws what `start` throws. */
export async function startOrUndo<T>(
  terminal: Pick<Terminal, "writeError">,
  places: StartPlaces,
  start: () => Promise<T>,
): Promise<T> {
  const isNew = !existsSync(places.stateDirectory);
  const hadDatabase = existsSync(places.databasePath);
  try {
    return await start();
  } catch (thrown) {
    if (isNew && removeUnused(places, hadDatabase)) {
      await terminal.writeError(`removed again: ${places.stateDirectory}\n`);
    }
    throw thrown;
  }
}

/** Only under the lock: whoever holds it has begun to use what is there. @returns whether it is gone. */
function removeUnused(
  { databasePath, stateDirectory }: StartPlaces,
  hadDatabase: boolean,
): boolean {
  const { socket, runFile, lock, client, ...made } = statePaths(stateDirectory);
  if (existsSync(socket) || existsSync(runFile) || existsSync(client)) return false;
  try {
    using _held = lockFile(lock);
    for (const suffix of hadDatabase ? [] : ["", "-wal", "-shm"])
      rmSync(`${databasePath}${suffix}`, { force: true });
    for (const path of [...Object.values(made), lock]) rmSync(path, { force: true });
    // Leaves a folder in which there is anything else.
    rmdirSync(stateDirectory);
    return true;
  } catch {
    // There was nothing, or it is another's: the error of the start is what counts.
    return false;
  }
}
