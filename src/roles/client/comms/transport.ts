/**
 * The seam between the client's contacts and what carries them: opens a channel to one server.
 *
 * A stream's channel carries many records each way; that of a poll or a long poll one exchange after the other. Transports
 * know nothing of contacts, and contacts nothing of HTTP.
 */
import type { FleetError } from "../../../core/errors.ts";
import type { TransportKind } from "../../../net/connection.ts";
import type { ClientCredentials } from "../state/identity.ts";

export interface ChannelOptions {
  /** "host:port" as configured. */
  readonly server: string;
  readonly credentials: ClientCredentials;
  /** Ends the channel, also while it opens. */
  readonly signal: AbortSignal;
  /** Long polls only: how long each answer may wait for a message; undefined: it is given at once. */
  readonly waitSeconds?: number;
}

export interface ClientChannel extends AsyncDisposable {
  /**
   * Sends one serialized WrappedContactData. Resolves when the next may be written.
   * @param how of polls: `continued` says that all answers before it arrived, so that the server need not offer again
   * what is still worked on.
   */
  write(record: Uint8Array, how?: { readonly continued: boolean }): Promise<void>;
  /** The next serialized ContactData; undefined once the server has ended its side in order. */
  read(): Promise<Uint8Array | undefined>;
  /** Ends this side in order; `read` goes on. */
  finish(): Promise<void>;
  /** Long polls only: whether the server said of the last answer that it would have waited. */
  readonly waits?: boolean;
}

export interface ClientTransport {
  readonly kind: TransportKind;
  /**
   * @throws FleetError; one for which `blamesTransport` is true says that this server may be reached by another one.
   */
  open(options: ChannelOptions): Promise<ClientChannel>;
}

/** Whether the way of talking failed (no such route, no answer to the first record), and not the server. */
export function blamesTransport(error: FleetError): boolean {
  return error.code === "not_found" || error.code === "deadline_exceeded";
}
