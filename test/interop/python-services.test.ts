/**
 * The original's Python peers on both ends, with our server under ours and under the original's client. Needs
 * test/install/stock-fleetspeak.sh.
 */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { connectSocket } from "../../packages/connector/src/endpoint.ts";
import { newMessageId } from "../../src/core/ids.ts";
import { makeMessage } from "../../src/core/message.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { type RunningProgram, startBinary } from "../helpers/binary.ts";
import { type Maker, type Pair, pythonDaemon, startPair } from "../helpers/stock/pairs.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";

const python = stockPrograms.python;
const scripts = join(import.meta.dir, "../helpers/stock/python");
const testClient = ["-m", "fleetspeak.client_connector.testing.testclient", "--mode"];
const clients: readonly Maker[] = ["ours", "stock"];
const serviceName = "TestService";
const none = new Uint8Array();

/** A server-side service in Python. */
function startService(pair: Pair, args: readonly string[]): RunningProgram {
  const flags = [
    `--fleetspeak_message_listen_address=${pair.processorAddress}`,
    `--fleetspeak_server=${pair.adminAddress}`,
  ];
  return startBinary([...args, ...flags], { executable: python });
}

function socketService(folder: string): string {
  return `name: "${serviceName}" factory: "Socket" config {
    [type.googleapis.com/fleetspeak.socketservice.Config] { api_proxy_path: "${join(folder, "test.sock")}" } }\n`;
}

/** Of a testclient in this mode: what the server's log says of it in the end. */
const fates: readonly (readonly [string, string, RegExp])[] = [
  ["memoryhog", "memory_limit: 10000000", /killed process \d+ of service testclient: .*MEMORY/i],
  [
    "freezed",
    "monitor_heartbeats: true heartbeat_unresponsive_grace_period { seconds: 2 } " +
      "heartbeat_unresponsive_kill_period { seconds: 1 }",
    /killed process \d+ of service testclient: .*HEARTBEAT/i,
  ],
];

describe.each(clients)("under the client of: %s", (client) => {
  test("the server's loopback service sends back what a service on the endpoint sent", async () => {
    await using pair = await startPair({
      ...{ server: "ours", client, serviceName },
      services: (folder) => ({ [serviceName]: socketService(folder) }),
    });
    await using _loopback = startService(pair, [
      "-m",
      "fleetspeak.server_connector.testing.loopback",
    ]);
    const endpoint = connectSocket({ path: join(pair.folder, "test.sock"), retryMs: 100 });
    const came = new Map<string, Uint8Array | undefined>();
    const receiving = (async () => {
      for await (const { messageType, data } of endpoint.messages())
        came.set(messageType, data?.value);
    })();
    const sizes = [0, 1, 1000, 65_536, 2_000_000];
    for (const bytes of sizes) {
      await endpoint.send({
        messageType: `Size${bytes}`,
        data: {
          typeUrl: "type.googleapis.com/test",
          value: new Uint8Array(bytes).fill(bytes % 251),
        },
        destination: { clientId: none, serviceName },
      });
    }
    await waitFor(() => came.size === sizes.length, { what: "all of them", deadlineMs: 30_000 });
    endpoint.close();
    await receiving;
    for (const bytes of sizes) {
      expect(came.get(`Size${bytes}`)).toEqual(new Uint8Array(bytes).fill(bytes % 251));
    }
  }, 60_000);

  test("a Python daemon answers a Python service", async () => {
    await using pair = await startPair({
      ...{ server: "ours", client, serviceName },
      services: () => ({
        [serviceName]: pythonDaemon(serviceName, [join(scripts, "answering_daemon.py")]),
      }),
    });
    const args = [`--client_id=${pair.clientId}`, `--service=${serviceName}`, "--count=5"];
    await using service = startService(pair, [join(scripts, "round_trips.py"), ...args]);
    const { status, stdout, stderr } = await service.finished;
    expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
    expect(stdout.trim().split("\n")).toHaveLength(5);
    console.log(
      `${client}: milliseconds to and from a Python daemon: ${stdout.trim().replaceAll("\n", " ")}`,
    );
  }, 90_000);

  test.each(fates)(
    "the testclient %s is killed, and the server is told why",
    async (mode, limits, fate) => {
      await using pair = await startPair({
        ...{ server: "ours", client, serviceName },
        services: () => ({ testclient: pythonDaemon("testclient", [...testClient, mode], limits) }),
      });
      await waitFor(() => fate.test(pair.serverLog()), {
        what: `a line like ${String(fate)} of the server; it wrote:\n${pair.serverLog()}`,
        deadlineMs: 60_000,
      });
    },
    90_000,
  );

  test("the testclient loopback takes messages; what it sends back is for its own client", async () => {
    await using pair = await startPair({
      ...{ server: "ours", client, serviceName },
      services: () => ({ testclient: pythonDaemon("testclient", [...testClient, "loopback"]) }),
    });
    const { admin, clientId } = pair;
    const messageId = newMessageId();
    const message = makeMessage({
      source: { clientId: undefined, serviceName },
      destination: { clientId, serviceName: "testclient" },
      ...{ messageId, messageType: "Ping" },
    });
    await admin.call(adminMethods.insertMessage, message);
    const result = await waitFor(
      async () => (await admin.call(adminMethods.getMessageStatus, { messageId })).result,
      { what: "the acknowledgement", deadlineMs: 30_000 },
    );
    expect(result.failed).toBe(false);
    const pending = await admin.call(adminMethods.getPendingMessageCount, {
      clientIds: [clientId],
    });
    expect(pending).toEqual({ count: 0n });
  }, 60_000);
});
