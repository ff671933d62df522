/** What Prometheus's own tool says of the metrics of the compiled server, and of the rules and queries of packaging/. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "bun:test";

import { CompiledClient } from "../helpers/compiled-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import {
  dashboardExpressions,
  exportedNames,
  readDashboard,
  rulesFile,
  scrapeFile,
} from "../helpers/monitoring-files.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { exercisedMetrics } from "./exercised-metrics.ts";

const promtool = join(import.meta.dir, "../../.cache/promtool/promtool");

/** @throws where test/install/promtool.sh has not been run. */
function run(args: readonly string[], input = ""): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(promtool, args, { input, encoding: "utf8" });
  if (error) throw error;
  return { status, output: `${stdout}${stderr}` };
}

function findings(text: string): string[] {
  const { output } = run(["check", "metrics"], text);
  return output.split("\n").filter((line) => line !== "");
}

/** Names that the original gave: dashboards that exist ask for these (docs/migrating-from-fleetspeak.md). */
const ofTheOriginal = [
  'fleetspeak_messages_ingested_payload_bytes_size counter metrics should have "_total" suffix',
  'fleetspeak_messages_saved_payload_bytes_size counter metrics should have "_total" suffix',
  'fleetspeak_messages_sent_payload_bytes_size counter metrics should have "_total" suffix',
  'fleetspeak_server_client_polls_read_megabytes_size_distribution use base unit "bytes" instead of "megabytes"',
  'fleetspeak_server_client_polls_write_megabytes_size_distribution use base unit "bytes" instead of "megabytes"',
];

test("every metric keeps to Prometheus's rules, but for the names that the original gave", async () => {
  const text = await exercisedMetrics();
  expect(findings(text).toSorted()).toEqual(ofTheOriginal);
});

test("the compiled server exports these metrics and no others, in a form that promtool reads", async () => {
  await using server = await CompiledServer.start({
    sections: 'stats_config { address: "127.0.0.1:0" }',
  });
  const url = await waitFor(() => /metrics on (http:\S+)/.exec(server.log)?.[1], {
    what: "the address",
  });
  const { caCertificate } = server;
  await using client = await CompiledClient.start({
    ...{ server: `localhost:${server.port}`, caCertificate },
  });
  await client.waitForContact("websocket");
  const text = await waitFor(
    async () => {
      const read = await (await fetch(url)).text();
      return read.includes("fleetspeak_messages_ingested_payload_bytes_size{") && read;
    },
    { what: "a message of the client" },
  );
  // What has no sample is not looked at: of those that are, nothing else may be found.
  const found = findings(text);
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter((one) => !ofTheOriginal.includes(one))).toEqual([]);
  const all = exportedNames(await exercisedMetrics());
  expect([...exportedNames(text)].toSorted()).toEqual([...all].toSorted());
});

test("promtool finds what is wrong", () => {
  expect(findings("# TYPE badName counter\nbadName 1\n").length).toBeGreaterThan(1);
});

test("the rules can be loaded, and each alert fires when it should", () => {
  const { status, output } = run(["check", "rules", rulesFile]);
  expect([status, /(\d+) rules found/.exec(output)?.[1]]).toEqual([0, "17"]);
  expect(run(["check", "config", "--syntax-only", scrapeFile]).status).toBe(0);
  const folder = mkdtempSync(join(tmpdir(), "fleet-rules-"));
  try {
    cpSync(rulesFile, join(folder, "alerts.yml"));
    cpSync(join(import.meta.dir, "alerts.test.yml"), join(folder, "alerts.test.yml"));
    expect(run(["test", "rules", join(folder, "alerts.test.yml")])).toEqual({
      status: 0,
      output: expect.stringContaining("SUCCESS"),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every query of the dashboard is one that Prometheus understands", () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-queries-"));
  try {
    const expressions = dashboardExpressions(readDashboard());
    const rules = expressions.map((expr, index) => ({ record: `query:${index}`, expr }));
    const file = join(folder, "queries.json");
    // JSON is YAML.
    writeFileSync(file, JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
    const { status, output } = run(["check", "rules", file]);
    expect([status, output]).toEqual([0, expect.stringContaining(`${rules.length} rules found`)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
