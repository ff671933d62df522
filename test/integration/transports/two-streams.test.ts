/** Two live streams of one identity: the newer one counts, and somebody may have copied the client (ours.md 4). */
import { afterEach, beforeEach, expect, test } from "bun:test";

import { systemClock } from "../../../src/core/clock.ts";
import { Events } from "../../../src/observability/events.ts";
import { configureLog, getLog } from "../../../src/observability/log.ts";
import { Metrics } from "../../../src/observability/metrics.ts";
import { runServer } from "../../helpers/running-server.ts";
import { newTestIdentity } from "../../helpers/raw-client.ts";
import { openStream } from "../../helpers/raw-stream.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const area = "two-streams-test";
let lines: string[] = [];

beforeEach(() => {
  lines = [];
  const write = (line: string) => void (line.includes(area) && lines.push(line));
  configureLog({ level: "warning", format: "console", write });
});
afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

async function replaced(metrics: Metrics): Promise<number> {
  const { text } = await metrics.render();
  return Number(/^fleet_streams_replaced_total (\d+)$/m.exec(text)?.[1]);
}

test("the older stream is ended each time, which is counted, and logged within bounds", async () => {
  using metrics = new Metrics({ clock: systemClock, services: [] });
  const events = new Events(getLog(area), systemClock, metrics);
  await using run = await runServer({ events });
  const identity = newTestIdentity();
  using stack = new DisposableStack();
  let last = stack.use(await openStream(run.server.address, identity));
  expect(await replaced(metrics)).toBe(0);
  for (let times = 1; times <= 12; times += 1) {
    const newer = stack.use(await openStream(run.server.address, identity));
    await last.waitForClose();
    await waitFor(async () => (await replaced(metrics)) === times, { what: "it is counted" });
    last = newer;
  }
  expect(last.closed).toBe(false);
  expect(run.server.connectedCount).toBe(1);
  expect(lines.length).toBe(10);
  expect(lines[0]).toContain(`client ${identity.clientId} opened another stream from 127.0.0.1:`);
});

test("streams of two clients do not touch each other", async () => {
  using metrics = new Metrics({ clock: systemClock, services: [] });
  const events = new Events(getLog(area), systemClock, metrics);
  await using run = await runServer({ events });
  using one = await openStream(run.server.address);
  using _other = await openStream(run.server.address);
  await waitFor(() => run.server.connectedCount === 2, { what: "two streams" });
  expect(one.closed).toBe(false);
  expect(await replaced(metrics)).toBe(0);
});
