/** fleet api, and the reports on messages that are made of it. */
import { expect, test } from "bun:test";

import { newMessageId } from "../../../src/core/ids.ts";
import { failureAt, makeMessage } from "../../../src/core/message.ts";
import { microsFromMs, timestampFromMs } from "../../../src/core/time.ts";
import { LiveEvents } from "../../../src/observability/live-events.ts";
import type { AdminContext } from "../../../src/roles/admin/options.ts";
import { operations } from "../../../src/roles/admin/api/generated/registry.ts";
import { type ApiFixture, startApi } from "../../helpers/api-fixture.ts";
import { FakeTerminal, runFleet } from "../../helpers/fake-terminal.ts";
import { runCommandLine } from "../../../src/cli/run.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const harmful = /\p{Cc}(?<!\n)|\u202e/u;
const hostile = "\u001b[2J\u202eevil\n";

async function start(fields: Partial<AdminContext> = {}) {
  const api = await startApi(fields);
  const environment = { adminAddress: `unix:${api.admin.socket}` };
  const fleet = (argv: readonly string[], input?: string) =>
    runFleet(argv, { environment, ...(input !== undefined && { input: Buffer.from(input) }) });
  return { api, fleet, environment };
}

/** A message that failed, with everything in it that a client may choose chosen by a bad one. */
async function storeHostile({ admin, things }: ApiFixture) {
  const messageId = newMessageId();
  const time = timestampFromMs(Date.now());
  const source = { clientId: things.clientId, serviceName: "evil" };
  const destination = { clientId: undefined, serviceName: "<script>" };
  const message = {
    ...makeMessage({ source, destination, messageType: hostile }),
    ...{ messageId, creationTime: time, result: failureAt(time, hostile) },
  };
  const dueTime = microsFromMs(Date.now());
  await admin.context.store.messages.store([{ message, contactId: undefined, dueTime }]);
  return messageId;
}

test("without an operation it lists them, with one and --help its fields", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const listed = await fleet(["api"]);
  for (const name of Object.keys(operations)) expect(listed.out).toContain(name);
  const json = JSON.parse((await fleet(["api", "--json"])).out) as { name: string }[];
  expect(json.map(({ name }) => name)).toEqual(Object.keys(operations));
  const help = await fleet(["api", "send-message", "--help"]);
  expect(help.out).toMatch(/--service_name +text +yes/);
  expect((await fleet(["api", "--help"])).out).toMatch(/^Usage: fleet api/);
});

test("what is missing and what is no day is called that", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const { exitCode, error } = await fleet(["api", "get_client"]);
  expect([exitCode, error]).toEqual([2, expect.stringContaining("client_id: it is missing\n")]);
  const day = await fleet(["message", "stats", "--from", "yesterday"]);
  expect([day.exitCode, day.error]).toEqual([2, expect.stringContaining("from: it is no day, ")]);
});

test("what a client's clock said belongs to the contact that brought it", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const { clientId } = api.things;
  const nonces = { sentNonce: 7n, receivedNonce: 0n, reofferAtEnd: false, continues: true };
  const time = 1_800_000_000_000_000;
  const place = { time, observedAddress: "192.0.2.1:1", server: "local", streamingTo: "local" };
  const clientClock = { seconds: 1_800_000_000, nanos: 0 };
  const contact = { clientId, ...nonces, ...place, clientClock };
  const [contactId = 0] = await api.admin.context.store.contacts.record([contact]);
  await api.admin.context.store.contacts.touch([contactId], time + 600e6);
  const client = await fleet(["api", "get_client", clientId]);
  expect(JSON.parse(client.out)).toMatchObject({
    last_clock: "2027-01-15T08:00:00.000000Z",
    last_clock_time: "2027-01-15T08:00:00.000000Z",
    last_contact_time: "2027-01-15T08:10:00.000000Z",
  });
});

test("flags, words of the path and a file of JSON make the input", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const { clientId } = api.things;
  const client = await fleet(["api", "get_client", clientId]);
  expect(JSON.parse(client.out)).toMatchObject({ client_id: clientId, pending: 1 });
  const args = ["--service-name", "ls", "--args", "-l,/", "--args=x"];
  const sent = await fleet(["api", "run_command", clientId, ...args]);
  const { message_id: id } = JSON.parse(sent.out) as { message_id: string };
  const shown = await fleet(["api", "get_message", id]);
  expect(JSON.parse(shown.out)).toMatchObject({ data: { json: { args: ["-l", "/", "x"] } } });
  const input = JSON.stringify({ client_id: clientId, service_name: "a", data: { text: "hi" } });
  const piped = await fleet(["api", "send_message", "--input", "-", "--service_name", "b"], input);
  const { message_id: other } = JSON.parse(piped.out) as { message_id: string };
  expect(JSON.parse((await fleet(["api", "get_message", other])).out)).toMatchObject({
    ...{ destination: { client_id: clientId, service_name: "b" }, data: { json: "hi" } },
  });
});

