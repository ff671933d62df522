/**
 * Bytes that have arrived and were not consumed yet, as one contiguous view.
 *
 * A chunk that meets an empty queue is taken over without copying. Views that were handed out stay valid:
 * consumed space is never written again.
 */
const minCapacity = 1024;
const empty = Buffer.alloc(0);

export class ByteQueue {
  #buffer: Buffer = empty;
  #start = 0;
  #end = 0;
  /** Whether the space behind #end belongs to this queue alone. */
  #owned = false;

  get length(): number {
    return this.#end - this.#start;
  }

  /** All unconsumed bytes: a view, to be read only. */
  get view(): Buffer {
    return this.#start === 0 && this.#end === this.#buffer.length
      ? this.#buffer
      : this.#buffer.subarray(this.#start, this.#end);
  }

  /** The byte at an index from the front; the caller knows that it is there. */
  at(index: number): number | undefined {
    return index < this.length ? this.#buffer[this.#start + index] : undefined;
  }

  /** The index from the front of the first such byte at or after `from`, or -1. */
  indexOf(byte: number, from = 0): number {
    const found = this.#buffer.indexOf(byte, this.#start + from);
    return found === -1 || found >= this.#end ? -1 : found - this.#start;
  }

  /** The queue takes the chunk over: nobody else may write to it. */
  append(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.length === 0) {
      this.#adopt(chunk);
      return;
    }
    if (!this.#owned || this.#buffer.length - this.#end < chunk.length) this.#grow(chunk.length);
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** Consumes `count` bytes (at most what is there) and returns a view of them. */
  take(count: number): Buffer {
    const end = Math.min(this.#start + count, this.#end);
    const taken = this.#buffer.subarray(this.#start, end);
    this.#start = end;
    if (end === this.#end) this.#release();
    return taken;
  }

  /** Consumes `count` bytes (at most what is there). */
  skip(count: number): void {
    this.#start = Math.min(this.#start + count, this.#end);
    if (this.#start === this.#end) this.#release();
  }

  #adopt(chunk: Uint8Array): void {
    this.#buffer = Buffer.isBuffer(chunk)
      ? chunk
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#start = 0;
    this.#end = chunk.length;
    this.#owned = false;
  }

  /** A chunk of a socket can be half a megabyte: it is not kept for the sake of no byte. */
  #release(): void {
    this.#buffer = empty;
    this.#start = 0;
    this.#end = 0;
    this.#owned = false;
  }

  #grow(extra: number): void {
    const unread = this.view;
    const grown = Buffer.allocUnsafeSlow(Math.max(minCapacity, 2 * (unread.length + extra)));
    grown.set(unread);
    this.#buffer = grown;
    this.#start = 0;
    this.#end = unread.length;
    this.#owned = true;
  }
}
