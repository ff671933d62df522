/** A thread that compresses pieces, one after another, as they come. */
import { type Xz, loadXz } from "./compressor.ts";
import type { PackedPiece, Piece } from "./threads.ts";

declare const self: {
  onmessage: ((event: { readonly data: Piece }) => void) | null;
  postMessage(message: PackedPiece): void;
};

let xz: Xz | undefined;

self.onmessage = ({ data: { number, bytes } }) => {
  xz ??= loadXz();
  self.postMessage({ number, bytes: xz.compress(bytes) });
};
