/**
 * One machine on which docs/migrating-from-fleetspeak.md is followed: its commands as they stand there, and what has to be
 * true after each section.
 */
import { createPrivateKey, createPublicKey } from "node:crypto";
import { expect } from "bun:test";
import { copyFileSync, existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

import { AdminClient } from "../../src/cli/server/admin-client.ts";
import { type ClientId, type MessageId, deriveClientId } from "../../src/core/ids.ts";
import { type MessageResult, makeMessage } from "../../src/core/message.ts";
import { type Method, adminMethods } from "../../src/proto/admin-methods.ts";
import { packAny } from "../../src/proto/codec.ts";
import { decodeClientState, encodeStdinInput, typeNames } from "../../src/proto/system-codec.ts";
import type { ClientStatus } from "../../src/roles/client/status.ts";
import { Machine, type Unit } from "../helpers/machine.ts";
import { waitFor } from "../helpers/wait-for.ts";

const documents = join(import.meta.dir, "../../docs");
const examples = join(import.meta.dir, "../../examples/python-daemon");
const none = new Uint8Array();
const stateFile = "/var/lib/misc/fleetspeak-client.state";

export const guide = readFileSync(join(documents, "migrating-from-fleetspeak.md"), "utf8");
export const agent = "fleetspeak-client";
export const server = "fleetspeak-server";

export interface Ports {
  readonly stats: number;
  readonly admin: number;
  /** Of the service in Python beside the server. */
  readonly connector: number;
}

/** The shell blocks of a section, its subsections left out. */
function blocksOf(heading: string): string[] {
  const start = guide.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`the guide has no section "${heading}"`);
  const [section = ""] = guide.slice(start + heading.length + 2).split(/\n#+ /);
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, text]) => text ?? "");
}

