/**
 * What `fleet admin analysehistory` says of a client of the compiled file that comes by long polls: nothing while it sends
 * and is killed, and that there are two of it once its state was copied.
 */
import { expect, test } from "bun:test";
import { copyFileSync } from "node:fs";

import { Endpoint, stop } from "../helpers/endpoint.ts";
import { ServerProcess } from "../helpers/server-process.ts";
import { waitFor } from "../helpers/wait-for.ts";

interface ShownContact {
  readonly chain: string;
}

async function contactsOf(server: ServerProcess, clientId: string): Promise<ShownContact[]> {
  const command = ["api", "list_client_contacts", "--client_id", clientId, "--limit", "1000"];
  const { stdout, stderr } = await server.command(command);
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as { contacts: ShownContact[] }).contacts;
}

function countSplits(contacts: readonly ShownContact[]): number {
  return contacts.filter(({ chain }) => chain === "splits").length;
}

async function analyse(server: ServerProcess, clientId: string): Promise<string> {
  const { stdout } = await server.command(["admin", "analysehistory", clientId]);
  return stdout;
}

async function execute(server: ServerProcess, clientId: string, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const args = ["exec", clientId, "echo", "--timeout", "30s", "--", `round ${round}`];
    expect(await server.command(args)).toMatchObject({ status: 0, stdout: `round ${round}\n` });
  }
}

test("a client that sends and is killed has one history over long polls, and its copy another", async () => {
  await using server = await ServerProcess.start();
  const options = {
    server: server.address,
    trustedCertificates: server.caCertificate,
    fields: { streaming: false },
    extension: "allow_unsigned_services: true transport: LONG_POLL reconnect { jitter {} }",
  };
  using endpoint = new Endpoint(options);
  using twin = new Endpoint(options);
  endpoint.addStdinService("echo", "/bin/echo");
  twin.addStdinService("echo", "/bin/echo");
  const start = async (on: Endpoint) => {
    const client = on.start("ours");
    await waitFor(() => / connected to /.test(client.stderr()), {
      what: "a contact",
      deadlineMs: 20_000,
    });
    return client;
  };

  for (let run = 0; run < 3; run += 1) {
    const client = await start(endpoint);
    await execute(server, endpoint.readStatus().clientId, 6);
    // While a poll waits, whose answer it never gets.
    await stop(client, "SIGKILL");
  }
  await using _client = await start(endpoint);
  const { clientId } = endpoint.readStatus();
  await execute(server, clientId, 2);
  const contacts = await contactsOf(server, clientId);
  const chain = contacts.map((contact) => contact.chain);
  expect(chain).toEqual(["continues", "continues", "continues", "first"]);
  expect(await analyse(server, clientId)).toContain("Splits: 0\n  Skips: 0\n");

  copyFileSync(endpoint.stateFile, twin.stateFile);
  await using _twin = await start(twin);
  await waitFor(async () => countSplits(await contactsOf(server, clientId)) >= 3, {
    what: "the chain splits",
    deadlineMs: 30_000,
  });
  expect(await analyse(server, clientId)).toContain("This client appears to have be restored");
  await execute(server, clientId, 1);
}, 120_000);
