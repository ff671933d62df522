/** GET /api/v1/events of the compiled server, by a token: going on, and the end that comes with the token's. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { SimulatedClient, makeLoadMessage } from "../../benchmarks/lib/simulated-client.ts";
import { runBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { EventStream } from "../helpers/event-stream.ts";
import { waitFor } from "../helpers/wait-for.ts";

interface Made {
  readonly token_id: string;
  readonly token: string;
}

async function start() {
  const server = await CompiledServer.start({
    extension: 'web { listen_address: "127.0.0.1:0" }',
  });
  const runFile = readFileSync(join(`${server.databasePath}.d`, "run.json"), "utf8");
  const { web } = JSON.parse(runFile) as { web: string };
  const fleet = (...argv: string[]) =>
    runBinary([...argv, "--admin_addr", `unix:${server.socket}`]);
  const argv = ["token", "create", "--name", "watcher", "--scope", "read", "--json"];
  const made = await fleet(...argv, "--out", join(server.folder, "token"));
  expect(made).toMatchObject({ status: 0 });
  const { token_id: id } = JSON.parse(made.stdout) as Made;
  const token = readFileSync(join(server.folder, "token"), "utf8").trim();
  const url = `http://${web}/api/v1/events`;
  return { server, fleet, url, id, headers: { authorization: `Bearer ${token}` } };
}

async function connectOnce(server: CompiledServer): Promise<string> {
  await using client = await SimulatedClient.connect({
    ...{ server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate },
  });
  return client.clientId;
}

test("a script reads what happens, and goes on after the event that it saw last", async () => {
  const { server, url, headers } = await start();
  await using _server = server;
  const first = await EventStream.open(`${url}?types=client`, headers);
  const one = await connectOnce(server);
  const isGone = ({ event }: Record<string, string>) => event === "client.disconnected";
  await waitFor(() => first.frames.some(isGone), { what: "the client that came and went" });
  expect(first.frames.map(({ event }) => event)).toEqual([
    ...["client.enrolled", "client.connected", "client.disconnected"],
  ]);
  for (const { data } of first.frames)
    expect(JSON.parse(data ?? "")).toMatchObject({ client_id: one });
  const last = first.frames.at(-1)?.["id"] ?? "";
  first[Symbol.dispose]();
  const two = await connectOnce(server);
  using second = await EventStream.open(`${url}?types=client.enrolled`, {
    ...{ ...headers, "last-event-id": last },
  });
  await waitFor(() => second.frames.length > 0, { what: "what was missed" });
  expect(JSON.parse(second.frames[0]?.["data"] ?? "")).toMatchObject({ client_id: two });
}, 60_000);

test("an event is there within a tenth of a second of its commit, in the middle of twenty", async () => {
  const { server, url, headers } = await start();
  await using _server = server;
  using stream = await EventStream.open(`${url}?types=message.stored`, headers);
  await using client = await SimulatedClient.connect({
    ...{ server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate },
  });
  const agesMs: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    await client.send([makeLoadMessage("sink", 100)]);
    await waitFor(() => stream.frames.length > index, { what: "the event" });
    const { time } = JSON.parse(stream.frames[index]?.["data"] ?? "") as { time: string };
    agesMs.push(Date.now() - Date.parse(time));
  }
  expect(agesMs.toSorted((a, b) => a - b)[10]).toBeLessThan(100);
}, 60_000);

test("a server that is stopped ends its streams and is gone at once", async () => {
  const { server, url, headers } = await start();
  await using _server = server;
  using stream = await EventStream.open(url, headers);
  const started = performance.now();
  expect(await server.stop()).toBe(143);
  expect(performance.now() - started).toBeLessThan(5000);
  await waitFor(() => stream.over, { what: "the end of the stream" });
}, 60_000);

test("a stream ends with its token, at once", async () => {
  const { server, fleet, url, id, headers } = await start();
  await using _server = server;
  using stream = await EventStream.open(url, headers);
  expect(await fleet("token", "revoke", id)).toMatchObject({ status: 0 });
  await waitFor(() => stream.over, { what: "the end of the stream", deadlineMs: 5000 });
  const again = await fetch(url, { headers });
  expect(again.status).toBe(401);
}, 60_000);
