import { describe, expect, test } from "bun:test";

import { AlertRules } from "../../../src/observability/alert-rules.ts";
import { Alerts } from "../../../src/observability/alerts.ts";
import { LiveEvents } from "../../../src/observability/live-events.ts";
import { LiveFeed } from "../../../src/observability/live-feed.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { LiveReader } from "../../helpers/live-reader.ts";
import { newIdentity } from "../../helpers/server-fixture.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function start() {
  const clock = new FakeClock();
  const live = new LiveEvents(clock);
  const alerts = new Alerts(clock, live);
  const rules = new AlertRules(clock, alerts);
  return { clock, alerts, rules, reader: new LiveReader(live) };
}

function kinds(alerts: Alerts): string[] {
  return alerts.list().map(({ kind }) => kind);
}

/** Contacts of one client, one after the other. */
function opener(rules: AlertRules) {
  const { clientId } = newIdentity();
  return (receivedNonce: bigint, sentNonce: bigint) =>
    rules.contactOpened({ clientId, receivedNonce, sentNonce });
}

describe("alerts", () => {
  test("one that is raised again is the same, and told of only when it says something else", async () => {
    const { clock, alerts, reader } = start();
    alerts.raise("disk", "", "critical", "full", { hint: "delete" });
    await clock.advance(1000);
    alerts.raise("disk", "", "critical", "full", { hint: "delete" });
    expect(reader.of("alert.raised")).toHaveLength(1);
    alerts.raise("disk", "", "critical", "fuller", { hint: "delete" });
    expect(reader.of("alert.raised")).toHaveLength(2);
    expect(alerts.list()).toEqual([
      {
        ...{ id: "disk:", kind: "disk", severity: "critical", text: "fuller", hint: "delete" },
        since: "2027-01-15T08:00:00.000000Z",
      },
    ]);
  });

  test("one that is over is told of once", () => {
    const { alerts, reader } = start();
    alerts.raise("disk", "", "critical", "full");
    alerts.clear("disk", "");
    alerts.clear("disk", "");
    expect(alerts.list()).toEqual([]);
    expect(reader.of("alert.cleared")).toMatchObject([{ alert: { id: "disk:", text: "full" } }]);
  });

  test("one that holds for a while is over when it was not raised again", async () => {
    const { clock, alerts, reader } = start();
    alerts.raise("a", "", "info", "short", { holdMs: 1000 });
    alerts.raise("b", "", "info", "long", { holdMs: 5000 });
    await clock.advance(900);
    alerts.raise("a", "", "info", "short", { holdMs: 1000 });
    await clock.advance(900);
    expect(kinds(alerts)).toEqual(["b", "a"]);
    await clock.advance(200);
    expect(kinds(alerts)).toEqual(["b"]);
    await clock.advance(4000);
    expect(alerts.list()).toEqual([]);
    expect(reader.of("alert.cleared")).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  test("the worst comes first, then the newest", () => {
    const { alerts } = start();
    alerts.raise("a", "", "info", "x");
    alerts.raise("b", "", "critical", "x");
    alerts.raise("c", "", "warning", "x");
    alerts.raise("d", "", "warning", "x");
    expect(kinds(alerts)).toEqual(["b", "d", "c", "a"]);
  });

  test("of one kind so many stand and no more, and others stay", () => {
    const { alerts, reader } = start();
    alerts.raise("disk", "", "critical", "full");
    for (let index = 0; index < 200; index += 1) alerts.raise("clone", `${index}`, "info", "x");
    expect(alerts.list()).toHaveLength(51);
    expect(kinds(alerts)[0]).toBe("disk");
    expect(reader.of("alert.cleared")).toHaveLength(150);
  });

  test("texts of others are cut", () => {
    const { alerts } = start();
    alerts.raise("service", "k".repeat(5000), "info", "t".repeat(5000));
    const [alert] = alerts.list();
    expect(alert?.text).toHaveLength(200);
    expect(alert?.id.length).toBeLessThan(220);
    alerts.clear("service", "k".repeat(5000));
    expect(alerts.list()).toEqual([]);
  });
});

describe("what raises an alert", () => {
  test("another key than the one stored, for an hour", async () => {
    const { clock, alerts, rules } = start();
    const { clientId } = newIdentity();
    rules.keyMismatch(clientId, "192.0.2.1:1");
    expect(alerts.list()).toMatchObject([{ severity: "critical", client_id: clientId }]);
    await clock.advance(60 * minuteMs);
    expect(alerts.list()).toEqual([]);
  });

  test("streams that take each other's place again and again; one that does once is a client in a hurry", async () => {
    const { clock, alerts, rules } = start();
    const { clientId } = newIdentity();
    const others = [newIdentity(), newIdentity(), newIdentity()];
    rules.streamReplaced(clientId, "192.0.2.1:1");
    rules.streamReplaced(clientId, "192.0.2.1:1");
    for (const other of others) rules.streamReplaced(other.clientId, "192.0.2.2:1");
    await clock.advance(15 * minuteMs);
    rules.streamReplaced(clientId, "192.0.2.1:1");
    expect(alerts.list()).toEqual([]);
    rules.streamReplaced(clientId, "192.0.2.1:1");
    rules.streamReplaced(clientId, "192.0.2.3:1");
    expect(alerts.list()).toMatchObject([{ kind: "clone", client_id: clientId }]);
    await clock.advance(15 * minuteMs);
    expect(alerts.list()).toEqual([]);
  });

  test("a chain of nonces that splits again and again", () => {
    const { alerts, rules } = start();
    const open = opener(rules);
    // Two machines with one key: each gives back what it was given itself.
    const last = [0n, 0n];
    for (let contact = 1n; contact <= 3n; contact += 1n) {
      const machine = Number(contact % 2n);
      open(last[machine] ?? 0n, contact + 2n ** 60n);
      last[machine] = contact + 2n ** 60n;
    }
    expect(alerts.list()).toEqual([]);
    for (let contact = 4n; contact <= 6n; contact += 1n) {
      const machine = Number(contact % 2n);
      open(last[machine] ?? 0n, contact + 2n ** 60n);
      last[machine] = contact + 2n ** 60n;
    }
    expect(alerts.list()).toMatchObject([{ kind: "nonce_split", severity: "warning" }]);
  });

  test("a chain that goes on, and one that begins anew, raise none", () => {
    const { alerts, rules } = start();
    const open = opener(rules);
    let nonce = 0n;
    for (let contact = 0n; contact < 20n; contact += 1n) {
      open(nonce, 2n ** 64n - 1n - contact);
      nonce = contact % 7n === 6n ? 0n : 2n ** 64n - 1n - contact;
    }
    expect(alerts.list()).toEqual([]);
  });

  test("a certificate that ends soon, also when that comes while the server runs, until it is replaced", async () => {
    const { clock, alerts, rules } = start();
    rules.certificateUsed(clock.now() + 15 * dayMs);
    expect(alerts.list()).toEqual([]);
    await clock.advance(dayMs + 60 * minuteMs);
    expect(alerts.list()).toMatchObject([
      { severity: "warning", text: "the server's certificate ends in 13 days" },
    ]);
    await clock.advance(11 * dayMs);
    expect(alerts.list()[0]?.severity).toBe("critical");
    await clock.advance(4 * dayMs);
    expect(alerts.list()[0]?.text).toBe("the server's certificate has ended");
    rules.certificateUsed(clock.now() + 90 * dayMs);
    expect(alerts.list()).toEqual([]);
    rules[Symbol.dispose]();
    expect(clock.pending).toBe(0);
  });

  test("a disk below its floor, until it is above", () => {
    const { alerts, rules } = start();
    rules.diskFloor(true, 5, 10);
    expect(kinds(alerts)).toEqual(["disk"]);
    rules.diskFloor(false, 15, 10);
    expect(kinds(alerts)).toEqual([]);
  });

  test("a service that fails five times without a success, until it succeeds", () => {
    const { alerts, rules } = start();
    for (let index = 0; index < 4; index += 1) rules.serviceFailed("s", "no");
    rules.serviceSucceeded("s");
    for (let index = 0; index < 4; index += 1) rules.serviceFailed("s", "no");
    expect(alerts.list()).toEqual([]);
    rules.serviceFailed("s", "\u001b[31mno");
    expect(alerts.list()).toMatchObject([{ kind: "service", severity: "critical" }]);
    rules.serviceSucceeded("s");
    expect(alerts.list()).toEqual([]);
  });

  test("commits of which one in a hundred takes over a second, until they no longer do", async () => {
    const clock = new FakeClock();
    using live = new LiveFeed(clock);
    for (let index = 0; index < 200; index += 1) live.committed(2);
    live.committed(1500);
    expect(live.alerts.list()).toEqual([]);
    live.committed(1500);
    live.committed(1500);
    expect(kinds(live.alerts)).toEqual(["slow_commits"]);
    await clock.advance(minuteMs);
    expect(live.alerts.list()).toEqual([]);
  });
});
