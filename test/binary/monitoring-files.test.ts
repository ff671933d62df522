/** The dashboard and the rules of packaging/ ask for nothing that the compiled server does not export. */
import { expect, test } from "bun:test";

import { CompiledServer } from "../helpers/compiled-server.ts";
import {
  dashboardExpressions,
  exportedNames,
  metricsIn,
  readDashboard,
  ruleExpressions,
} from "../helpers/monitoring-files.ts";
import { waitFor } from "../helpers/wait-for.ts";

/** Prometheus makes it itself for each target. */
const ofPrometheus = "up";

test("every metric of the dashboard and the rules is one of the running server", async () => {
  await using server = await CompiledServer.start({
    sections: 'stats_config { address: "127.0.0.1:0" }',
  });
  const url = await waitFor(() => /metrics on (http:\S+)/.exec(server.log)?.[1], {
    what: "the address",
  });
  const exported = exportedNames(await (await fetch(url)).text());
  const inDashboard = dashboardExpressions(readDashboard()).flatMap(metricsIn);
  const inRules = ruleExpressions().flatMap(metricsIn);
  expect(new Set(inDashboard).size).toBeGreaterThan(20);
  expect(new Set(inRules).size).toBeGreaterThan(12);
  const used = new Set([...inDashboard, ...inRules].filter((name) => name !== ofPrometheus));
  expect([...used].filter((name) => !exported.has(name))).toEqual([]);
});

test("the dashboard can be imported: whole, with one data source to choose, and no panel upon another", () => {
  const { panels, templating } = readDashboard();
  expect(templating.list.filter(({ type }) => type === "datasource")).toHaveLength(1);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const taken = new Set<string>();
  for (const { title, gridPos } of panels) {
    expect([title, gridPos.x + gridPos.w <= 24]).toEqual([title, true]);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        const place = `${x} ${y}`;
        expect([title, taken.has(place)]).toEqual([title, false]);
        taken.add(place);
      }
    }
  }
});

test("metrics are found in expressions, and nothing else", () => {
  const expression =
    'histogram_quantile(0.9, sum by (le, some_label) (rate(a_bucket{job="x_y"}[5m]))) / b_total offset 30m > up';
  expect(metricsIn(expression)).toEqual(["a_bucket", "b_total", "up"]);
});
