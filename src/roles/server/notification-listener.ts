/**
 * Where other servers say that there may be messages for a client that is connected here: `POST /client/<id hex>`
 * (protocol.md 14). Not authenticated, as in the original: a port for the servers' own network, never a public one.
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { type ClientId, parseClientId } from "../../core/ids.ts";
import type { HostPort } from "../../net/address.ts";
import { HttpError } from "../../net/http-error.ts";
import { type HttpListener, listenHttp } from "../../net/http1/listen-http.ts";

export interface NotificationListenerOptions {
  readonly address: HostPort;
  readonly clock: Clock;
  readonly onNotification: (clientId: ClientId) => void;
}

const prefix = "/client/";

/** @throws as listenHttp. */
export function startNotificationListener({
  address,
  clock,
  onNotification,
}: NotificationListenerOptions): Promise<HttpListener> {
  return listenHttp({
    address,
    clock,
    onRequest: (request) => {
      if (!request.target.startsWith(prefix)) throw new HttpError(404, "there is nothing here");
      if (request.method !== "POST") throw new HttpError(405, "a notification is a POST");
      onNotification(clientIdOf(request.target));
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
