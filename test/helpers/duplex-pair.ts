/**
 * Two ends of a connection in memory, with backpressure and half-closed ends, for tests without sockets.
 */
import { Duplex } from "node:stream";

class End extends Duplex {
  other: End | undefined;
  #resume: (() => void) | undefined;

  override _read(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    // A copy: sockets do not share memory either.
    if (this.other?.destroyed || this.other?.push(Buffer.from(chunk))) done();
    else if (this.other) this.other.#resume = done;
  }

  override _final(done: () => void): void {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { other } = this;
    if (other && !other.destroyed) queueMicrotask(() => other.destroy());
    done(error);
  }
}

export function makeDuplexPair(): [near: Duplex, far: Duplex] {
  const near = new End({ allowHalfOpen: true });
  const far = new End({ allowHalfOpen: true });
  near.other = far;
  far.other = near;
  return [near, far];
}
