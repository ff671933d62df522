import { afterEach, beforeEach, expect, test } from "bun:test";

import { Events } from "../../../src/observability/events.ts";
import { configureLog, getLog } from "../../../src/observability/log.ts";
import { Metrics } from "../../../src/observability/metrics.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { newIdentity } from "../../helpers/server-fixture.ts";

const area = "refused-peers-test";
let lines: string[] = [];

beforeEach(() => {
  lines = [];
  const write = (line: string) => void (line.includes(area) && lines.push(line));
  configureLog({ level: "info", format: "console", write });
});
afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

test("a peer that is refused again and again is counted each time, and logged ten times a minute", async () => {
  const clock = new FakeClock();
  const metrics = new Metrics({ clock, services: [] });
  const events = new Events(getLog(area), clock, metrics);
  const { clientId } = newIdentity();
  for (let port = 1; port <= 1000; port += 1) {
    const address = `192.0.2.7:${port}`;
    events.contactRejected({ clientId, address, transport: "poll", reason: "too large" });
    events.requestRejected({ address, reason: "no client certificate" });
  }
  events.requestRejected({ address: "[2001:db8::1]:5", reason: "no client certificate" });
  expect(lines.filter((line) => line.includes("contact of client"))).toHaveLength(10);
  expect(lines.filter((line) => line.includes("request from 192.0.2.7"))).toHaveLength(10);
  expect(lines.filter((line) => line.includes("2001:db8::1"))).toHaveLength(1);
  const { text } = await metrics.render();
  expect(text).toContain('fleet_contacts_rejected_total{stage="contact"} 1000\n');
  expect(text).toContain('fleet_contacts_rejected_total{stage="request"} 1001\n');
  await clock.advance(60_000);
  events.contactRejected({ clientId, address: "192.0.2.7:1", transport: "poll", reason: "x" });
  events.requestRejected({ address: "192.0.2.7:1", reason: "x" });
  const told = lines.filter((line) => line.includes("were left out"));
  expect(told.map((line) => line.slice(line.indexOf(": ") + 2))).toEqual([
    `990 more lines on client ${clientId} were left out\n`,
    "990 more lines on requests from 192.0.2.7 were left out\n",
  ]);
});
