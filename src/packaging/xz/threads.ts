/**
 * xz on all processors: pieces of the input are compressed apart and joined (container.ts), the same bytes however many
 * threads there are.
 */
import { availableParallelism } from "node:os";

import { FleetError } from "../../core/errors.ts";
import { joinStreams } from "./container.ts";

export interface Piece {
  readonly number: number;
  readonly bytes: Uint8Array;
}

export interface PackedPiece {
  readonly number: number;
  /** One .xz stream. */
  readonly bytes: Uint8Array;
}

export interface CompressOptions {
  /** @param done bytes of the input that are compressed. */
  readonly onProgress?: (done: number) => void;
  /** Default: one for each processor. */
  readonly threads?: number;
  /** What is compressed apart; default: three times the dictionary, as xz itself divides. */
  readonly pieceBytes?: number;
}

const defaultPieceBytes = 24 * 1024 * 1024;
/** Each takes some 150 MB. */
const maxThreads = 8;

/** @returns a .xz file. */
export async function compressXz(
  input: Uint8Array,
  options: CompressOptions = {},
): Promise<Buffer> {
  const pieces = divide(input, options);
  const wanted = options.threads ?? availableParallelism();
  const count = Math.max(1, Math.min(wanted, pieces.length, maxThreads));
  const queue = [...pieces];
  const packed: Uint8Array[] = [];
  let done = 0;
  const onPacked = (piece: Piece, bytes: Uint8Array) => {
    packed[piece.number] = bytes;
    done += piece.bytes.length;
    options.onProgress?.(done);
  };
  await Promise.all(Array.from({ length: count }, () => workOff(queue, onPacked)));
  return joinStreams(packed);
}

function divide(input: Uint8Array, { pieceBytes = defaultPieceBytes }: CompressOptions): Piece[] {
  const count = Math.max(1, Math.ceil(input.length / pieceBytes));
  return Array.from({ length: count }, (_, number) => ({
    number,
    bytes: input.subarray(number * pieceBytes, (number + 1) * pieceBytes),
  }));
}

async function workOff(
  queue: Piece[],
  onPacked: (piece: Piece, bytes: Uint8Array) => void,
): Promise<void> {
  const thread = startThread();
  try {
    for (let piece = queue.shift(); piece; piece = queue.shift()) {
      onPacked(piece, await packIn(thread, piece));
    }
  } finally {
    thread.terminate();
  }
}

/** The bundler puts everything into one folder, entry points in their own (scripts/lib/compile.ts). */
function startThread(): Worker {
  const isCompiled = /[/\\](\$bunfs|~BUN)[/\\]/.test(import.meta.path);
  return new Worker(
    isCompiled ? "./packaging/xz/worker.ts" : new URL("./worker.ts", import.meta.url),
  );
}

function packIn(thread: Worker, piece: Piece): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }: MessageEvent<PackedPiece>) => resolve(data.bytes);
    thread.onerror = ({ message }) =>
      reject(new FleetError("internal", `compressing failed: ${message}`));
    // A part of a buffer would go with the whole of it.
    const bytes = new Uint8Array(piece.bytes);
    thread.postMessage({ ...piece, bytes }, [bytes.buffer]);
  });
}
