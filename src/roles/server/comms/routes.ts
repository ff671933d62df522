/**
 * The routes of the clients' port (protocol.md 3): which request becomes which Connection.
 */
import type { ClientId } from "../../../core/ids.ts";
import type { Connection } from "../../../net/connection.ts";
import { HttpError } from "../../../net/http-error.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import { type FileRouteOptions, filesPrefix, serveFile } from "./files.ts";
import { LongPollConnection, preferredWaitMs } from "./long-poll-connection.ts";
import type { BodyRules, Peer } from "./peer.ts";
import { PollConnection } from "./poll-connection.ts";
import { StreamConnection } from "./stream-connection.ts";
import { WebSocketConnection } from "./websocket-connection.ts";

export interface RouteOptions {
  readonly rules: BodyRules;
  /** Bytes of a contact of a client that is not stored yet; ours.md 5. */
  readonly newIdentityBytes: number;
  readonly isKnown: (clientId: ClientId) => Promise<boolean>;
  /** Serves a connection to its end; never rejects. */
  readonly serve: (connection: Connection) => Promise<void>;
  readonly files: FileRouteOptions;
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
      return options.serve(await openPoll(request, peer, options));
    case "/streaming-message":
      if (!options.streaming) break;
      requirePost(request);
      return options.serve(
        new StreamConnection(request, peer, await firstBytes(peer, options), options.rules),
      );
    case "/streaming-websocket":
      if (!options.streaming) break;
      checkWebSocket(request);
      return options.serve(
        new WebSocketConnection(request, peer, await firstBytes(peer, options), options.rules),
      );
  }
  if (request.target.startsWith(filesPrefix)) return serveFile(request, peer, options.files);
  throw new HttpError(404, "there is nothing at this path");
}

async function openPoll(
  request: ServerRequest,
  peer: Peer,
  options: RouteOptions,
): Promise<Connection> {
  const maxBytes = await firstBytes(peer, options);
  const waitMs = preferredWaitMs(request.headers);
  return waitMs === undefined
    ? new PollConnection(request, peer, maxBytes, options.rules)
    : new LongPollConnection(request, peer, maxBytes, options.rules, waitMs);
}

/** Only browsers send Origin, and no page may speak for a client whose certificate the browser holds (ours.md 4). */
function checkWebSocket(request: ServerRequest): void {
  if (request.method !== "GET") throw new HttpError(400, "this path takes GET only");
  if (request.headers.has("origin")) {
    throw new HttpError(403, "a WebSocket with an Origin is refused", { code: "refused" });
  }
}

function requirePost(request: ServerRequest): void {
  if (request.method !== "POST") throw new HttpError(400, "this path takes POST only");
}

async function firstBytes(peer: Peer, options: RouteOptions): Promise<number> {
  const known = await options.isKnown(peer.identity.clientId);
  return known ? options.rules.maxContactBytes : options.newIdentityBytes;
}