export class Migration implements AsyncDisposable {
  readonly machine = new Machine();
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.machine[Symbol.asyncDispose]();
  }

  /** The files of the two examples of the section on connectors, on both sides, and a service that echoes. */
  installServices(): void {
    for (const name of ["disk_usage.py", "ask_disk_usage.py"])
      copyFileSync(join(examples, name), this.machine.path(`/${name}`));
    const folder = "/etc/fleetspeak-client/textservices";
    const echo = '[type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "/bin/echo" }';
    this.machine.write(`${folder}/echo.txt`, service("echo", "Stdin", echo));
    const argv = `argv: "/usr/bin/python3" argv: "${this.machine.path("/disk_usage.py")}"`;
    const daemon = `[type.googleapis.com/fleetspeak.daemonservice.Config] { ${argv} }`;
    this.machine.write(`${folder}/disk-usage.txt`, service("disk-usage", "Daemon", daemon));
    const [, asker = ""] = /\n( {4}services \{.*?\n)\n/s.exec(guide) ?? [];
    const sink = 'services { name: "echo" factory: "NOOP" }\n';
    this.machine.write("/etc/fleetspeak-server/server.services.config", sink + this.#adapt(asker));
  }

  /** Runs every block of a section. @returns what they wrote. */
  async follow(heading: string): Promise<string[]> {
    const blocks = blocksOf(heading);
    if (blocks.length === 0) throw new Error(`"${heading}" has no commands`);
    const outputs: string[] = [];
    for (const block of blocks) {
      const isUp = this.#watchStarts(block);
      const { stdout } = await this.machine.run(this.#adapt(block));
      outputs.push(stdout);
      await isUp();
    }
    return outputs;
  }

  /** Python asks Python, whoever carries it; then nothing is under way any more. */
  async expectConnectorsToWork(clientId: ClientId): Promise<void> {
    const [answers] = await this.follow("## Connectors");
    expect(answers).toMatch(new RegExp(`^${clientId}: \\d+ of \\d+ bytes\n$`));
    const clients = { clientIds: [clientId] };
    await waitFor(
      async () => (await this.#ask(adminMethods.getPendingMessageCount, clients)).count === 0n,
      { what: "every acknowledgement", deadlineMs: 30_000 },
    );
  }

  /** A message to the echoing service, acknowledged. */
  async send(clientId: ClientId, messageId: MessageId): Promise<void> {
    const parts = {
      source: { clientId: undefined, serviceName: "echo" },
      destination: { clientId, serviceName: "echo" },
      messageType: "StdinServiceInputMessage",
    };
    const data = packAny(typeNames.stdinInput, encodeStdinInput({ input: none, args: ["kept"] }));
    await this.#ask(adminMethods.insertMessage, { ...makeMessage(parts), messageId, data });
    const failure = { what: "the acknowledgement", deadlineMs: 30_000 };
    await waitFor(async () => (await this.resultOf(messageId)) !== undefined, failure);
  }

  /** What the server knows of a message's end; undefined where it knows none. */
  async resultOf(messageId: MessageId): Promise<MessageResult | undefined> {
    return (await this.#ask(adminMethods.getMessageStatus, { messageId })).result;
  }

  /** An answer of the agent's service, by way of our server. */
  async echo(clientId: string, text: string): Promise<string> {
    const database = "/var/lib/fleet/fleet.sqlite";
    const flags = `--database_path ${database} --timeout 30s`;
    const { stdout } = await this.machine.run(`fleet exec ${clientId} echo ${flags} -- ${text}`);
    return stdout;
  }

  /** The one client that the server knows, whoever's it is. */
  async onlyClient(): Promise<string | undefined> {
    const known = await waitFor(
      async () => {
        const { clients } = await this.#ask(adminMethods.listClients, { clientIds: [] });
        return clients.length > 0 && clients;
      },
      { what: "the first contact", deadlineMs: 30_000 },
    );
    expect(known).toHaveLength(1);
    return known[0]?.clientId;
  }

  async expectAgentOfOurs(clientId: string): Promise<void> {
    const state = () =>
      JSON.parse(this.machine.read(`${stateFile}.fleet.status.json`)) as ClientStatus;
    await waitFor(() => state().state === "connected", {
      what: `the agent to be connected: ${this.machine.journal(agent)}`,
      deadlineMs: 30_000,
    });
    const services = ["disk-usage", "echo"];
    expect(state()).toMatchObject({ clientId, services, refusedServices: {} });
  }

  async expectProgram(unit: Unit, path: string): Promise<void> {
    await waitFor(() => this.machine.programOf(unit) === realpathSync(path), {
      what: `${unit} to be ${path}`,
    });
  }

  /** From the key in the agent's state; undefined before there is one. */
  readClientId(): ClientId | undefined {
    const path = this.machine.path(stateFile);
    if (!existsSync(path)) return undefined;
    const { clientKey } = decodeClientState(readFileSync(path));
    const key = createPrivateKey({ key: Buffer.from(clientKey), format: "der", type: "sec1" });
    return deriveClientId(createPublicKey(key).export({ type: "spki", format: "der" }));
  }

  /** Of whichever server there is now, once it is there. */
  async #ask<Request, Answer>(
    method: Method<Request, Answer, false>,
    request: Request,
  ): Promise<Answer> {
    using admin = new AdminClient({
      address: { target: `127.0.0.1:${this.#ports.admin}`, foundBy: "from a test" },
      signal: AbortSignal.timeout(30_000),
    });
    await admin.ready();
    return await admin.call(method, request);
  }

  /** What needs a user of that name, and the ports, are put in their place. */
  #adapt(script: string): string {
    const { stats, admin, connector } = this.#ports;
    return script
      .replaceAll(/ -o fleetspeak -g fleetspeak/g, "")
      .replaceAll(/^chown fleetspeak .*$/gm, "")
      .replaceAll("localhost:9000", `127.0.0.1:${admin}`)
      .replaceAll("localhost:6063", `127.0.0.1:${connector}`)
      .replaceAll("127.0.0.1:2112", `127.0.0.1:${stats}`);
  }

  /**
   * A person takes a moment to type the next command; what was started is up by then.
   * @returns what waits for that, after the commands.
   */
  #watchStarts(block: string): () => Promise<void> {
    const [, verb = "", unit] = /systemctl (start|restart|kill \S+) (\S+)/.exec(block) ?? [];
    const isOurs = () =>
      existsSync(this.machine.path(`/etc/systemd/system/${unit}.service.d/fleet.conf`));
    const up = unit === agent ? /connected to/g : /admin API on unix/g;
    const count = () =>
      this.machine.journal(unit === agent ? agent : server).match(up)?.length ?? 0;
    const before = verb.startsWith("kill") ? count() : 0;
    return async () => {
      if (unit === undefined || !isOurs()) return;
      await waitFor(() => count() > before, {
        what: `a line like ${String(up)} of ${unit}`,
        deadlineMs: 30_000,
      });
    };
  }
}

function service(name: string, factory: string, config: string): string {
  return `name: "${name}" factory: "${factory}" config { ${config} }\n`;
}
