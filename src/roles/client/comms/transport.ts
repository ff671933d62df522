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

/**
 * How a poll stands to those before it (ours.md 4): "continued" says that all their answers arrived, so that the server
 * need not offer again what is still worked on; "same", of long polls, also that it belongs to the contact whose nonce
 * it gives back; "anew" says neither.
 */
export type PollStanding = "anew" | "continued" | "same";

export interface ClientChannel extends AsyncDisposable {
  /**
   * Sends one serialized WrappedContactData. Resolves when the next may be written.
   * @param standing of polls; undefined: "anew".
   */
  write(record: Uint8Array, standing?: PollStanding): Promise<void>;
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
