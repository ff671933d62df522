/** How the end of a stream looks to the server: a client that is stopped is no fault of anybody. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";

import { configureLog } from "../../../src/observability/log.ts";
import { encodeLength } from "../../../src/net/record-framing.ts";
import { chunk, openStream } from "../../helpers/raw-stream.ts";
import { startRelay } from "../../helpers/relay.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { temporaryFolder } from "../../unit/roles/client/support.ts";
import { startTestClient } from "./support.ts";

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  configureLog({ level: "debug", format: "console", write: (line) => void lines.push(line) });
});
afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

function linesWith(text: string): string[] {
  return lines.filter((line) => line.includes(text));
}

function expectNothingWrong(clientId: string): void {
  const own = linesWith(clientId);
  expect(own.filter((line) => /\[(?:WRN|ERR)\]|disconnected/.test(line))).toEqual([]);
}

describe("a client that is stopped ends its stream, and that is all the server says", () => {
  const cases = (["WEBSOCKET", "STREAM"] as const).flatMap((transport) =>
    [false, true].map((compression) => [transport, compression] as const),
  );
  test.each(cases)("%s, compressed: %p", async (transport, compression) => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    const client = await startTestClient(folder, server.address, { transport, compression });
    await waitFor(() => server.connectedCount === 1, { what: "the stream" });
    const ids = await server.send(client.clientId, 3);
    await waitFor(async () => (await server.acknowledged(ids)) === ids.length, {
      what: "all are acknowledged",
    });
    await client[Symbol.asyncDispose]();
    await waitFor(() => linesWith(`client ${client.clientId} ended its stream`).length === 1, {
      what: "the server's line",
    });
    expectNothingWrong(client.clientId);
  });
});

describe("a client that just closes its connection, as a stock client does,", () => {
  test("between two records has ended its stream", async () => {
    await using server = await TestServer.start();
    using raw = await openStream(server.address);
    raw.socket.end();
    await waitFor(() => linesWith(`client ${raw.clientId} ended its stream`).length === 1, {
      what: "the server's line",
    });
    expectNothingWrong(raw.clientId);
    expect(server.connectedCount).toBe(0);
  });

  test("in the middle of a record has not", async () => {
    await using server = await TestServer.start();
    using raw = await openStream(server.address);
    raw.socket.end(chunk(Buffer.concat([encodeLength(100), Buffer.alloc(10)])));
    await waitFor(() => linesWith("disconnected").length === 1, { what: "the server's line" });
    expect(linesWith("in the middle of a body").length).toBe(1);
    expect(linesWith("ended its stream")).toEqual([]);
  });
});

test("a connection that breaks is no end in order", async () => {
  using folder = temporaryFolder();
  await using server = await TestServer.start();
  await using relay = await startRelay(server.address, () => Infinity);
  await using client = await startTestClient(folder, relay.address, { transport: "STREAM" });
  await waitFor(() => server.connectedCount === 1, { what: "the stream" });
  relay.reset();
  await waitFor(() => linesWith(`client ${client.clientId} disconnected`).length === 1, {
    what: "the server's line",
  });
  expect(linesWith("ended its stream")).toEqual([]);
});
