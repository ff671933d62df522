/**
 * docs/migrating-from-fleetspeak.md from top to bottom on one machine: the original's agent and server with its database,
 * and ours in their places and back, one identity throughout, with messages both ways after each step.
 */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { newMessageId } from "../../src/core/ids.ts";
import { binaryPath } from "../helpers/binary.ts";
import { pickPort } from "../helpers/ports.ts";
import { StockDeployment } from "../helpers/stock-deployment.ts";
import { MariaDb } from "../helpers/stock/maria-db.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { Migration, agent, guide, server } from "./migration.ts";

/** What the original's packages and its configurator leave behind, and the services of its user. */
function install(migration: Migration, deployment: StockDeployment): void {
  const { machine } = migration;
  machine.write("/etc/fleetspeak-client/client.config", deployment.read("client.installed"));
  const delays = "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1";
  const text = `${delays} min_failure_delay_seconds: 1\n`;
  machine.write("/etc/fleetspeak-client/communicator.txt", text);
  const components = deployment.read("server.config");
  machine.write("/etc/fleetspeak-server/server.components.config", components, 0o600);
  migration.installServices();
}

test("the guide, from top to bottom", async () => {
  await using mariaDb = await MariaDb.start();
  const { dataSourceName } = await mariaDb.makeDatabase();
  using deployment = await StockDeployment.make(dataSourceName);
  const [stats, connector] = [await pickPort(), await pickPort()];
  await using migration = new Migration({ stats, connector, admin: deployment.adminPort });
  const { machine } = migration;
  install(migration, deployment);

  // The installation that there is.
  await machine.run(`systemctl start ${server}; systemctl start ${agent}`);
  const clientId = await waitFor(() => migration.readClientId(), { what: "the state file" });
  expect(await migration.onlyClient()).toBe(clientId);
  await migration.expectConnectorsToWork(clientId);
  const kept = newMessageId();
  await migration.send(clientId, kept);

  // An agent first, and back.
  await migration.follow("## Agents");
  await migration.expectAgentOfOurs(clientId);
  await migration.expectConnectorsToWork(clientId);
  await migration.follow("### Back to the original's agent");
  await migration.expectProgram(agent, stockPrograms.client);
  await migration.expectConnectorsToWork(clientId);

  await migration.follow("## Server");
  await migration.expectProgram(server, binaryPath);
  expect(await migration.onlyClient()).toBe(clientId);
  expect(await migration.echo(clientId, "stock")).toBe("stock\n");
  await migration.expectConnectorsToWork(clientId);

  await migration.follow("## Agents");
  await migration.expectAgentOfOurs(clientId);
  expect(await migration.echo(clientId, "ours")).toBe("ours\n");
  await migration.expectConnectorsToWork(clientId);

  await migration.follow("### Services, signed");
  await migration.expectAgentOfOurs(clientId);
  expect(await migration.echo(clientId, "signed")).toBe("signed\n");
  await migration.expectConnectorsToWork(clientId);

  await migration.follow("### Back to the original's agent");
  await migration.expectProgram(agent, stockPrograms.client);
  expect(await migration.echo(clientId, "back")).toBe("back\n");
  await migration.expectConnectorsToWork(clientId);

  const listings = (await migration.follow("## Command lines")).join("");
  expect(listings.match(new RegExp(clientId, "g"))).toHaveLength(2);
  await migration.expectProgram(agent, binaryPath);
  expect(await migration.echo(clientId, "named")).toBe("named\n");
  await migration.expectConnectorsToWork(clientId);
  await migration.follow("### Back to the original's command lines");
  await migration.expectProgram(agent, stockPrograms.client);

  await migration.follow("## Dashboards");
  expect(await migration.onlyClient()).toBe(clientId);
  expect(await migration.echo(clientId, "counted")).toBe("counted\n");
  const metrics = await (await fetch(`http://127.0.0.1:${stats}/metrics`)).text();
  const names = metricsInGuide();
  expect(names.toSorted()).toEqual(metricsOfStock());
  expect(names.filter((name) => !metrics.includes(`# TYPE ${name} `))).toEqual([]);
  expect(metrics).toMatch(/^fleetspeak_messages_sent_total\{destination_service="echo"\} 1$/m);
  expect(await migration.resultOf(kept)).toBeUndefined();

  await migration.follow("### Back to the original's server");
  await migration.expectProgram(server, stockPrograms.server);
  expect(await migration.onlyClient()).toBe(clientId);
  expect(await migration.resultOf(kept)).toMatchObject({ failed: false });
  await migration.expectConnectorsToWork(clientId);
}, 300_000);

/** Of the table: what the guide says there is. */
function metricsInGuide(): string[] {
  return [...guide.matchAll(/^\|([^|]*)\|/gm)].flatMap(
    ([, cell = ""]) => cell.match(/fleetspeak_\w+/g) ?? [],
  );
}

/** The names that the original's server has in it. */
function metricsOfStock(): string[] {
  const program = readFileSync(stockPrograms.server, "latin1");
  const ends = "_total|_latency|_payload_bytes_size|_distribution|_max_system_cpu_rate(?!_)";
  const names = program.match(
    new RegExp(`fleetspeak_(?:messages|server)_[a-z_]+?(?:${ends})`, "g"),
  );
  return [...new Set(names)].toSorted();
}
