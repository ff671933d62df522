/**
 * One `POST /message` as a Connection: one record in, one out (protocol.md 3).
 */
import { FleetError, toFleetError } from "../../../core/errors.ts";
import type { Connection, PeerIdentity, TransportKind } from "../../../net/connection.ts";
import type { HeaderList } from "../../../net/http1/write.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import { readWholeBody } from "../../../net/read-body.ts";
import type { BodyRules, Peer } from "./peer.ts";

export class PollConnection implements Connection {
  readonly kind: TransportKind = "poll";
  readonly identity: PeerIdentity;
  readonly observedAddress: string;
  readonly fleetClientVersion: string | undefined;
  readonly continued: boolean;
  readonly sameContact: boolean;
  readonly #request: ServerRequest;
  readonly #rules: BodyRules;
  /** Bytes; less than the usual for a client that is not stored yet. */
  readonly #maxBytes: number;
  #read = false;

  constructor(request: ServerRequest, peer: Peer, maxBytes: number, rules: BodyRules) {
    this.identity = peer.identity;
    this.observedAddress = peer.observedAddress;
    this.fleetClientVersion = request.headers.only("fleet-client");
    const contact = request.headers.only("fleet-contact");
    this.sameContact = contact === "same";
    this.continued = this.sameContact || contact === "continued";
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#rules = rules;
  }

  get closed(): AbortSignal {
    return this.#request.closed;
  }

  async read(): Promise<Uint8Array | undefined> {
    if (this.#read) return undefined;
    this.#read = true;
    using account = this.#rules.budget.open(this.identity.clientId);
    return await readWholeBody(this.#request, {
      maxBytes: this.#maxBytes,
      clock: this.#rules.clock,
      pace: this.#rules.pace,
      account,
    });
  }

  write(record: Uint8Array): Promise<void> {
    const headers = { "Content-Type": "application/octet-stream", ...this.answerHeaders };
    return this.#request.respond(200, headers, record);
  }

  /** What the answer carries besides. */
  protected get answerHeaders(): HeaderList {
    return {};
  }

  async close(error?: Error): Promise<void> {
    if (this.#request.responded) return;
    await this.#request.fail(
      toFleetError(error ?? new FleetError("internal", "a poll got no answer")),
    );
  }
}
