/** How the content of a package is compressed: xz as it is distributed, gzip where seconds count more than megabytes. */
import { gzipSync } from "node:zlib";

export interface Compression {
  /** As rpm calls it. */
  readonly name: "xz" | "gzip";
  /** What dpkg has at the end of a member's name. */
  readonly suffix: "xz" | "gz";
  readonly compress: (bytes: Uint8Array) => Promise<Uint8Array>;
}

export const gzip: Compression = {
  name: "gzip",
  suffix: "gz",
  compress: (bytes) => Promise.resolve(gzipPortable(bytes)),
};

/** The same header on every system: which one it was made on is nobody's business. */
export function gzipPortable(bytes: Uint8Array): Buffer {
  const packed = gzipSync(bytes);
  packed[9] = 255;
  return packed;
}

/** On all processors, loaded when it is used. @param onProgress told how many bytes are done, and of how many. */
export function xz(onProgress: (done: number, total: number) => void): Compression {
  return {
    name: "xz",
    suffix: "xz",
    compress: async (bytes) => {
      const { compressXz } = await import("./xz/threads.ts");
      return await compressXz(bytes, { onProgress: (done) => onProgress(done, bytes.length) });
    },
  };
}
