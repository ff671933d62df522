/**
 * docs/migrating-from-fleetspeak.md, its commands as they stand there, from top to bottom on one machine: the original's
 * agent and ours, one identity throughout. The original's server only as far as it comes without its database.
 */
import { createPrivateKey, createPublicKey } from "node:crypto";
import { expect, test } from "bun:test";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

import { type ClientId, deriveClientId } from "../../src/core/ids.ts";
import { decodeClientState } from "../../src/proto/system-codec.ts";
import type { ClientStatus } from "../../src/roles/client/status.ts";
import { binaryPath } from "../helpers/binary.ts";
import { Machine, type Unit } from "../helpers/machine.ts";
import { pickPort } from "../helpers/ports.ts";
import { StockDeployment } from "../helpers/stock-deployment.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";

const guide = readFileSync(
  join(import.meta.dir, "../../docs/migrating-from-fleetspeak.md"),
  "utf8",
);

/** The shell blocks of a section, its subsections left out. */
function blocksOf(heading: string): string[] {
  const start = guide.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`the guide has no section "${heading}"`);
  const [section = ""] = guide.slice(start + heading.length + 2).split(/\n#+ /);
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, text]) => text ?? "");
}

const agent = "fleetspeak-client";
const server = "fleetspeak-server";

/** What the original's packages and its configurator leave behind. */
function install(machine: Machine, deployment: StockDeployment): void {
  machine.write("/etc/fleetspeak-client/client.config", deployment.read("client.installed"));
  const delays = "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1";
  machine.write(
    "/etc/fleetspeak-client/communicator.txt",
    `${delays} min_failure_delay_seconds: 1\n`,
  );
  const echo = '[type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "/bin/echo" }';
  machine.write(
    "/etc/fleetspeak-client/textservices/echo.txt",
    `name: "echo" factory: "Stdin" config { ${echo} }\n`,
  );
  machine.write(
    "/etc/fleetspeak-server/server.components.config",
    deployment.read("server.config"),
    0o600,
  );
  machine.write(
    "/etc/fleetspeak-server/server.services.config",
    'services { name: "echo" factory: "NOOP" }\n',
  );
}

/** What needs a user of that name, and the ports, are put in their place. */
function adapt(script: string, { stats, admin }: Ports): string {
  return script
    .replaceAll(/ -o fleetspeak -g fleetspeak/g, "")
    .replaceAll(/^chown fleetspeak .*$/gm, "")
    .replaceAll("localhost:9000", `127.0.0.1:${admin}`)
    .replaceAll("127.0.0.1:2112", `127.0.0.1:${stats}`);
}

interface Ports {
  readonly stats: number;
  readonly admin: number;
}

/** From the key in the agent's state; undefined before there is one. */
function readClientId(machine: Machine): ClientId | undefined {
  const path = "/var/lib/misc/fleetspeak-client.state";
  if (!existsSync(machine.path(path))) return undefined;
  const { clientKey } = decodeClientState(readFileSync(machine.path(path)));
  const key = createPrivateKey({ key: Buffer.from(clientKey), format: "der", type: "sec1" });
  return deriveClientId(createPublicKey(key).export({ type: "spki", format: "der" }));
}

class Migration {
  readonly machine: Machine;
  readonly #ports: Ports;

  constructor(machine: Machine, ports: Ports) {
    this.machine = machine;
    this.#ports = ports;
  }

