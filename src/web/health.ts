/**
 * /healthz and /readyz of the web listener, for everybody who reaches it: which checks there are and which fail, never why.
 */
import { Hono } from "hono";

import { type Readiness, formatReadiness, withoutReasons } from "../observability/readiness.ts";

/** To be mounted before anything that asks who is there. */
export function healthRoutes(readiness: Pick<Readiness, "report">): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", async (context) => {
    const report = await readiness.report();
    const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
    const status = report.status === "ok" ? 200 : 503;
    return context.body(formatReadiness(withoutReasons(report)), status, headers);
  });
  return app;
}
