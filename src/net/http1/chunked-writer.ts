/**
 * A body that is written over time, chunk by chunk (RFC 9112 7.1).
 */
import { FleetError } from "../../core/errors.ts";
import type { SocketOutput } from "../socket-output.ts";
import { formatChunk, lastChunk } from "./write.ts";

export interface BodyWriter {
  /**
   * Sends the parts as one piece; calls may overlap and leave in order. Nothing is written for no bytes.
   * @returns when the next write is welcome. @throws unavailable when the connection is gone or the body was ended.
   */
  write(...parts: readonly Uint8Array[]): Promise<void>;
  /** Ends the body in order. May be called more than once. */
  end(): Promise<void>;
}

export class ChunkedWriter implements BodyWriter {
  readonly #output: SocketOutput;
  readonly #onEnd: () => void;
  #ended: Promise<void> | undefined;

  constructor(output: SocketOutput, onEnd: () => void) {
    this.#output = output;
    this.#onEnd = onEnd;
  }

  write(...parts: readonly Uint8Array[]): Promise<void> {
    if (this.#ended) return Promise.reject(new FleetError("unavailable", "the body has ended"));
    if (parts.every((part) => part.length === 0)) return Promise.resolve();
    return writeAll(this.#output, formatChunk(parts));
  }

  end(): Promise<void> {
    this.#ended ??= this.#output.write(lastChunk).finally(this.#onEnd);
    return this.#ended;
  }
}

/** Writes in order, without another write in between. */
export function writeAll(output: SocketOutput, parts: readonly Uint8Array[]): Promise<void> {
  if (parts.length === 1 && parts[0]) return output.write(parts[0]);
  const writes = parts.map((part) => output.write(part));
  return Promise.all(writes).then(() => {});
}
