/** A thread that compresses pieces, one after another, as they come. */
import { type Compress, loadCompressor } from "./compressor.ts";
import type { PackedPiece, Piece } from "./threads.ts";

declare const self: {
  onmessage: ((event: { readonly data: Piece }) => void) | null;
  postMessage(message: PackedPiece): void;
};

let compress: Compress | undefined;

self.onmessage = ({ data: { number, bytes, preset } }) => {
  compress ??= loadCompressor();
  self.postMessage({ number, bytes: compress(bytes, preset) });
};
