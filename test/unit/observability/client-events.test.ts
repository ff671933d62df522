import { afterEach, beforeEach, describe, expect, test } from "bun:test";

import { contactFailures } from "../../../src/core/contact-failure.ts";
import { FleetError } from "../../../src/core/errors.ts";
import { ClientEvents } from "../../../src/observability/client-events.ts";
import { configureLog, getLog } from "../../../src/observability/log.ts";
import { Metrics } from "../../../src/observability/metrics.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { newIdentity } from "../../helpers/server-fixture.ts";

const facts = { server: "fleet:443", transport: "stream", proxy: "proxy:3128" };
const { clientId } = newIdentity();
/** Other tests of the process may log too. */
const area = "client-events-test";
let lines: string[] = [];

beforeEach(() => {
  lines = [];
  const write = (line: string) => void (line.includes(area) && lines.push(line));
  configureLog({ level: "info", format: "console", write });
});
afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

function start() {
  const clock = new FakeClock();
  const metrics = new Metrics({ clock, services: [] });
  const events = new ClientEvents(getLog(area), clock, metrics);
  const fail = (
    error: FleetError,
    changed: { server?: string; transport?: string; proxy?: undefined } = {},
  ) => events.contactFailed({ ...facts, ...changed, error });
  return { clock, metrics, events, fail };
}

const refused = new FleetError("unavailable", "the proxy proxy:3128 refuses CONNECT", {
  failure: "proxy_refused",
});

describe("the failures of a client's contacts", () => {
  test("are counted by cause, here and in the metrics", async () => {
    const { events, fail, metrics } = start();
    fail(refused);
    fail(refused);
    fail(new FleetError("deadline_exceeded", "the first record is not answered"));
    expect(events.failures).toEqual({ proxy_refused: 2, unanswered: 1 });
    const { text } = await metrics.render();
    expect(text).toContain('fleet_client_contact_failures_total{cause="proxy_refused"} 2\n');
    expect(text).toContain('fleet_client_contact_failures_total{cause="unanswered"} 1\n');
  });

  test("have a cause for every code of an error", () => {
    const { events, fail } = start();
    const codes = ["not_found", "refused", "invalid_data", "unavailable", "internal"] as const;
    for (const code of codes) fail(new FleetError(code, "x"));
    expect(events.failures).toEqual({ refused: 2, invalid: 1, lost: 1, other: 1 });
    for (const failure of Object.keys(events.failures))
      expect(contactFailures.map(String)).toContain(failure);
  });

  test("name the proxy and the cause in one line, and only where there is a proxy", () => {
    const { fail } = start();
    fail(refused);
    fail(new FleetError("unavailable", "gone"), { server: "near:443", proxy: undefined });
    expect(lines[0]).toContain(
      "contact with fleet:443 by stream through the proxy proxy:3128 failed (proxy_refused)",
    );
    expect(lines[1]).toContain(
      "contact with near:443 by stream failed (lost), goes on trying: gone",
    );
  });

  test("are one line in ten minutes for each cause, whatever a proxy says", async () => {
    const { clock, fail } = start();
    for (let round = 0; round < 1_000; round += 1) {
      fail(new FleetError("unavailable", `answers ${round}`, { failure: "proxy_invalid" }));
      fail(refused, { transport: round % 2 === 0 ? "stream" : "poll" });
      await clock.advance(500);
    }
    expect(lines.length).toBe(3);
    await clock.advance(600_000);
    fail(refused);
    expect(lines.length).toBe(4);
    expect(lines[3]).toContain("(499 more like it were left out)");
  });

  test("are a line a minute where every contact ends like that", async () => {
    const { clock, events, fail } = start();
    for (let second = 0; second < 300; second += 1) {
      events.contactMade({ ...facts, clientId });
      fail(refused);
      await clock.advance(1_000);
    }
    expect(lines.filter((line) => line.includes("failed")).length).toBe(5);
  });
});
