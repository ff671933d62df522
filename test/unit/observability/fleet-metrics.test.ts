import { expect, test } from "bun:test";

import { Metrics } from "../../../src/observability/metrics.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

test("what stands is asked for once at each reading, and what cannot be told has no figure", async () => {
  using metrics = new Metrics({ clock: new FakeClock(), services: [] });
  let asked = 0;
  const faults: Error[] = [];
  metrics.watch({
    readiness: { report: async () => ({ status: "ok", time: 0, checks: [] }) },
    counts: async () => {
      asked += 1;
      for (const fault of faults) throw fault;
      const counted = { knownClients: 10 * asked, blacklistedClients: asked };
      return { ...counted, pendingMessages: 7, auditEntries: 8 };
    },
    subscribers: () => 3,
    alerts: () => [{ severity: "critical" }, { severity: "critical" }, { severity: "info" }],
    disk: () => {
      for (const fault of faults) throw fault;
      return { freeBytes: 4, totalBytes: 5, floorBytes: 6, databaseBytes: 7 };
    },
  });
  const samples = async () => {
    const { text } = await metrics.render();
    const shown = /^fleet_(?:clients_known|clients_black|messages_p|audit|disk_f|ev.*s |al).*$/gm;
    return [...text.matchAll(shown)].map(([line]) => line);
  };
  const others = [
    "fleet_event_subscribers 3",
    'fleet_alerts{severity="critical"} 2',
    'fleet_alerts{severity="warning"} 0',
    'fleet_alerts{severity="info"} 1',
  ];
  const free = ["fleet_disk_free_bytes 4", "fleet_disk_floor_bytes 6"];
  const counts = (known: number, blacklisted: number) => [
    `fleet_clients_known ${known}`,
    `fleet_clients_blacklisted ${blacklisted}`,
    "fleet_messages_pending 7",
    "fleet_audit_entries 8",
  ];
  expect(await samples()).toEqual([...free, ...counts(10, 1), ...others]);
  expect(await samples()).toEqual([...free, ...counts(20, 2), ...others]);
  expect(asked).toBe(2);
  faults.push(new Error("gone"));
  expect(await samples()).toEqual(others);
});
