/**
 * One `POST /streaming-message` as a Connection: records both ways in two open bodies (protocol.md 5).
 */
import { toFleetError } from "../../../core/errors.ts";
import type { BodyAccount } from "../../../net/body-budget.ts";
import { InflatingSource, contentCodingOf } from "../../../net/compression.ts";
import type { Connection, PeerIdentity, TransportKind } from "../../../net/connection.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import { RecordReader, RecordWriter } from "../../../net/record-stream.ts";
import type { BodyRules, Peer } from "./peer.ts";

export class StreamConnection implements Connection {
  readonly kind: TransportKind = "stream";
  readonly identity: PeerIdentity;
  readonly observedAddress: string;
  readonly fleetClientVersion: string | undefined;
  readonly #request: ServerRequest;
  readonly #rules: BodyRules;
  readonly #inflating: InflatingSource | undefined;
  readonly #account: BodyAccount;
  readonly #reader: RecordReader;
  #writer: RecordWriter | undefined;
  #closed = false;

  /**
   * @param firstBytes the limit of the first record: less than the usual for a client that is not stored yet.
   * @throws HttpError 415 for an unknown compression, resource_exhausted when all bodies together hold too much.
   */
  constructor(request: ServerRequest, peer: Peer, firstBytes: number, rules: BodyRules) {
    this.identity = peer.identity;
    this.observedAddress = peer.observedAddress;
    this.fleetClientVersion = request.headers.only("fleet-client");
    this.#request = request;
    this.#rules = rules;
    this.#account = rules.budget.open(this.identity.clientId);
    const compressed = contentCodingOf(request.headers) === "deflate";
    this.#inflating = compressed ? new InflatingSource(request.body) : undefined;
    this.#reader = new RecordReader(this.#inflating ?? request.body, {
      expectMagic: true,
      maxBytes: firstBytes,
      clock: rules.clock,
      pace: rules.pace,
      firstIsDue: true,
      account: this.#account,
      // A stock client that is stopped closes its connection, and does not end the body first.
      hasLeft: () => request.body.leftBehind,
    });
  }

  get closed(): AbortSignal {
    return this.#request.closed;
  }

  read(): Promise<Uint8Array | undefined> {
    return this.#closed ? Promise.resolve(undefined) : this.#reader.read();
  }

  async write(record: Uint8Array): Promise<void> {
    await this.#startedWriter().write(record);
  }

  async close(error?: Error): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#account[Symbol.dispose]();
    // What was written is flushed by end(); an error breaks off, so that the peer does not take it for an orderly end.
    if (error !== undefined || this.#writer === undefined)
      await this.#request.fail(toFleetError(error));
    else await this.#writer.end().catch(() => {});
    this.#inflating?.[Symbol.dispose]();
  }

  /** The answer begins with the first record: by then the client is stored, and its records may have their full size. */
  #startedWriter(): RecordWriter {
    if (this.#writer === undefined) {
      const body = this.#request.startChunked(200, { "Content-Type": "application/octet-stream" });
      this.#writer = new RecordWriter(body, { sendMagic: false });
      this.#reader.maxBytes = this.#rules.maxContactBytes;
    }
    return this.#writer;
  }
}
