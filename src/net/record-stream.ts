/**
 * Records over a body that stays open (protocol.md 5): reading them off one, writing them to one.
 */
import type { Clock } from "../core/clock.ts";
import type { BodyAccount } from "./body-budget.ts";
import type { ByteSource } from "./byte-source.ts";
import type { FlushingDeflater } from "./compression.ts";
import type { BodyWriter } from "./http1/chunked-writer.ts";
import { HttpError } from "./http-error.ts";
import { defaultPace, type Pace, PaceMeter } from "./pace.ts";
import {
  encodeLength,
  encodeMagic,
  RecordDecoder,
  type RecordDecoderOptions,
} from "./record-framing.ts";

export interface RecordReaderOptions extends RecordDecoderOptions {
  readonly clock: Clock;
  /** How slowly a record may arrive; between records a peer may be silent for as long as it likes. */
  readonly pace?: Pace;
  /** Whether the first record is due at once, so that the pace holds for the wait for it too. */
  readonly firstIsDue?: boolean;
  /** Told what the unfinished record holds; the caller disposes it. */
  readonly account?: BodyAccount;
  /** Asked when reading failed: whether the peer just left, which between records is an end in order. */
  readonly hasLeft?: () => boolean;
}

export class RecordReader {
  readonly #source: ByteSource;
  readonly #decoder: RecordDecoder;
  readonly #options: RecordReaderOptions;
  /** Of the record that is arriving. */
  #meter: PaceMeter | undefined;

  constructor(source: ByteSource, options: RecordReaderOptions) {
    this.#source = source;
    this.#options = options;
    this.#decoder = new RecordDecoder(options);
    if (options.firstIsDue) this.#meter = this.#newMeter();
  }

  /** Holds for records whose length has not arrived yet: a new client's first one is shorter (ours.md 5). */
  set maxBytes(maxBytes: number) {
    this.#decoder.maxBytes = maxBytes;
  }

  /**
   * The next record, the caller's own; undefined when the body has ended in order. One call at a time.
   * @throws HttpError 400 for a broken or oversized record, 408 for a slow one; unavailable when the connection broke.
   */
  async read(): Promise<Uint8Array | undefined> {
    for (;;) {
      const record = this.#decoder.next();
      if (record !== undefined) return this.#finish(record);
      if (this.#decoder.midRecord) await this.#hold();
      const piece = await this.#readPiece().catch((thrown: unknown) => this.#onFailure(thrown));
      if (piece === undefined) return this.#onEnd();
      this.#decoder.push(piece);
    }
  }

  #finish(record: Uint8Array): Uint8Array {
    this.#meter = undefined;
    this.#options.account?.hold(0);
    return record;
  }

  #readPiece(): Promise<Uint8Array | undefined> {
    const piece = this.#source.read(this.#meter);
    return this.#options.account?.guard(piece) ?? piece;
  }

  #onFailure(thrown: unknown): undefined {
    if (this.#decoder.midRecord || !this.#options.hasLeft?.()) throw thrown;
  }

  async #hold(): Promise<void> {
    this.#meter ??= this.#newMeter();
    this.#options.account?.hold(this.#decoder.heldBytes);
    await this.#options.account?.room();
  }

  #onEnd(): undefined {
    if (this.#decoder.midRecord)
      throw new HttpError(400, "the stream ends in the middle of a record");
    return undefined;
  }

  #newMeter(): PaceMeter {
    return new PaceMeter(this.#options.pace ?? defaultPace, this.#options.clock);
  }
}

export interface RecordWriterOptions {
  /** Whether the magic goes before the first record: clients send it. */
  readonly sendMagic: boolean;
  /** Compresses the stream; the caller disposes it. */
  readonly deflater?: FlushingDeflater;
}

export class RecordWriter {
  readonly #body: BodyWriter;
  readonly #deflater: FlushingDeflater | undefined;
  #magicIsDue: boolean;

  constructor(body: BodyWriter, options: RecordWriterOptions) {
    this.#body = body;
    this.#deflater = options.deflater;
    this.#magicIsDue = options.sendMagic;
  }

  /** Calls may overlap and leave in order. @returns when the next is welcome. @throws unavailable. */
  async write(record: Uint8Array): Promise<void> {
    const parts = [encodeLength(record.length), record];
    if (this.#magicIsDue) parts.unshift(encodeMagic());
    this.#magicIsDue = false;
    if (!this.#deflater) return this.#body.write(...parts);
    return this.#body.write(await this.#deflater.deflate(...parts));
  }

  end(): Promise<void> {
    return this.#body.end();
  }
}
