/**
 * Where other servers say that there may be messages for a client that is connected here: `POST /client/<id hex>`
 * (protocol.md 14). Without a key not authenticated, as in the original: a port for the servers' own network, never a
 * public one. With a key (ours.md 1), only those who have it are heard.
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { type ClientId, parseClientId } from "../../core/ids.ts";
import type { HostPort } from "../../net/address.ts";
import { isProven } from "../../net/notification-proof.ts";
import { HttpError } from "../../net/http-error.ts";
import { type HttpListener, listenHttp } from "../../net/http1/listen-http.ts";

export interface NotificationListenerOptions {
  readonly address: HostPort;
  readonly clock: Clock;
  /** A secret, the same on all servers; undefined: everybody is heard. */
  readonly key?: Uint8Array | undefined;
  readonly onNotification: (clientId: ClientId) => void;
}

const prefix = "/client/";

/** @throws as listenHttp. */
export function startNotificationListener({
  address,
  clock,
  key,
  onNotification,
}: NotificationListenerOptions): Promise<HttpListener> {
  return listenHttp({
    address,
    clock,
    onRequest: (request) => {
      if (!request.target.startsWith(prefix)) throw new HttpError(404, "there is nothing here");
      if (request.method !== "POST") throw new HttpError(405, "a notification is a POST");
      const clientId = clientIdOf(request.target);
      if (key && !isProven(key, clientId, request.headers, clock.now())) throw notProven();
      onNotification(clientId);
      return request.respond(200);
    },
  });
}

function clientIdOf(target: string): ClientId {
  try {
    return parseClientId(target.slice(prefix.length));
  } catch (thrown) {
    if (thrown instanceof FleetError) throw new HttpError(400, "that is not a client id");
    throw thrown;
  }
}

function notProven(): HttpError {
  return new HttpError(403, "the notification is not signed with the key", { code: "refused" });
}
