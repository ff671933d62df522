/**
 * Frames in, messages and control frames out (RFC 6455 5.4 and 5.5). Pure and incremental: bytes in any pieces.
 *
 * Memory grows with what has arrived, never with what was announced. Messages are still compressed here, and binary
 * always: deflate.ts inflates them.
 */
import { ByteQueue } from "../byte-queue.ts";
import { GrowingBuffer } from "../growing-buffer.ts";
import { WebSocketError, closeCode, mayBeSent } from "./close-codes.ts";
import { type FrameHead, type HeadRules, broken, isControl, takeHead } from "./frame-head.ts";
import { maskedCopy, opcode } from "./frames.ts";

export type WebSocketEvent =
  | { readonly kind: "message"; readonly bytes: Uint8Array; readonly compressed: boolean }
  | { readonly kind: "ping" | "pong"; readonly bytes: Uint8Array }
  /** The code is 1005 where none was given. Nothing follows it. */
  | { readonly kind: "close"; readonly code: number };

export interface FrameDecoderOptions extends HeadRules {
  /** Bytes of one message as sent. */
  readonly maxBytes: number;
}

interface OpenMessage {
  readonly buffer: GrowingBuffer;
  readonly compressed: boolean;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

export class FrameDecoder {
  readonly #queue = new ByteQueue();
  readonly #rules: HeadRules;
  #maxBytes: number;
  /** Of the frame whose payload is arriving. */
  #head: FrameHead | undefined;
  #received = 0;
  #message: OpenMessage | undefined;
  #control: GrowingBuffer | undefined;
  #closed = false;

  constructor(options: FrameDecoderOptions) {
    this.#rules = options;
    this.#maxBytes = options.maxBytes;
  }

  /** The limit for frames whose head has not arrived yet. */
  set maxBytes(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether something has begun and not ended. */
  get midMessage(): boolean {
    return this.#message !== undefined || this.#head !== undefined || this.#queue.length > 0;
  }

  /** Bytes that are held of what is unfinished. */
  get heldBytes(): number {
    return (this.#message?.buffer.length ?? 0) + this.#queue.length;
  }

  /** The decoder takes the chunk over and does not change it. */
  push(chunk: Uint8Array): void {
    if (!this.#closed) this.#queue.append(chunk);
  }

  /**
   * The next event, its bytes the caller's own; undefined when more is needed, and after a close.
   * @throws WebSocketError with the code to close with.
   */
  next(): WebSocketEvent | undefined {
    while (!this.#closed) {
      this.#head ??= this.#takeHead();
      if (!this.#head || !this.#takePayload(this.#head)) return undefined;
      const event = this.#endFrame(this.#head);
      if (event) return event;
    }
    return undefined;
  }

  #takeHead(): FrameHead | undefined {
    const head = takeHead(this.#queue, this.#rules);
    if (!head) return undefined;
    this.#received = 0;
    if (isControl(head.opcode)) this.#control = new GrowingBuffer(head.length);
    else this.#openMessage(head);
    return head;
  }

  #openMessage(head: FrameHead): void {
    const continues = head.opcode === opcode.continuation;
    if (continues !== (this.#message !== undefined)) {
      throw broken(continues ? "nothing is to be continued" : "a message begins inside another");
    }
    const held = this.#message?.buffer.length ?? 0;
    if (held + head.length > this.#maxBytes) throw tooBig(held + head.length, this.#maxBytes);
    const maxBytes = head.fin ? held + head.length : this.#maxBytes;
    this.#message ??= { buffer: new GrowingBuffer(maxBytes), compressed: head.compressed };
  }

  /** @returns whether the payload is whole. */
  #takePayload({ length, mask }: FrameHead): boolean {
    const piece = this.#queue.take(length - this.#received);
    const plain = mask ? maskedCopy(piece, mask, this.#received) : piece;
    (this.#control ?? this.#message?.buffer)?.append(plain);
    this.#received += piece.length;
    return this.#received === length;
  }

  #endFrame(head: FrameHead): WebSocketEvent | undefined {
    this.#head = undefined;
    const control = this.#control;
    this.#control = undefined;
    if (control) return this.#endControl(head.opcode, control.bytes());
    const message = this.#message;
    if (!head.fin || !message) return undefined;
    this.#message = undefined;
    return { kind: "message", bytes: message.buffer.bytes(), compressed: message.compressed };
  }

  #endControl(code: number, bytes: Buffer): WebSocketEvent {
    if (code === opcode.ping) return { kind: "ping", bytes };
    if (code === opcode.pong) return { kind: "pong", bytes };
    this.#closed = true;
    this.#message = undefined;
    this.#queue.skip(this.#queue.length);
    return { kind: "close", code: readCloseCode(bytes) };
  }
}

function readCloseCode(bytes: Buffer): number {
  if (bytes.length === 0) return closeCode.none;
  if (bytes.length === 1) throw broken("a close frame holds half a code");
  const code = bytes.readUInt16BE(0);
  if (!mayBeSent(code)) throw broken(`the close code ${code} may not be sent`);
  checkReason(bytes.subarray(2));
  return code;
}

function checkReason(reason: Uint8Array): void {
  try {
    utf8.decode(reason);
  } catch (cause) {
    const message = "the reason of a close frame is not UTF-8";
    throw new WebSocketError(closeCode.invalidPayload, message, { cause });
  }
}

function tooBig(bytes: number, maxBytes: number): WebSocketError {
  const message = `a message of at least ${bytes} bytes is over the limit of ${maxBytes} bytes`;
  return new WebSocketError(closeCode.tooBig, message);
}
