/** fleet watch, as it is installed: the life of a message as it happens, and a server that is killed meanwhile. */
import { expect, test } from "bun:test";

import { SimulatedClient, makeLoadMessage } from "../../benchmarks/lib/simulated-client.ts";
import type { LiveEvent } from "../../src/core/live-event.ts";
import { type RunningProgram, startBinary, runBinary } from "../helpers/binary.ts";
import { CompiledClient } from "../helpers/compiled-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { waitFor } from "../helpers/wait-for.ts";

function eventsOf(program: RunningProgram): LiveEvent[] {
  const lines = program.stdout().split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line) as LiveEvent);
}

function watch(server: CompiledServer, ...argv: string[]): RunningProgram {
  return startBinary(["watch", "--admin_addr", `unix:${server.socket}`, ...argv]);
}

/** A client that has just come is seen once the watch has begun. */
async function waitUntilItSees(server: CompiledServer, program: RunningProgram): Promise<void> {
  const options = { server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate };
  await waitFor(
    async () => {
      await using _client = await SimulatedClient.connect(options);
      return /client[ .]connected/.test(program.stdout());
    },
    { what: "the watch to see a client" },
  );
}

test("shows a client that comes and goes, and a message from its sending to its result", async () => {
  await using server = await CompiledServer.start();
  await using program = watch(server, "--json");
  await waitUntilItSees(server, program);
  await using client = await CompiledClient.start({
    ...{ server: `127.0.0.1:${server.port}`, caCertificate: server.caCertificate },
    services: {
      ls: 'name: "ls" factory: "Stdin" config { [type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "/bin/echo" } }',
    },
  });
  await client.waitForContact("websocket");
  const { clientId } = client;
  const argv = ["exec", clientId, "ls", "--admin_addr", `unix:${server.socket}`, "--", "hello"];
  expect(await runBinary(argv)).toMatchObject({ status: 0, stdout: "hello\n" });
  await client.stop();
  const own = () =>
    eventsOf(program).filter((event) => "client_id" in event && event.client_id === clientId);
  const gone = () => own().some(({ type }) => type === "client.disconnected");
  await waitFor(gone, { what: "the client to be gone" });
  const sent = own().find(
    (event) => event.type === "message.stored" && event.direction === "to_client",
  );
  if (sent?.type !== "message.stored") throw new Error("the message was never stored");
  expect(sent).toMatchObject({ service_name: "ls", message_type: "StdinServiceInputMessage" });
  const life = own()
    .filter((event) => "message_id" in event && event.message_id === sent.message_id)
    .map(({ type }) => type);
  expect(life).toEqual([
    "message.stored",
    "message.delivered",
    "message.acknowledged",
    "message.processed",
  ]);
  const types = own().map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(["client.enrolled", "client.connected"]);
  const answers = own().filter(
    (event) => event.type === "message.stored" && event.direction === "to_server",
  );
  expect(answers.length).toBeGreaterThan(0);
}, 60_000);

test("goes on when the server was killed and is back, and says that events may be missing", async () => {
  await using server = await CompiledServer.start();
  await using program = watch(server, "--json");
  await using people = watch(server);
  await waitUntilItSees(server, program);
  await waitUntilItSees(server, people);
  await server.restart("SIGKILL");
  const reset = () => eventsOf(program).find(({ type }) => type === "reset");
  expect(await waitFor(reset, { what: "the reset" })).toMatchObject({ reason: "other_start" });
  await waitFor(() => people.stdout().includes("events may be missing here"), {
    what: "the same in words",
  });
  expect(people.stderr()).toContain("waiting for it to come back");
  expect(people.stdout()).not.toContain("\u001b");
  await using client = await SimulatedClient.connect({
    ...{ server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate },
  });
  await client.send([makeLoadMessage("sink", 10)]);
  const { clientId } = client;
  const seen = () =>
    eventsOf(program).some(
      (event) => event.type === "message.processed" && event.client_id === clientId,
    );
  await waitFor(seen, { what: "an event of the new start" });
}, 60_000);

test("one that comes back goes on where it was", async () => {
  await using server = await CompiledServer.start();
  await using first = watch(server, "--json");
  await waitUntilItSees(server, first);
  const last = eventsOf(first).at(-1)?.id ?? "";
  first.kill("SIGINT");
  expect((await first.finished).status).toBe(130);
  await using client = await SimulatedClient.connect({
    ...{ server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate },
  });
  await using second = watch(server, "--json", "--since", last);
  const { clientId } = client;
  const seen = () =>
    eventsOf(second).some(
      (event) => event.type === "client.enrolled" && event.client_id === clientId,
    );
  await waitFor(seen, { what: "what happened in between" });
  expect(eventsOf(second).some(({ type }) => type === "reset")).toBe(false);
}, 60_000);
