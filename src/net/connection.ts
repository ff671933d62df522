/**
 * The seam between transports and contacts: one request of one client, whatever carried it.
 *
 * A poll is a connection with one record each way; a stream and a WebSocket have many. Mutual TLS, the
 * header modes, PROXY, WebSocket and long poll all end in this interface and add nothing to it;
 * roles/server/contact.ts reads it and knows no transport. test/helpers/fake-connection.ts is the other
 * implementation, and test/helpers/connection-suite.ts holds both to the rules below.
 */
import type { ClientId } from "../core/ids.ts";

/** Who is at the other end, as proved by the possession of a private key. */
export interface PeerIdentity {
  readonly clientId: ClientId;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

export type TransportKind = "poll" | "long_poll" | "stream" | "websocket";

export interface Connection {
  readonly kind: TransportKind;
  /** Belongs to this one request, never to the socket under it. */
  readonly identity: PeerIdentity;
  /** "address:port" of the client, as far out as a trusted proxy told us. */
  readonly observedAddress: string;
  /** What the peer said of itself in `Fleet-Client` (its version), if it is a client of ours. */
  readonly fleetClientVersion: string | undefined;
  /** A poll of ours: whether it goes on where the one before left off, so that nothing is offered again (ours.md 4). */
  readonly continued?: boolean;
  /** A long poll of ours: whether it belongs to the contact whose nonce it gives back (ours.md 4). Continued then, too. */
  readonly sameContact?: boolean;
  /** A long poll: how long its answer may wait for a message, milliseconds. */
  readonly waitMs?: number;
  /** Aborted when the connection is gone, with a FleetError as the reason. Nothing is delivered after it. */
  readonly closed: AbortSignal;

  /**
   * The next serialized WrappedContactData, in a buffer that the caller owns; undefined once the peer has
   * ended its side in order. The next record is not read from the network before it is asked for, beyond
   * what one socket read brought.
   *
   * @throws FleetError invalid_data for bytes that break the framing, resource_exhausted for a record
   * over the limits, unavailable when the connection broke.
   */
  read(): Promise<Uint8Array | undefined>;

  /**
   * Sends one serialized ContactData. Resolves when the next may be written (backpressure), not when it arrived.
   * Calls may overlap; records are never mixed and leave in the order of the calls. A poll takes exactly one, its answer, and so does a
   * long poll.
   *
   * @throws FleetError unavailable when the connection is gone.
   */
  write(record: Uint8Array): Promise<void>;

  /**
   * Ends the connection in order: what was written is flushed first. With an error, and before anything was
   * written, a request is answered by that error's HTTP status instead. May be called more than once.
   */
  close(error?: Error): Promise<void>;
}
