/**
 * The end of a connection after its last answer: our side ends, and the peer has a while to do the same.
 *
 * A socket that is closed while bytes are unread is reset, and the reset can overtake the answer (RFC 9112 9.6).
 */
import type { Clock } from "../../core/clock.ts";
import { Deadline } from "../deadline.ts";
import type { SocketInput } from "../socket-input.ts";
import type { SocketOutput } from "../socket-output.ts";

/** What is read and dropped of a body that nobody wanted. */
const maxDroppedBytes = 4 * 1024 * 1024;

export interface LingerOptions {
  readonly clock: Clock;
  /** From the moment in which the answer is with the socket, milliseconds. */
  readonly lingerMs: number;
  /** The peer has sent too much or taken too long. */
  readonly onOver: () => void;
}

export class LingeringClose implements Disposable {
  readonly #input: SocketInput;
  readonly #output: SocketOutput;
  readonly #options: LingerOptions;
  readonly #deadline: Deadline;

  constructor(input: SocketInput, output: SocketOutput, options: LingerOptions) {
    this.#input = input;
    this.#output = output;
    this.#options = options;
    this.#deadline = new Deadline(options.clock);
  }

  begin(): void {
    const { lingerMs, onOver } = this.#options;
    this.#output.end();
    this.#deadline.set(lingerMs, onOver);
    let dropped = 0;
    this.#input.discard((count) => {
      dropped += count;
      if (dropped > maxDroppedBytes) onOver();
    });
  }

  [Symbol.dispose](): void {
    this.#deadline[Symbol.dispose]();
  }
}
