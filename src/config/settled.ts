/**
 * Reading files that somebody may be writing this very moment: what was read counts once the files have stayed as they are
 * for a while.
 */
import { statSync } from "node:fs";

import type { Clock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";

/** How long files have to stay the same, milliseconds. */
const settledMs = 100;
const maxAttempts = 50;

/**
 * @param paths of every file that `load` reads; those beside them (`<file>.fleet`) count too.
 * @throws what the last `load` threw; configuration when the files never stay the same.
 */
export async function loadSettled<T>(
  paths: readonly string[],
  load: () => T,
  clock: Clock,
): Promise<T> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const before = stamp(paths);
    const read = attemptTo(load);
    await clock.sleep(settledMs);
    if (stamp(paths) === before) return read();
  }
  throw new FleetError("configuration", `${paths.join(", ")}: they are still being written`, {
    hint: "Write the new file under another name and rename it.",
  });
}

function attemptTo<T>(load: () => T): () => T {
  try {
    const value = load();
    return () => value;
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

/** Changes with every write. */
function stamp(paths: readonly string[]): string {
  return paths
    .flatMap((path) => [path, `${path}.fleet`])
    .map((path) => {
      const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
      return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : "none";
    })
    .join("\n");
}
