/**
 * A server role with its live feed served as server-sent events, for benchmarks/watch.ts: started as a process of its own,
 * so that its CPU time is its own. Prints one line of JSON with its addresses, and ends with its standard input.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { systemClock } from "../../src/core/clock.ts";
import { Events } from "../../src/observability/events.ts";
import { LiveFeed } from "../../src/observability/live-feed.ts";
import { getLog } from "../../src/observability/log.ts";
import { createNoopService } from "../../src/roles/server/services/noop.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { lastEventIdOf, sseResponse } from "../../src/web/sse.ts";
import { runServer } from "../../test/helpers/running-server.ts";

const folder = mkdtempSync(join(tmpdir(), "fleet-watched-"));
// Nothing is kept on after a reader has left: the runs without one are to be without.
const live = new LiveFeed(systemClock, { lingerMs: 0 });
const events = new Events(getLog("events"), systemClock, undefined, live);
const store = await openSqliteStore({
  path: join(folder, "fleet.sqlite"),
  lockPath: join(folder, "lock"),
  onCommit: (info) => events.committed(info),
});
const services = new Map([["bench", { service: createNoopService(), maxParallelism: 100 }]]);
const run = await runServer({ store, events, services });
const web = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  idleTimeout: 60,
  development: false,
  fetch(request) {
    const { signal } = request;
    const source = live.events.subscribe({ after: lastEventIdOf(request), signal });
    return sseResponse(source, { signal });
  },
});
console.log(
  JSON.stringify({ https: run.server.address, events: String(web.url), pid: process.pid }),
);

await Bun.stdin.text();
await web.stop(true);
await run[Symbol.asyncDispose]();
live[Symbol.dispose]();
await store[Symbol.asyncDispose]();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
