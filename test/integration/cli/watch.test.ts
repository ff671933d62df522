import { describe, expect, test } from "bun:test";

import { runCommandLine } from "../../../src/cli/run.ts";
import { LiveFeed } from "../../../src/observability/live-feed.ts";
import { startAdmin } from "../../../src/roles/admin/admin.ts";
import { type AdminFixture, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeTerminal, type FakeTerminalOptions, runFleet } from "../../helpers/fake-terminal.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const clientId = "00000000000000aa";
const facts = { client_id: clientId, address: "192.0.2.1:1", transport: "stream" };
const messageId = "0".repeat(63).concat("1");
const hostile = "\u001b[2J\u202eevil\n<script>";

async function start() {
  const live = new LiveFeed();
  const fixture = await startFixture(undefined, { live: live.events });
  return { live: live.events, fixture };
}

/** `fleet watch` under way. */
class Watching implements AsyncDisposable {
  readonly terminal: FakeTerminal;
  readonly exit: Promise<number>;

  constructor(fixture: AdminFixture, argv: readonly string[], options: FakeTerminalOptions = {}) {
    const environment = { adminAddress: `unix:${fixture.socket}` };
    this.terminal = new FakeTerminal({ environment, ...options });
    this.exit = runCommandLine(["watch", ...argv], this.terminal);
  }

  get lines(): string[] {
    return this.terminal.out.split("\n").filter((line) => line !== "");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.terminal.interrupt();
    await this.exit;
  }
}

