/**
 * The routes of the clients' port (protocol.md 3): which request becomes which Connection.
 */
import type { ClientId } from "../../../core/ids.ts";
import type { Connection } from "../../../net/connection.ts";
import { HttpError } from "../../../net/http-error.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import type { BodyRules, Peer } from "./peer.ts";
import { PollConnection } from "./poll-connection.ts";
import { StreamConnection } from "./stream-connection.ts";

export interface RouteOptions {
  readonly rules: BodyRules;
  /** Bytes of a contact of a client that is not stored yet; ours.md 5. */
  readonly newIdentityBytes: number;
  readonly isKnown: (clientId: ClientId) => Promise<boolean>;
  /** Serves a connection to its end; never rejects. */
  readonly serve: (connection: Connection) => Promise<void>;
  /** Whether the stream routes are there; `disable_streaming`. */
  readonly streaming: boolean;
}

/**
 * Serves one request.
 * @throws HttpError for what has no route or is not for it; the caller answers.
 */
export async function routeRequest(
  request: ServerRequest,
  peer: Peer,
  options: RouteOptions,
): Promise<void> {
  switch (request.target) {
    case "/message":
      requirePost(request);
      return options.serve(
        new PollConnection(request, peer, await firstBytes(peer, options), options.rules),
      );
    case "/streaming-message":
      if (!options.streaming) break;
      requirePost(request);
      return options.serve(
        new StreamConnection(request, peer, await firstBytes(peer, options), options.rules),
      );
  }
  throw new HttpError(404, "there is nothing at this path");
}

function requirePost(request: ServerRequest): void {
  if (request.method !== "POST") throw new HttpError(400, "this path takes POST only");
}

async function firstBytes(peer: Peer, options: RouteOptions): Promise<number> {
  const known = await options.isKnown(peer.identity.clientId);
  return known ? options.rules.maxContactBytes : options.newIdentityBytes;
}
