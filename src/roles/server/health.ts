/**
 * The health check on a port of its own (`health_check_config`): /readyz says whether the server can do its work, with the
 * reasons; every other path, /healthz among them, is 200 "ok" for as long as the process answers.
 */
import type { Clock } from "../../core/clock.ts";
import type { HostPort } from "../../net/address.ts";
import { HttpError } from "../../net/http-error.ts";
import { type Readiness, formatReadiness } from "../../observability/readiness.ts";
import { type HttpListener, listenHttp } from "../../net/http1/listen-http.ts";

/** Answers at every path, as probes ask where they please. @throws as listenHttp. */
export function startHealthCheck(
  address: HostPort,
  clock: Clock,
  readiness: Readiness,
): Promise<HttpListener> {
  return listenHttp({
    address,
    clock,
    onRequest: async (request) => {
      const isProbe = request.method === "GET" || request.method === "HEAD";
      if (!isProbe) throw new HttpError(405, "a health check is a GET");
      if (request.target.split("?")[0] !== "/readyz") {
        return await request.respond(200, { "Content-Type": "text/plain" }, Buffer.from("ok\n"));
      }
      const report = await readiness.report();
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
      const status = report.status === "ok" ? 200 : 503;
      await request.respond(status, headers, Buffer.from(formatReadiness(report)));
    },
  });
}
