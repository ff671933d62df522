/** What packaging/ has for Prometheus and Grafana, as tests look at it: its expressions, and the metrics that they name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dir, "../../packaging");
export const rulesFile = join(root, "prometheus/alerts.yml");
export const scrapeFile = join(root, "prometheus/scrape.yml");

const datasource = z.strictObject({
  type: z.literal("prometheus"),
  uid: z.literal("${datasource}"),
});

const panel = z.object({
  id: z.int().positive(),
  title: z.string().min(1),
  gridPos: z.strictObject({
    x: z.int().min(0).max(23),
    y: z.int().min(0),
    w: z.int().min(1).max(24),
    h: z.int().positive(),
  }),
});

const chart = panel.extend({
  type: z.enum(["stat", "timeseries"]),
  description: z.string().min(1),
  datasource,
  targets: z
    .array(z.object({ refId: z.string(), datasource, expr: z.string(), legendFormat: z.string() }))
    .min(1),
  fieldConfig: z.object({
    defaults: z.object({ unit: z.string() }),
    overrides: z.array(z.never()),
  }),
  options: z.record(z.string(), z.unknown()),
});

const row = panel.extend({ type: z.literal("row"), panels: z.array(z.never()) });

const variable = z.discriminatedUnion("type", [
  z.object({ name: z.literal("datasource"), type: z.literal("datasource"), query: z.string() }),
  z.object({
    ...{ name: z.string(), type: z.literal("query"), datasource },
    query: z.object({ query: z.string() }),
  }),
]);

/** Of Grafana's dashboards, what an import needs (schemaVersion 39: Grafana 10.4 and newer). */
const dashboardSchema = z.object({
  title: z.string().min(1),
  uid: z.string().min(1).max(40),
  // An id would be that of another Grafana's database.
  id: z.undefined().optional(),
  schemaVersion: z.literal(39),
  time: z.object({ from: z.string(), to: z.string() }),
  templating: z.object({ list: z.array(variable) }),
  panels: z.array(z.discriminatedUnion("type", [row, chart])),
});

export type Dashboard = z.infer<typeof dashboardSchema>;

/** @throws where it is no dashboard. */
export function readDashboard(): Dashboard {
  const text = readFileSync(join(root, "grafana/dashboard.json"), "utf8");
  return dashboardSchema.parse(JSON.parse(text));
}

/** As Prometheus gets them: with values for Grafana's variables. */
export function dashboardExpressions({ panels }: Dashboard): string[] {
  return panels.flatMap((each) =>
    each.type === "row"
      ? []
      : each.targets.map(({ expr }) =>
          expr.replaceAll("$__rate_interval", "5m").replaceAll("$instance", ".*"),
        ),
  );
}

export function ruleExpressions(): string[] {
  const lines = readFileSync(rulesFile, "utf8").split("\n");
  return lines.flatMap((line) => /^ +expr: (.*)$/.exec(line)?.[1] ?? []);
}

/** The names of metrics in PromQL: what stands before a selector, a range or an operator, and is no function. */
export function metricsIn(expression: string): string[] {
  const plain = expression
    .replace(/"[^"]*"/g, '""')
    .replace(/\b(?:by|without|on|ignoring) *\([^)]*\)/g, "")
    .replace(/\{[^}]*\}/g, "");
  const words = plain.match(/\b[a-z][a-z0-9_]*\b(?! *\()/g) ?? [];
  return [...new Set(words.filter((word) => word.includes("_") || word === "up"))];
}

/** Every name under which the text of /metrics has samples, or would have. */
export function exportedNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = "", type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    const ends = type === "histogram" ? ["_bucket", "_sum", "_count"] : [""];
    for (const end of ends) names.add(`${name}${end}`);
  }
  return names;
}
