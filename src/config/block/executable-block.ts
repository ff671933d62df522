/** The block in an executable of any platform: looked at, filled, and emptied again. Works on bytes. */
import { sealExecutable } from "../../platform/executable/executable.ts";
import { type BlockContent, checkLock, decodeContent } from "./content.ts";
import { blockBytes, findBlock, readBlock, writeBlock } from "./head.ts";

/** @returns undefined for an executable as it was released. @throws invalid_data for a block that is damaged or missing. */
export function readExecutableBlock(executable: Buffer): BlockContent | undefined {
  const at = findBlock(executable);
  const content = readBlock(executable.subarray(at, at + blockBytes));
  return content && decodeContent(content);
}

/**
 * The executable with this content, valid on its platform. May change `executable`.
 * @param content as encodeContent makes it.
 * @throws refused when it is locked by another key; invalid_data for an executable that cannot be used.
 */
export function fillExecutable(executable: Buffer, content: Uint8Array): Buffer {
  checkLock(readExecutableBlock(executable), decodeContent(content));
  return withBlock(executable, writeBlock(content));
}

/** The executable as it was released: nothing embedded, nobody's signature. May change `executable`. */
export function emptyExecutable(executable: Buffer): Buffer {
  return withBlock(executable, writeBlock(new Uint8Array()));
}

function withBlock(executable: Buffer, block: Buffer): Buffer {
  block.copy(executable, findBlock(executable));
  return sealExecutable(executable);
}
