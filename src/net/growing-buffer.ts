/**
 * Bytes that are gathered until they are whole: memory grows with what has arrived, not with what was announced.
 */
const firstCapacity = 4096;

export class GrowingBuffer {
  readonly #maxBytes: number;
  #buffer: Buffer;
  #length = 0;

  /** @param maxBytes more than which the caller never appends. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#buffer = Buffer.allocUnsafeSlow(Math.min(maxBytes, firstCapacity));
  }

  get length(): number {
    return this.#length;
  }

  append(piece: Uint8Array): void {
    this.#reserve(this.#length + piece.length);
    this.#buffer.set(piece, this.#length);
    this.#length += piece.length;
  }

  /** A view of all of it, the caller's own if nothing is appended afterwards. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(needed: number): void {
    if (needed <= this.#buffer.length) return;
    const doubled = Math.min(this.#maxBytes, 2 * this.#buffer.length);
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, doubled));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}
