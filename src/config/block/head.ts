/**
 * The sealed block: 64 KiB inside every executable, which hold nothing in a release and a client's configuration after
 * `fleet repack`. Here is its frame; what is in it says content.ts.
 *
 *     magic 16 | version u32 | capacity u32 | length u32 | zero u32 | SHA-256 of the content 32 | content | zeros
 *
 * Numbers are little-endian. The magic is computed, so that this code does not hold it: it occurs once in an executable.
 */
import { createHash } from "node:crypto";

import { FleetError } from "../../core/errors.ts";

export const blockBytes = 64 * 1024;
const headBytes = 64;
/** How many bytes of content fit. */
export const contentCapacity = blockBytes - headBytes;

const version = 1;
const at = { version: 16, capacity: 20, length: 24, hash: 32 } as const;

function magic(): Buffer {
  return sha256(Buffer.from("fleet sealed configuration block")).subarray(0, at.version);
}

/** @param content empty: as in a release. @throws configuration when it does not fit. */
export function writeBlock(content: Uint8Array): Buffer {
  if (content.length > contentCapacity) {
    throw new FleetError(
      "configuration",
      `the content has ${content.length} bytes, and the block holds ${contentCapacity}`,
    );
  }
  const block = Buffer.alloc(blockBytes);
  magic().copy(block);
  block.writeUInt32LE(version, at.version);
  block.writeUInt32LE(blockBytes, at.capacity);
  block.writeUInt32LE(content.length, at.length);
  if (content.length > 0) sha256(content).copy(block, at.hash);
  block.set(content, headBytes);
  return block;
}

/** @returns a copy of the content; undefined: the block is empty. @throws invalid_data for a block that is damaged. */
export function readBlock(block: Buffer): Buffer | undefined {
  if (block.length !== blockBytes || !block.subarray(0, at.version).equals(magic())) {
    throw damaged("it does not begin as one");
  }
  const found = block.readUInt32LE(at.version);
  if (found !== version || block.readUInt32LE(at.capacity) !== blockBytes) {
    throw damaged(`it is of version ${found}, and this fleet knows ${version}`);
  }
  const length = block.readUInt32LE(at.length);
  if (length > contentCapacity) throw damaged(`it is said to hold ${length} bytes`);
  const content = Buffer.from(block.subarray(headBytes, headBytes + length));
  // Writing it again shows every other difference: the hash, and bytes that belong to nothing.
  if (!writeBlock(content).equals(block)) throw damaged("its hash is not that of its content");
  return length === 0 ? undefined : content;
}

/** @returns where the block of an executable begins. @throws invalid_data unless it has exactly one. */
export function findBlock(executable: Buffer): number {
  const wanted = magic();
  const first = executable.indexOf(wanted);
  if (first === -1) {
    throw new FleetError("invalid_data", "this executable has no configuration block", {
      hint: "Name a file of a release of fleet.",
    });
  }
  if (executable.includes(wanted, first + 1)) {
    throw new FleetError("invalid_data", "this executable has more than one configuration block");
  }
  if (first + blockBytes > executable.length) throw damaged("it ends after the file");
  return first;
}

/** @returns the hash of it as bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function damaged(why: string): FleetError {
  return new FleetError("invalid_data", `the configuration block is damaged: ${why}`, {
    hint: "Repack the file anew, from a release that its SHA256SUMS verify.",
  });
}