  /** Runs every block of a section. @returns what they wrote. */
  async follow(heading: string): Promise<string[]> {
    const blocks = blocksOf(heading);
    if (blocks.length === 0) throw new Error(`"${heading}" has no commands`);
    const outputs: string[] = [];
    for (const block of blocks) {
      const { stdout } = await this.machine.run(adapt(block, this.#ports));
      outputs.push(stdout);
      await this.#settle(block);
    }
    return outputs;
  }

  /** A person takes a moment to type the next command; what was started is up by then. */
  async #settle(block: string): Promise<void> {
    const started = /systemctl (?:re)?start (\S+)/.exec(block)?.[1];
    const isOurs = (unit: Unit) =>
      existsSync(this.machine.path(`/etc/systemd/system/${unit}.service.d/fleet.conf`));
    if (started === agent && isOurs(agent))
      await this.machine.waitForJournal(agent, /connected to/);
    if (started === server && isOurs(server))
      await this.machine.waitForJournal(server, /admin API on unix/);
  }

  /** An answer of the agent's service, by way of our server. */
  async echo(clientId: string, text: string): Promise<string> {
    const database = "/var/lib/fleet/fleet.sqlite";
    const flags = `--database_path ${database} --timeout 30s`;
    const { stdout } = await this.machine.run(`fleet exec ${clientId} echo ${flags} -- ${text}`);
    return stdout;
  }

  /** The one client that our server knows. */
  async onlyClient(): Promise<string> {
    const list = "fleet clients list --json --database_path /var/lib/fleet/fleet.sqlite";
    const clients = await waitFor(
      async () => {
        const { stdout } = await this.machine.run(list);
        const rows = JSON.parse(stdout) as { client_id: string }[];
        return rows.length > 0 && rows;
      },
      { what: "the first contact", deadlineMs: 30_000 },
    );
    expect(clients).toHaveLength(1);
    return clients[0]?.client_id ?? "";
  }

  async expectAgentOfOurs(clientId: string): Promise<void> {
    const file = "/var/lib/misc/fleetspeak-client.state.fleet.status.json";
    const state = () => JSON.parse(this.machine.read(file)) as ClientStatus;
    await waitFor(() => state().state === "connected", {
      what: `the agent to be connected: ${this.machine.journal(agent)}`,
      deadlineMs: 30_000,
    });
    expect(state()).toMatchObject({ clientId, services: ["echo"], refusedServices: {} });
  }
}

test("the guide, from top to bottom", async () => {
  using deployment = await StockDeployment.make();
  await using machine = new Machine();
  install(machine, deployment);
  const statsPort = await pickPort();
  const migration = new Migration(machine, { stats: statsPort, admin: deployment.adminPort });

  await machine.run(`systemctl start ${agent}`);
  const clientId = await waitFor(() => readClientId(machine), { what: "the state file" });

  await migration.follow("## Server");
  expect(await migration.onlyClient()).toBe(clientId);
  expect(await migration.echo(clientId, "stock")).toBe("stock\n");

  await migration.follow("## Agents");
  await migration.expectAgentOfOurs(clientId);
  expect(await migration.echo(clientId, "ours")).toBe("ours\n");

  await migration.follow("### Services, signed");
  await migration.expectAgentOfOurs(clientId);
  expect(await migration.echo(clientId, "signed")).toBe("signed\n");

  await migration.follow("### Back to the original's agent");
  await waitFor(() => machine.programOf(agent) === realpathSync(stockPrograms.client), {
    what: "the original's agent",
  });
  expect(await migration.echo(clientId, "back")).toBe("back\n");

  const listings = (await migration.follow("## Command lines")).join("");
  expect(listings.match(new RegExp(clientId, "g"))).toHaveLength(2);
  await waitFor(() => machine.programOf(agent) === realpathSync(binaryPath), {
    what: "our agent by the original's name",
  });
  expect(await migration.echo(clientId, "named")).toBe("named\n");
  await migration.follow("### Back to the original's command lines");
  await waitFor(() => machine.programOf(agent) === realpathSync(stockPrograms.client), {
    what: "the original's agent",
  });

  await migration.follow("## Dashboards");
  expect(await migration.onlyClient()).toBe(clientId);
  expect(await migration.echo(clientId, "counted")).toBe("counted\n");
  const metrics = await (await fetch(`http://127.0.0.1:${statsPort}/metrics`)).text();
  const names = metricsInGuide();
  expect(names.toSorted()).toEqual(metricsOfStock());
  expect(names.filter((name) => !metrics.includes(`# TYPE ${name} `))).toEqual([]);
  expect(metrics).toMatch(/^fleetspeak_messages_sent_total\{destination_service="echo"\} 1$/m);

  await migration.follow("### Back to the original's server");
  // No database server is here: that it looks for one shows that its own file is as it was.
  await machine.waitForJournal(server, /fleetspeak_server.*3306|3306.*connect/);
}, 180_000);

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
