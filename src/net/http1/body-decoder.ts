/**
 * Bodies out of a queue of bytes: by Content-Length, chunked, or until the end (RFC 9112 6 and 7.1).
 *
 * Pure: the decoders take what has arrived and say when they need more.
 */
import type { ByteQueue } from "../byte-queue.ts";
import type { BodyFraming } from "./framing.ts";
import { parseHeaders } from "./head.ts";
import { HttpError, quote } from "../http-error.ts";

export interface BodyDecoder {
  /** Whether the whole body has been taken. */
  readonly done: boolean;
  /** Whether the end of the connection is the orderly end of this body. */
  readonly endsWithConnection: boolean;
  /**
   * The next piece, a view that is never empty; undefined when more is needed or the body is done.
   * @throws HttpError 400 for a chunk that is none, 431 for a trailer over the bounds.
   */
  next(queue: ByteQueue): Buffer | undefined;
}

export function decoderOf(framing: BodyFraming): BodyDecoder {
  switch (framing.kind) {
    case "none":
      return new LengthDecoder(0);
    case "length":
      return new LengthDecoder(framing.length);
    case "chunked":
      return new ChunkedDecoder();
    case "until_close":
      return new UntilCloseDecoder();
  }
}

class LengthDecoder implements BodyDecoder {
  readonly endsWithConnection = false;
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  get done(): boolean {
    return this.#left === 0;
  }

  next(queue: ByteQueue): Buffer | undefined {
    if (this.#left === 0 || queue.length === 0) return undefined;
    const piece = queue.take(this.#left);
    this.#left -= piece.length;
    return piece;
  }
}

class UntilCloseDecoder implements BodyDecoder {
  readonly done = false;
  readonly endsWithConnection = true;

  next(queue: ByteQueue): Buffer | undefined {
    return queue.length === 0 ? undefined : queue.take(queue.length);
  }
}

/** A chunk-size line with its extension and CR LF. */
const maxSizeLineBytes = 256;
/** Extensions of all chunks of a body together: they are not counted as content by anybody else. */
const maxExtensionBytes = 16 * 1024;
const maxTrailerBytes = 8 * 1024;
/** chunk-size [ chunk-ext ], without the spaces that RFC 9112 7.1.1 calls bad. */
const sizeLine =
  /^([0-9A-Fa-f]{1,12})((?:;[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:=(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+|"(?:[\t !#-[\]-~]|\\[\t -~])*"))?)*)$/;
const lf = 0x0a;
const cr = 0x0d;

class ChunkedDecoder implements BodyDecoder {
  readonly endsWithConnection = false;
  #state: "size" | "data" | "data_end" | "trailer" | "done" = "size";
  #left = 0;
  #extensionBytes = 0;
  #trailerBytes = 0;

  get done(): boolean {
    return this.#state === "done";
  }

  next(queue: ByteQueue): Buffer | undefined {
    for (;;) {
      if (this.#state === "data") return this.#takeData(queue);
      if (this.#state === "done" || !this.#takeLine(queue)) return undefined;
    }
  }

  #takeData(queue: ByteQueue): Buffer | undefined {
    if (queue.length === 0) return undefined;
    const piece = queue.take(this.#left);
    this.#left -= piece.length;
    if (this.#left === 0) {
      this.#state = "data_end";
      // The end of the last chunk is seen with its last piece whenever it has arrived.
      this.#takeEnds(queue);
    }
    return piece;
  }

  #takeEnds(queue: ByteQueue): void {
    while (this.#state !== "data" && this.#state !== "done" && this.#takeLine(queue));
  }

  #takeLine(queue: ByteQueue): boolean {
    if (this.#state === "data_end") return this.#takeDataEnd(queue);
    const isTrailer = this.#state === "trailer";
    const line = takeLine(queue, isTrailer ? maxTrailerBytes : maxSizeLineBytes);
    if (line === undefined) return false;
    if (isTrailer) this.#onTrailer(line);
    else this.#onSize(line);
    return true;
  }

  #takeDataEnd(queue: ByteQueue): boolean {
    const first = queue.at(0);
    const second = queue.at(1);
    if ((first !== undefined && first !== cr) || (second !== undefined && second !== lf)) {
      throw new HttpError(400, "a chunk is longer than its size");
    }
    if (second === undefined) return false;
    queue.skip(2);
    this.#state = "size";
    return true;
  }

  #onSize(line: string): void {
    const match = sizeLine.exec(line);
    if (!match) throw new HttpError(400, `${quote(line)} is not a chunk size`);
    this.#extensionBytes += match[2]?.length ?? 0;
    if (this.#extensionBytes > maxExtensionBytes) {
      throw new HttpError(400, `chunk extensions are longer than ${maxExtensionBytes} bytes`);
    }
    this.#left = Number.parseInt(match[1] ?? "", 16);
    this.#state = this.#left === 0 ? "trailer" : "data";
  }

  /** Trailers are checked and dropped: nothing here has a use for them (RFC 9110 6.5.1). */
  #onTrailer(line: string): void {
    if (line === "") {
      this.#state = "done";
      return;
    }
    this.#trailerBytes += line.length + 2;
    if (this.#trailerBytes > maxTrailerBytes) {
      throw new HttpError(431, `the trailers are longer than ${maxTrailerBytes} bytes`);
    }
    const trailer = parseHeaders([line], 0);
    // What frames a message has no place behind it.
    if (trailer.has("content-length") || trailer.has("transfer-encoding")) {
      throw new HttpError(400, `the trailer ${quote(line)} came too late`);
    }
  }
}

/** A line without its CR LF, or undefined while it has not arrived. */
function takeLine(queue: ByteQueue, maxBytes: number): string | undefined {
  const end = queue.indexOf(lf);
  if ((end === -1 ? queue.length : end) >= maxBytes) {
    throw new HttpError(400, `a line of a chunked body is longer than ${maxBytes} bytes`);
  }
  if (end === -1) return undefined;
  if (end === 0 || queue.at(end - 1) !== cr) {
    throw new HttpError(400, "a line of a chunked body does not end in CR LF");
  }
  return queue.take(end + 1).toString("latin1", 0, end - 1);
}
