/** Configuration files that a command line names: one of another kind is told by what it is. */
import { type ConfigKind, explainWrongKind } from "../config/recognize.ts";

/** @throws configuration, with what the file is where it is the wrong one. */
export function loadFile<T>(kind: ConfigKind, path: string, load: (path: string) => T): T {
  try {
    return load(path);
  } catch (thrown) {
    throw explainWrongKind(thrown, kind, path);
  }
}
