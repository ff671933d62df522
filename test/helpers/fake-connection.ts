/**
 * A Connection without a network: what a test feeds is read, what is written is kept.
 *
 * Held to the same rules as the real ones by connection-suite.ts.
 */
import { FleetError } from "../../src/core/errors.ts";
import type { Connection, PeerIdentity, TransportKind } from "../../src/net/connection.ts";

export interface FakeConnectionOptions {
  readonly identity: PeerIdentity;
  readonly kind?: TransportKind;
  readonly observedAddress?: string;
  readonly fleetClientVersion?: string;
  /** Of a poll. */
  readonly continued?: boolean;
  /** Of a long poll. */
  readonly sameContact?: boolean;
  /** Of a long poll. */
  readonly waitMs?: number;
}

export class FakeConnection implements Connection {
  readonly kind: TransportKind;
  readonly identity: PeerIdentity;
  readonly observedAddress: string;
  readonly fleetClientVersion: string | undefined;
  readonly continued: boolean;
  readonly sameContact: boolean;
  readonly waitMs: number;
  /** Everything that was written, in order. */
  readonly written: Uint8Array[] = [];
  /** The error of the first close that had one. */
  closeError: Error | undefined;

  readonly #gone = new AbortController();
  readonly #incoming: Uint8Array[] = [];
  #ended = false;
  #closed = false;
  #wake: (() => void) | undefined;

  constructor(options: FakeConnectionOptions) {
    this.kind = options.kind ?? "stream";
    this.identity = options.identity;
    this.observedAddress = options.observedAddress ?? "192.0.2.1:4321";
    this.fleetClientVersion = options.fleetClientVersion;
    this.sameContact = options.sameContact ?? false;
    this.continued = this.sameContact || (options.continued ?? false);
    this.waitMs = options.waitMs ?? 0;
  }

  get closed(): AbortSignal {
    return this.#gone.signal;
  }

  /** The peer sends a record. */
  feed(record: Uint8Array): void {
    this.#incoming.push(record);
    this.#wake?.();
  }

  /** The peer ends its side in order. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** The network breaks. */
  break(): void {
    this.#gone.abort(new FleetError("unavailable", "the connection broke"));
    this.#wake?.();
  }

  async read(): Promise<Uint8Array | undefined> {
    for (;;) {
      const record = this.#incoming.shift();
      if (record !== undefined) return record;
      if (this.closed.aborted) throw this.closed.reason;
      if (this.#ended || this.#closed) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async write(record: Uint8Array): Promise<void> {
    if (this.closed.aborted || this.#closed) {
      throw new FleetError("unavailable", "the connection is gone");
    }
    if ((this.kind === "poll" || this.kind === "long_poll") && this.written.length > 0) {
      throw new FleetError("internal", "a poll has one answer");
    }
    this.written.push(record.slice());
  }

  async close(error?: Error): Promise<void> {
    this.closeError ??= error;
    this.#closed = true;
    this.#gone.abort(new FleetError("unavailable", "the connection was closed"));
    this.#wake?.();
  }
}
