/**
 * Client and server whose clocks are an hour apart: the certificates that were made just now verify, messages go both
 * ways, each once, and what expires does so by the server's clock. Needs test/install/libfaketime.sh; the original's
 * client is a static program that cannot be shown another date, so beside it the server is.
 */
import { Database } from "bun:sqlite";
import { X509Certificate } from "node:crypto";
import { expect, test } from "bun:test";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { encodeStdinInput } from "../../src/proto/system-codec.ts";
import { runDoctor } from "../helpers/doctor.ts";
import { type ClientKind, Endpoint } from "../helpers/endpoint.ts";
import { ServerProcess } from "../helpers/server-process.ts";
import { waitFor } from "../helpers/wait-for.ts";

type Shift = "-1h" | "+1h" | "+0";

/** The environment that shows a process another date. */
function shiftedBy(shift: Shift): Readonly<Record<string, string>> {
  const library = readdirSync("/usr/lib")
    .map((name) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`)
    .find((path) => existsSync(path));
  if (library === undefined) throw new Error("run test/install/libfaketime.sh first");
  return { LD_PRELOAD: library, FAKETIME: shift };
}

interface MessageRow {
  readonly state: string;
  readonly tries: number;
  readonly message_type: string;
}

function messagesIn(server: ServerProcess): MessageRow[] {
  using database = new Database(server.databasePath, { readonly: true });
  const sql = "SELECT state, tries, message_type FROM messages WHERE destination_service = 'echo'";
  return database.query<MessageRow, []>(sql).all();
}

interface ListedClient {
  readonly client_id: string;
  readonly last_clock: string;
  readonly last_contact_time: string;
}

interface Case {
  readonly client: ClientKind;
  readonly clientShift: Shift;
  readonly serverShift: Shift;
  readonly transport: "AUTO" | "LONG_POLL" | "POLL";
}

const cases: readonly Case[] = [
  ...(["-1h", "+1h"] as const).flatMap((clientShift) =>
    (["AUTO", "LONG_POLL", "POLL"] as const).map((transport) => {
      return { client: "ours", clientShift, serverShift: "+0", transport } as const;
    }),
  ),
  { client: "ours", clientShift: "-1h", serverShift: "+1h", transport: "AUTO" },
  { client: "stock", clientShift: "+0", serverShift: "-1h", transport: "AUTO" },
  { client: "stock", clientShift: "+0", serverShift: "+1h", transport: "AUTO" },
  { client: "stock", clientShift: "+0", serverShift: "+1h", transport: "POLL" },
];

const hourMs = 3_600_000;
const shiftMs: Readonly<Record<Shift, number>> = { "-1h": -hourMs, "+1h": hourMs, "+0": 0 };

test("the compiled file takes its date from where it is shown one", async () => {
  await using server = await ServerProcess.start(shiftedBy("+1h"));
  const { validFromDate } = new X509Certificate(server.caCertificate);
  // Made an hour from now, and back-dated by two.
  const aheadMs = validFromDate.getTime() + hourMs - Date.now();
  expect(Math.abs(aheadMs)).toBeLessThan(60_000);
});

test.each(cases)(
  "$client client at $clientShift, server at $serverShift, $transport",
  async (one) => {
    await using server = await ServerProcess.start(shiftedBy(one.serverShift));
    using endpoint = new Endpoint({
      server: server.address,
      trustedCertificates: server.caCertificate,
      fields: { streaming: one.transport === "AUTO" },
      extension: `allow_unsigned_services: true transport: ${one.transport} reconnect { jitter {} }`,
    });
    endpoint.addStdinService("echo", "/bin/echo");
    const env = one.client === "ours" ? shiftedBy(one.clientShift) : {};
    await using client = endpoint.start(one.client, env);
    const known = await waitFor(
      async () => {
        const { stdout } = await server.command(["clients", "list", "--json"]);
        const [row] = JSON.parse(stdout || "[]") as ListedClient[];
        return row?.last_clock === undefined ? undefined : row;
      },
      { what: "the first contact", deadlineMs: 20_000 },
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}; the client wrote ${client.stderr()}`);
    });
    const { client_id: clientId, last_clock, last_contact_time } = known;
    const apartMs = Date.parse(last_clock) - Date.parse(last_contact_time);
    const expectedMs = shiftMs[one.clientShift] - shiftMs[one.serverShift];
    expect(Math.abs(apartMs - expectedMs)).toBeLessThan(60_000);

    const execute = (text: string) =>
      server.command(["exec", clientId, "echo", "--timeout", "30s", "--", text]);
    expect((await execute("one")).stdout).toBe("one\n");

    await server.kill();
    await server.resume();
    expect((await execute("two")).stdout).toBe("two\n");

    // By the server's clock it has a minute; by the client's it would be over, or have an hour more.
    const input = join(server.folder, "input.pb");
    writeFileSync(input, encodeStdinInput({ input: new Uint8Array(), args: ["three"] }));
    const broadcast = await server.command([
      ...["broadcast", "create", "echo", "StdinServiceInputMessage", "--expires", "1m"],
      ...["--data_file", input, "--type_url", "fleetspeak.stdinservice.InputMessage"],
    ]);
    expect([broadcast.status, broadcast.stderr]).toEqual([0, ""]);
    const answers = () =>
      messagesIn(server).filter((row) => row.message_type.endsWith("OutputMessage"));
    await waitFor(() => answers().length === 3, {
      what: "the answer to the broadcast",
      deadlineMs: 30_000,
    });
    await waitFor(() => messagesIn(server).every(({ state }) => state === "processed"), {
      what: "all messages to be processed",
      deadlineMs: 20_000,
    });
    expect(answers()).toHaveLength(3);
    // A poll of the original's is its own contact: what it brought may be offered once more before it is acknowledged.
    const mostTries = one.client === "stock" && one.transport === "POLL" ? 2 : 1;
    expect(messagesIn(server).filter(({ tries }) => tries > mostTries)).toEqual([]);
    expect(server.log).not.toMatch(/\[(WRN|ERR)\]|issued anew|reissued/);
  },
  120_000,
);

test("the doctor of a client whose date is wrong says so", async () => {
  await using server = await ServerProcess.start({});
  using endpoint = new Endpoint({
    ...{ server: server.address, trustedCertificates: server.caCertificate },
  });
  const find = async (shift: string) => {
    const run = await runDoctor(["--config", endpoint.configFile], {
      env: { ...shiftedBy("+0"), FAKETIME: shift },
    });
    return [run.exitStatus, run.complaints.filter((one) => / (?:tls|clock)$/.test(one))];
  };
  expect(await find("+0")).toEqual([0, []]);
  expect(await find("+10m")).toEqual([0, ["warn clock"]]);
  expect(await find("-90m")).toEqual([1, ["fail clock"]]);
  expect(await find("+800d")).toEqual([1, ["fail tls"]]);
}, 60_000);
