import { expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import { LoopLag } from "../../../../src/observability/loop-lag.ts";
import { Readiness } from "../../../../src/observability/readiness.ts";
import {
  type ReadinessSubjects,
  readinessChecks,
} from "../../../../src/roles/all/readiness-checks.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";

const hourMs = 3_600_000;

type Faults = Partial<Record<"listener" | "disk", FleetError>>;

async function report(fields: Partial<Omit<ReadinessSubjects, "server">> = {}, faults?: Faults) {
  const clock = new FakeClock();
  await using store = createMemoryStore();
  using lag = new LoopLag(clock);
  const fail = (fault: FleetError | undefined) => () => {
    if (fault) throw fault;
  };
  const server = faults && {
    checkAccepting: fail(faults.listener),
    checkDisk: fail(faults.disk),
  };
  const certificate = () => ({ from: clock.now() - hourMs, to: clock.now() + 2 * hourMs });
  const checks = readinessChecks({ clock, store, lag, server, certificate, ...fields });
  const { checks: results } = await new Readiness({ clock, checks }).report();
  return results.flatMap(({ name, status, reason }) =>
    status === "ok" ? [name] : [`${name}: ${reason}`],
  );
}

test("a process without a clients' port answers for its store and its event loop", async () => {
  expect(await report()).toEqual(["store", "event_loop"]);
});

test("a server that can do its work passes everything", async () => {
  expect(await report({}, {})).toEqual([
    ...["store", "listener", "certificate", "disk", "event_loop"],
  ]);
});

test("what the server says against itself is the reason", async () => {
  const faults = {
    listener: new FleetError("unavailable", "nothing listens on 127.0.0.1:6060"),
    disk: new FleetError("resource_exhausted", "less than 5 bytes are free"),
  };
  expect(await report({}, faults)).toEqual([
    "store",
    "listener: nothing listens on 127.0.0.1:6060",
    "certificate",
    "disk: less than 5 bytes are free",
    "event_loop",
  ]);
});

test("a store that is closed cannot be written", async () => {
  const store = createMemoryStore();
  await store[Symbol.asyncDispose]();
  expect((await report({ store }))[0]).toContain("store: ");
});

test.each([
  ["began too late", 1, 3, "is valid only from"],
  ["has ended", -2, -1, "ended on"],
  ["ends within the hour", -2, 0.9, "ends on"],
])("a certificate that %s", async (_name, from, to, reason) => {
  const now = new FakeClock().now();
  const certificate = () => ({ from: now + from * hourMs, to: now + to * hourMs });
  expect((await report({ certificate }, {}))[2]).toContain(
    `certificate: the server's certificate ${reason}`,
  );
});

test("behind a proxy that does TLS there is no certificate to judge", async () => {
  expect((await report({ certificate: () => undefined }, {}))[2]).toBe("certificate");
});

test("an event loop that was more than a second late has failed", async () => {
  const at = (worstMs: number) => report({ lag: { worstMs } });
  expect((await at(1000))[1]).toBe("event_loop");
  expect((await at(1001))[1]).toBe("event_loop: the event loop was 1001 ms late");
});
