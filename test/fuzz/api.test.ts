/** Whatever is sent to the API, it answers, or says why not: never a fault of the server. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { Hono } from "hono";

import { LiveEvents } from "../../src/observability/live-events.ts";
import { getLog } from "../../src/observability/log.ts";
import { makeApiBackend } from "../../src/roles/admin/api/backend.ts";
import { Dispatcher } from "../../src/roles/admin/api/dispatcher.ts";
import { operations } from "../../src/roles/admin/api/generated/registry.ts";
import type { Operation } from "../../src/roles/admin/api/operation.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { Store } from "../../src/store/store.ts";
import { makeApi } from "../../src/web/api/api.ts";
import type { ApiOperation } from "../../src/web/api/operation.ts";
import { makeContext } from "../helpers/admin-fixture.ts";
import { callerFor, makeThings, withThings } from "../helpers/api-fixture.ts";
import { makeTemporaryFolder } from "../helpers/binary.ts";
import { type Random, makeRandom } from "../helpers/mutations.ts";

const rounds = 150;
const odd: readonly unknown[] = [
  ...[
    "",
    "\0",
    "\u202e",
    "<script>",
    "=1+1",
    "\ud800",
    "x".repeat(3000),
    "0".repeat(16),
    "f".repeat(64),
  ],
  ...[
    "2026-11-21T18:00:00Z",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "2026-11-21",
    "1e400",
  ],
  ...[0, -1, 1.5, 1e308, -0, 2 ** 53, 2 ** 31, 1000, Number.MAX_SAFE_INTEGER, true, false, null],
  ...[[], {}, [[]], [null], ["a", "b"], { a: 1 }, [{ service_name: "client", label: "x" }]],
  ...[{ text: "x" }, { type_url: "x", json: 1 }, { type_url: "google.protobuf.Any", json: {} }],
  ...[
    { type_url: "fleetspeak.Message", json: { priority: 7 } },
    { type_url: "a/b", base64: "*" },
  ],
];

function oddValue(random: Random): unknown {
  return odd[random(odd.length)];
}

/** An example with some of its fields, and some others, odd. */
function oddInput(
  operation: Operation,
  route: ApiOperation,
  random: Random,
): Record<string, unknown> {
  const example = operation.examples[random(operation.examples.length || 1)]?.input;
  const input: Record<string, unknown> = { ...(example as object | undefined) };
  const names = Object.keys(route.fields);
  for (let count = random(4); count > 0; count -= 1) {
    const name = random(20) === 0 ? "__proto__" : names[random(names.length || 1)];
    if (name !== undefined)
      Object.defineProperty(input, name, {
        ...{ value: oddValue(random), enumerable: true, writable: true, configurable: true },
      });
  }
  return input;
}

function targetOf(
  { path, method }: ApiOperation,
  input: Record<string, unknown>,
): [string, string?] {
  const left = { ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = encodeURIComponent(String(left[name]).toWellFormed()) || "%20";
    delete left[name];
    return text;
  });
  if (method === "POST" || method === "PUT") return [filled, JSON.stringify(left)];
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(left)) query.set(name, JSON.stringify(value) ?? "");
  return [`${filled}?${query.toString()}`];
}

const stores: readonly (readonly [string, (folder: string) => Promise<Store>])[] = [
  ["memory", async () => createMemoryStore()],
  ["SQLite", (folder) => openSqliteStore({ path: join(folder, "fleet.sqlite") })],
];

test.each(stores)(
  "odd inputs are answered or refused with a reason: %s",
  async (_, openStore) => {
    using folder = makeTemporaryFolder();
    const context = makeContext({ store: await openStore(folder.path), live: new LiveEvents() });
    await using _store = context.store;
    const things = await makeThings(context.store);
    const backend = makeApiBackend(new Dispatcher(context));
    const stop = new AbortController();
    const api = makeApi({
      ...{ backend, log: getLog("test"), signalOf: () => stop.signal },
      callerOf: () => callerFor("Bearer admin"),
    });
    const app = new Hono().route("/api/v1", api);
    const statuses = new Map<number, number>();
    for (const route of backend.operations.filter(({ streams }) => !streams)) {
      const operation: Operation = operations[route.name as keyof typeof operations];
      for (let seed = 1; seed <= rounds; seed += 1) {
        const input = withThings(oddInput(operation, route, makeRandom(seed)), things);
        const [target, body] = targetOf(route, input);
        const headers = { "content-type": "application/json" };
        const response = await app.request(`http://here/api/v1${target}`, {
          method: route.method,
          ...(body !== undefined && { body, headers }),
        });
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        const told = `${route.name} seed ${seed}: ${response.status} ${target} ${body ?? ""}`;
        if (response.status >= 500) throw new Error(`${told}: ${await response.text()}`);
      }
    }
    stop.abort();
    // Both happen, or nothing was tried.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(rounds);
    expect(statuses.get(400) ?? 0).toBeGreaterThan(rounds);
  },
  60_000,
);
