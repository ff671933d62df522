/**
 * The metrics on a port of their own (`stats_config`), where Prometheus looks: GET /metrics.
 */
import type { Clock } from "../../core/clock.ts";
import type { HostPort } from "../../net/address.ts";
import { HttpError } from "../../net/http-error.ts";
import { type HttpListener, listenHttp } from "../../net/http1/listen-http.ts";
import type { Metrics } from "../../observability/metrics.ts";

/** @throws as listenHttp. */
export function startStats(
  address: HostPort,
  clock: Clock,
  metrics: Metrics,
): Promise<HttpListener> {
  return listenHttp({
    address,
    clock,
    onRequest: async (request) => {
      if (request.target !== "/metrics") throw new HttpError(404, "the metrics are at /metrics");
      if (request.method !== "GET") throw new HttpError(405, "metrics are read with GET");
      const { text, contentType } = await metrics.render();
      await request.respond(200, { "Content-Type": contentType }, Buffer.from(text));
    },
  });
}