describe("fleet watch", () => {
  test("prints a line for each event until Ctrl-C", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    const watching = new Watching(fixture, []);
    await waitFor(() => live.subscriberCount === 1, { what: "the watch" });
    live.publish({ type: "client.connected", ...facts });
    live.publish({
      ...{ type: "message.failed", message_id: messageId, client_id: clientId },
      ...{ direction: "to_client", service_name: "ls", message_type: "List" },
      ...{ reason: "no such file", will_retry: false },
    });
    await waitFor(() => watching.lines.length === 2, { what: "two lines" });
    expect(watching.lines[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3}Z {2}client connected +00000000000000aa {2}192\.0\.2\.1:1 {2}stream$/,
    );
    expect(watching.lines[1]).toEndWith(
      `message failed        ${clientId} <-  ls  List  ${messageId}  no such file`,
    );
    watching.terminal.interrupt();
    expect(await watching.exit).toBe(130);
    await waitFor(() => live.subscriberCount === 0, { what: "its place to be free" });
  });

  test("shows harmlessly what clients chose, and colours only where a terminal shows them", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await using plain = new Watching(fixture, []);
    await using coloured = new Watching(fixture, [], { hasColors: true });
    await using json = new Watching(fixture, ["--json"], { hasColors: true });
    await waitFor(() => live.subscriberCount === 3, { what: "the watches" });
    live.publish({ type: "client.enrolled", ...facts, address: hostile, labels: [hostile] });
    live.publish({
      ...{ type: "message.failed", message_id: messageId, service_name: hostile },
      ...{ message_type: hostile, reason: hostile, will_retry: true },
    });
    live.publish({
      type: "alert.raised",
      alert: { id: "x", kind: "x", severity: "warning", text: hostile, since: "x", hint: hostile },
    });
    const all = [plain, coloured, json];
    await waitFor(() => all.every(({ lines }) => lines.length === 3), { what: "three lines each" });
    for (const { terminal } of [plain, json]) expect(terminal.out).toMatch(/^[\n\x20-\x7e]*$/);
    expect(coloured.terminal.out).toContain("\u001b[31mmessage failed");
    const colours = ["0", "2", "31", "32", "33"].map((parameter) => `\u001b[${parameter}m`);
    const others = colours.reduce(
      (text, colour) => text.replaceAll(colour, ""),
      coloured.terminal.out,
    );
    expect(others).toBe(plain.terminal.out);
    expect(JSON.parse(json.lines[1] ?? "")).toMatchObject({ reason: hostile, will_retry: true });
  });

  test("asks for what is wanted: types, clients by the beginning of their id, services", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await fixture.context.store.clients.add([
      { clientId, publicKey: new Uint8Array([1]), labels: [], time: 1 } as never,
    ]);
    const argv = ["--type", "message", "--client", "00000000000000a", "--service", "ls"];
    await using watching = new Watching(fixture, [...argv, "--json"]);
    await waitFor(() => live.subscriberCount === 1, { what: "the watch" });
    live.publish({ type: "client.connected", ...facts });
    live.publish({ type: "message.stored", message_id: messageId, client_id: clientId });
    live.publish({ type: "message.stored", message_id: messageId, service_name: "ls" });
    live.publish({
      ...{ type: "message.stored", message_id: messageId, client_id: clientId },
      service_name: "ls",
    });
    await waitFor(() => watching.lines.length > 0, { what: "the line" });
    expect(watching.lines).toHaveLength(1);
    expect(JSON.parse(watching.lines[0] ?? "")).toMatchObject({
      client_id: clientId,
      service_name: "ls",
    });
  });

  test("begins after an event that is named", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await using first = new Watching(fixture, ["--json"]);
    await waitFor(() => live.subscriberCount === 1, { what: "the watch" });
    live.publish({ type: "client.connected", ...facts });
    live.publish({ type: "client.disconnected", ...facts, ended_by: "server" });
    await waitFor(() => first.lines.length === 2, { what: "two lines" });
    const { id } = JSON.parse(first.lines[0] ?? "") as { id: string };
    await using second = new Watching(fixture, ["--json", "--since", id]);
    await waitFor(() => second.lines.length === 1, { what: "the second event" });
    expect(second.lines[0]).toBe(first.lines[1]);
  });

  test("of sums of messages it prints one line a second", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await using watching = new Watching(fixture, []);
    await waitFor(() => live.subscriberCount === 1, { what: "the watch" });
    const sum = { stored: 10, delivered: 0, acknowledged: 0, processed: 9, failed: 1 };
    for (let index = 0; index < 5; index += 1) live.publish({ type: "messages.summary", ...sum });
    await waitFor(() => watching.lines.length > 0, { what: "the sum" });
    expect(watching.lines).toHaveLength(1);
    expect(watching.lines[0]).toEndWith("50 stored, 45 processed, 5 failed");
  });

  test("a server that goes away is waited for, and the gap is said", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await using watching = new Watching(fixture, []);
    await using json = new Watching(fixture, ["--json"]);
    await waitFor(() => live.subscriberCount === 2, { what: "the watch" });
    live.publish({ type: "client.connected", ...facts });
    await waitFor(() => watching.lines.length === 1 && json.lines.length === 1, { what: "a line" });
    await fixture.admin[Symbol.asyncDispose]();
    await waitFor(() => watching.terminal.error.includes("waiting for it to come back"), {
      what: "word of it",
    });
    const next = new LiveFeed();
    await using _again = await startAdmin({
      ...{ ...fixture.context, live: next.events },
      listeners: [{ kind: "unix", path: fixture.socket }],
    });
    await waitFor(() => watching.lines.length === 2 && json.lines.length === 2, {
      what: "word of the gap",
    });
    expect(watching.lines[1]).toContain("the server was started anew: events may be missing here");
    expect(JSON.parse(json.lines[1] ?? "")).toMatchObject({ type: "reset", reason: "other_start" });
    expect(watching.terminal.error).toContain("connected again\n");
    next.events.publish({ type: "client.connected", ...facts });
    await waitFor(() => watching.lines.length === 3, { what: "the next event" });
  });

  test("a watch that had seen nothing is told of the gap as well", async () => {
    const { live, fixture } = await start();
    await using _fixture = fixture;
    await using watching = new Watching(fixture, ["--json"]);
    await waitFor(() => live.subscriberCount === 1, { what: "the watch" });
    await fixture.admin[Symbol.asyncDispose]();
    await using _again = await startAdmin({
      ...{ ...fixture.context, live: new LiveFeed().events },
      listeners: [{ kind: "unix", path: fixture.socket }],
    });
    await waitFor(() => watching.lines.length === 1, { what: "word of the gap" });
    expect(JSON.parse(watching.lines[0] ?? "")).toMatchObject({ type: "reset" });
  });

  test("a type that there is none of, and a server that is not there, end it at once", async () => {
    const { fixture } = await start();
    await using _fixture = fixture;
    const environment = { adminAddress: `unix:${fixture.socket}` };
    const wrong = await runFleet(["watch", "--type", "message.lost"], { environment });
    expect(wrong).toMatchObject({ exitCode: 2, out: "" });
    expect(wrong.error).toContain('"message.lost" is no type of event');
    const nobody = { adminAddress: `unix:${fixture.folder}/nobody.sock` };
    const away = await runFleet(["watch"], { environment: nobody });
    expect(away).toMatchObject({ exitCode: 5, out: "" });
  });
});
