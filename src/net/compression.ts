/**
 * `Content-Encoding: deflate`, which is the zlib format (RFC 1950; protocol.md 3): which it is, and streams of it.
 *
 * inflate-whole.ts has whole bodies.
 */
import { type Deflate, type Inflate, constants, createDeflate, createInflate } from "node:zlib";

import { FleetError } from "../core/errors.ts";
import type { ByteSource } from "./byte-source.ts";
import type { Headers } from "./http1/headers.ts";
import { HttpError } from "./http-error.ts";
import type { PaceMeter } from "./pace.ts";

export type ContentCoding = "identity" | "deflate";

/** @throws HttpError 415 for another coding than deflate, or for several (protocol.md 3). */
export function contentCodingOf(headers: Headers): ContentCoding {
  const value = headers.only("content-encoding")?.toLowerCase() ?? "identity";
  if (value === "identity" || value === "deflate") return value;
  throw new HttpError(415, "the only content encoding understood is deflate");
}

/** Inflates what it pulls, as far as it is asked for: a small input that inflates without end costs no memory. */
export class InflatingSource implements ByteSource, Disposable {
  readonly #source: ByteSource;
  /** A stream that ends between two flushes ends in order: the records in it tell what is missing. */
  readonly #inflate: Inflate = createInflate({
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  #fedBytes = 0;
  #failure: FleetError | undefined;
  /** Whether the inflater has taken all it was given. */
  #hungry = true;
  #sourceEnded = false;
  #ended = false;
  #wake: () => void = () => {};

  constructor(source: ByteSource) {
    this.#source = source;
    this.#inflate.on("error", (cause) => {
      this.#failure ??= new HttpError(400, "the body is not a zlib stream", {
        cause,
      });
      this.#wake();
    });
    this.#inflate.on("readable", () => this.#wake());
    this.#inflate.on("end", () => {
      this.#ended = true;
      this.#wake();
    });
  }

  async read(meter?: PaceMeter): Promise<Uint8Array | undefined> {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (this.#failure) throw this.#failure;
      const piece: unknown = this.#inflate.read();
      if (piece instanceof Uint8Array && piece.length > 0) return piece;
      if (this.#ended) return undefined;
      if (this.#hungry && !this.#sourceEnded) await this.#feed(meter);
      else await changed;
    }
  }

  [Symbol.dispose](): void {
    this.#inflate.close();
  }

  async #feed(meter: PaceMeter | undefined): Promise<void> {
    const piece = await this.#source.read(meter);
    if (piece === undefined) {
      this.#sourceEnded = true;
      this.#inflate.end();
      return;
    }
    this.#hungry = false;
    this.#fedBytes += piece.length;
    this.#inflate.write(piece, () => this.#onTaken());
  }

  #onTaken(): void {
    this.#hungry = true;
    if (this.#inflate.bytesWritten !== this.#fedBytes) {
      this.#failure ??= new HttpError(400, "something follows the end of the compressed body");
    }
    this.#wake();
  }
}

/** Deflates pieces so that each can be inflated as soon as it has arrived. */
export class FlushingDeflater implements Disposable {
  readonly #deflate: Deflate = createDeflate();
  #failure: unknown;
  #giveUp: () => void = () => {};
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#deflate.on("error", (cause) => {
      this.#failure ??= cause;
    });
  }

  /** Calls may overlap; their results resolve in order. */
  deflate(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
    const result = this.#last.then(() => this.#deflateNow(parts));
    this.#last = result.catch(() => {});
    return result;
  }

  [Symbol.dispose](): void {
    this.#failure ??= new FleetError("unavailable", "the stream was closed");
    this.#deflate.close();
    this.#giveUp();
  }

  #deflateNow(parts: readonly Uint8Array[]): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const pieces: Uint8Array[] = [];
      const failed = () =>
        reject(
          new FleetError("unavailable", "nothing is deflated any more", {
            cause: this.#failure,
          }),
        );
      this.#giveUp = failed;
      if (this.#failure) return failed();
      const onData = (piece: Uint8Array) => void pieces.push(piece);
      this.#deflate.on("data", onData);
      for (const part of parts) this.#deflate.write(part);
      this.#deflate.flush(constants.Z_SYNC_FLUSH, () => {
        this.#deflate.off("data", onData);
        if (this.#failure) failed();
        else resolve(Buffer.concat(pieces));
      });
    });
  }
}
