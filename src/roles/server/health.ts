/**
 * The health check: 200 "ok" on a port of its own for as long as the server runs (`health_check_config`).
 */
import type { Clock } from "../../core/clock.ts";
import type { HostPort } from "../../net/address.ts";
import { HttpError } from "../../net/http-error.ts";
import { type HttpListener, listenHttp } from "../../net/http1/listen-http.ts";

/** Answers at every path, as probes ask where they please. @throws as listenHttp. */
export function startHealthCheck(address: HostPort, clock: Clock): Promise<HttpListener> {
  return listenHttp({
    address,
    clock,
    onRequest: (request) => {
      const isProbe = request.method === "GET" || request.method === "HEAD";
      if (!isProbe) throw new HttpError(405, "a health check is a GET");
      return request.respond(200, { "Content-Type": "text/plain" }, Buffer.from("ok\n"));
    },
  });
}
