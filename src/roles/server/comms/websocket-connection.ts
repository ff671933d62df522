/**
 * One `GET /streaming-websocket` as a Connection: each binary message is one record of a stream (ours.md 4).
 */
import { FleetError, toFleetError } from "../../../core/errors.ts";
import type { BodyAccount } from "../../../net/body-budget.ts";
import type { Connection, PeerIdentity, TransportKind } from "../../../net/connection.ts";
import type { ServerRequest, UpgradedSocket } from "../../../net/http1/server-request.ts";
import { closeCode, closeCodeOf } from "../../../net/websocket/close-codes.ts";
import { acceptUpgrade } from "../../../net/websocket/handshake.ts";
import { MessageStream } from "../../../net/websocket/message-stream.ts";
import type { BodyRules, Peer } from "./peer.ts";

export const subprotocol = "fleetspeak.v1";

export class WebSocketConnection implements Connection {
  readonly kind: TransportKind = "websocket";
  readonly identity: PeerIdentity;
  readonly observedAddress: string;
  readonly fleetClientVersion: string | undefined;
  readonly closed: AbortSignal;
  readonly #rules: BodyRules;
  readonly #account: BodyAccount;
  readonly #socket: UpgradedSocket;
  readonly #messages: MessageStream;
  #established = false;
  #closing: Promise<void> | undefined;

  /**
   * Answers 101.
   * @param firstBytes the limit of the first record: less than the usual for a client that is not stored yet.
   * @throws HttpError for a request that cannot be upgraded, resource_exhausted when all bodies together hold too much.
   */
  constructor(request: ServerRequest, peer: Peer, firstBytes: number, rules: BodyRules) {
    this.identity = peer.identity;
    this.observedAddress = peer.observedAddress;
    this.fleetClientVersion = request.headers.only("fleet-client");
    this.closed = request.closed;
    this.#rules = rules;
    const { headers, deflate } = acceptUpgrade(request.headers, subprotocol);
    this.#account = rules.budget.open(this.identity.clientId);
    this.#socket = request.upgrade(headers);
    this.#messages = new MessageStream(this.#socket, {
      side: "server",
      deflate,
      maxBytes: firstBytes,
      clock: rules.clock,
      pace: rules.pace,
      firstIsDue: true,
      account: this.#account,
    });
  }

  read(): Promise<Uint8Array | undefined> {
    return this.#closing ? Promise.resolve(undefined) : this.#messages.read();
  }

  write(record: Uint8Array): Promise<void> {
    if (this.#closing) {
      return Promise.reject(new FleetError("unavailable", "the WebSocket was closed here"));
    }
    if (!this.#established) {
      // By then the client is stored, and its records may have their full size.
      this.#established = true;
      this.#messages.maxBytes = this.#rules.maxContactBytes;
    }
    return this.#messages.write(record);
  }

  close(error?: Error): Promise<void> {
    this.#closing ??= this.#close(error);
    return this.#closing;
  }

  async #close(error: Error | undefined): Promise<void> {
    this.#account[Symbol.dispose]();
    const code = error ? closeCodeOf(toFleetError(error)) : closeCode.normal;
    await this.#messages.close(code);
    this.#socket.finish();
  }
}
