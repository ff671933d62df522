/**
 * Finds where a head ends in bytes that arrive piece by piece, within bounds and without looking twice.
 *
 * Lines end in CR LF and nothing else (RFC 9112 2.2 lets a recipient accept a bare LF; this one does not).
 */
import type { ByteQueue } from "../byte-queue.ts";
import { HttpError } from "../http-error.ts";

export interface HeadLimits {
  /** One line with its CR LF. A client certificate in a header takes up to a few KiB. */
  readonly maxLineBytes: number;
  readonly maxHeaders: number;
  /** The whole head. */
  readonly maxHeadBytes: number;
}

export const defaultHeadLimits: HeadLimits = {
  maxLineBytes: 16 * 1024,
  maxHeaders: 100,
  maxHeadBytes: 32 * 1024,
};

const cr = 0x0d;
const lf = 0x0a;

export class HeadScanner {
  readonly #limits: HeadLimits;
  #lineStart = 0;
  #scanned = 0;
  #lines = 0;

  constructor(limits: HeadLimits = defaultHeadLimits) {
    this.#limits = limits;
  }

  /**
   * @param queue begins with the head; between calls bytes are only added to it.
   * @returns the length of the head with its empty line, or undefined when more is needed.
   * @throws HttpError 400 for a bare LF or an empty first line, 431 over a bound.
   */
  scan(queue: ByteQueue): number | undefined {
    for (;;) {
      const end = queue.indexOf(lf, this.#scanned);
      this.#checkBounds(end === -1 ? queue.length : end + 1);
      if (end === -1) {
        this.#scanned = queue.length;
        return undefined;
      }
      if (end === this.#lineStart || queue.at(end - 1) !== cr) {
        throw new HttpError(400, "a line of the head does not end in CR LF");
      }
      if (end - 1 === this.#lineStart) return this.#atEmptyLine(end + 1);
      this.#lines += 1;
      this.#lineStart = this.#scanned = end + 1;
    }
  }

  #atEmptyLine(length: number): number {
    if (this.#lines === 0) throw new HttpError(400, "the head begins with an empty line");
    return length;
  }

  #checkBounds(reached: number): void {
    const { maxLineBytes, maxHeadBytes, maxHeaders } = this.#limits;
    if (reached - this.#lineStart > maxLineBytes) {
      throw new HttpError(431, `a line of the head is longer than ${maxLineBytes} bytes`);
    }
    if (reached > maxHeadBytes)
      throw new HttpError(431, `the head is longer than ${maxHeadBytes} bytes`);
    if (this.#lines > maxHeaders + 1)
      throw new HttpError(431, `the head has more than ${maxHeaders} headers`);
  }
}
