/**
 * The block of the executable that is running. Every start looks at it, so this loads next to nothing.
 *
 * The file beside this one becomes a part of the executable, with its bytes as they are.
 */
import { readFileSync } from "node:fs";

import { readBlock } from "./head.ts";
import blockPath from "./sealed-block.bin" with { type: "file" };

/** @returns what it holds; undefined in a release, and when run from the sources. @throws invalid_data when it is damaged. */
export function readOwnBlock(): Buffer | undefined {
  return readBlock(readFileSync(blockPath));
}