test.each([
  [[], true],
  [["--active"], true],
  [["--active", "true"], true],
  [["--active", "false"], false],
  [["--active=false"], false],
])("a field that is true or false: %j", async (flags, active) => {
  const { api, fleet } = await start();
  await using _ = api;
  await fleet(["api", "disable_broadcast", api.things.broadcastId]);
  const listed = await fleet(["api", "list_broadcasts", ...flags]);
  const { broadcasts } = JSON.parse(listed.out) as { broadcasts: unknown[] };
  expect(broadcasts).toHaveLength(active ? 0 : 1);
});

test.each([
  [["api", "list_client"], /no operation "list_client".*Did you mean "list_clients"/s],
  [["api", "list_clients", "--colour", "red"], /no field "colour"/],
  [["api", "list_clients", "--limit"], /--limit needs a value/],
  [["api", "list_clients", "--limit", "ten"], /--limit: "ten" is no integer/],
  [["api", "list_clients", "word"], /"word" is one word too many/],
  [["api", "list_clients", "--limit", "0"], /limit: /],
  [["api", "send_message", "--input", "/nowhere"], /cannot read --input "\/nowhere"/],
  [["api", "send_message", "--input", "-"], /the JSON cannot be used/],
  [["message", "stats", "--by", "colour"], /"colour" is none of/],
])("%j is refused as usage", async (argv, message) => {
  const { api, fleet } = await start();
  await using _ = api;
  const { exitCode, error } = await fleet(argv, "[]");
  expect(error).toMatch(message);
  expect(exitCode).toBe(2);
});

test("a write with an idempotency key is made once", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const call = (type: string, key = "once") =>
    fleet([
      ...["api", "send_message", "--client_id", api.things.clientId, "--service_name", "a"],
      ...["--message_type", type, "--idempotency_key", key],
    ]);
  const first = await call("One");
  expect((await call("One")).out).toBe(first.out);
  expect((await call("Two")).exitCode).toBe(8);
  expect((await call("One", "two words")).exitCode).toBe(2);
  expect(JSON.parse((await call("One", "other")).out)).not.toEqual(JSON.parse(first.out));
});

test("a stream is a line of JSON for each value, until Ctrl-C", async () => {
  const live = new LiveEvents();
  const { api, environment } = await start({ live });
  await using _ = api;
  const terminal = new FakeTerminal({ environment });
  const ended = runCommandLine(["api", "watch_events", "--types", "message"], terminal);
  await waitFor(() => live.subscriberCount > 0 || undefined, { what: "the subscription" });
  const { messageId } = api.things;
  live.publish({ type: "message.stored", message_id: messageId });
  await waitFor(() => terminal.out.includes("\n") || undefined, { what: "the event" });
  expect(JSON.parse(terminal.out)).toMatchObject({ message_id: messageId });
  terminal.interrupt();
  expect(await ended).toBe(130);
});

test("a trace says all of it, harmlessly, with exit code 1 for what failed", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const traced = await fleet(["message", "trace", api.things.messageId]);
  expect(traced.out).toMatch(/created .*waiting /s);
  expect(traced.exitCode).toBe(0);
  const id = await storeHostile(api);
  const failed = await fleet(["message", "trace", id]);
  expect(failed.exitCode).toBe(1);
  expect(failed.out).toMatch(/failed/);
  expect(failed.out).not.toMatch(harmful);
  const json = await fleet(["message", "trace", id, "--json"]);
  expect(json.out).not.toMatch(harmful);
  expect(JSON.parse(json.out)).toMatchObject({ state: "failed", failed_reason: hostile });
  expect((await fleet(["message", "trace", "0".repeat(64)])).exitCode).toBe(4);
});

test("messages are listed with filters, harmlessly", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  const id = await storeHostile(api);
  const failed = await fleet(["message", "list", "--state", "failed"]);
  expect(failed.out).toContain(id);
  expect(failed.out).not.toContain(api.things.messageId);
  expect(failed.out).not.toMatch(harmful);
  const client = api.things.clientId.slice(0, 6);
  const listed = await fleet(["message", "list", "--client", client, "--limit", "2", "--json"]);
  expect(JSON.parse(listed.out)).toHaveLength(2);
  const none = await fleet(["message", "list", "--service", "none"]);
  expect(none.error).toBe("There is no such message.\n");
});

test("stats count exactly, by what is asked", async () => {
  const { api, fleet } = await start();
  await using _ = api;
  await storeHostile(api);
  const all = JSON.parse((await fleet(["message", "stats", "--json"])).out) as unknown[];
  expect(all).toEqual([{ stored: 3, processed: 0, failed: 1, pending: 2 }]);
  const table = await fleet(["message", "stats", "--by", "type,service,day"]);
  expect(table.out).toMatch(/^TYPE +SERVICE +DAY +STORED/);
  expect(table.out).toMatch(/Greeting +echo +\d{4}-\d\d-\d\d +1 +0 +0 +1/);
  expect(table.out).not.toMatch(harmful);
});
