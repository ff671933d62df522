import { expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { Readiness } from "../../../src/observability/readiness.ts";
import { healthRoutes } from "../../../src/web/health.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

function makeApp(fault?: FleetError) {
  const check = () => {
    if (fault) throw fault;
  };
  return healthRoutes(new Readiness({ clock: new FakeClock(), checks: [{ name: "disk", check }] }));
}

test("the web listener says that the process lives", async () => {
  const answer = await makeApp().request("/healthz");
  expect([answer.status, await answer.text()]).toEqual([200, "ok\n"]);
});

test("it says which check fails, and to those it does not know not why", async () => {
  expect((await makeApp().request("/readyz")).status).toBe(200);
  const fault = new FleetError("resource_exhausted", 'less is free in "/srv/secret"', {
    hint: "Look into /srv/secret.",
  });
  const answer = await makeApp(fault).request("/readyz");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "no-store"]);
  expect(await answer.json()).toEqual({
    status: "failed",
    time: expect.any(String),
    checks: [{ name: "disk", status: "failed" }],
  });
});
