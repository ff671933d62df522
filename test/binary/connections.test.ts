/**
 * How the compiled client finds its way to the compiled server: AUTO and what it remembers, a proxy, and an identity
 * that is there twice.
 */
import { expect, test } from "bun:test";

import { SimulatedClient } from "../../benchmarks/lib/simulated-client.ts";
import { CompiledClient } from "../helpers/compiled-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { startProxy } from "../helpers/connect-proxy.ts";
import { waitFor } from "../helpers/wait-for.ts";

function addressOf({ port, caCertificate }: CompiledServer) {
  return { server: `127.0.0.1:${port}`, caCertificate };
}

test("AUTO takes the WebSocket", async () => {
  await using server = await CompiledServer.start();
  await using client = await CompiledClient.start(addressOf(server));
  await client.waitForContact("websocket");
});

test("AUTO falls back to the long poll where streaming is disabled, and remembers it over a restart", async () => {
  await using server = await CompiledServer.start({ disableStreaming: true });
  await using client = await CompiledClient.start(addressOf(server));
  await client.waitForContact("long_poll");
  const failed = (kind: string) => client.log.split(`by ${kind}`).length - 1;
  expect([failed("websocket"), failed("stream")]).toEqual([1, 1]);
  expect(client.log.indexOf("by websocket")).toBeLessThan(client.log.indexOf("by stream"));
  await client.restart();
  await client.waitForContact("long_poll");
  expect([failed("websocket"), failed("stream")]).toEqual([1, 1]);
});

test.each(["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const)(
  "a proxy with credentials is passed by %s, and no log holds the password",
  async (transport) => {
    await using server = await CompiledServer.start();
    await using proxy = await startProxy();
    const url = `http://me:s%3Acret@127.0.0.1:${proxy.port}`;
    await using client = await CompiledClient.start({
      ...addressOf(server),
      ...{ transport, proxy: url },
    });
    await client.waitForContact(transport.toLowerCase());
    expect(proxy.heads[0]).toContain(`CONNECT 127.0.0.1:${server.port} HTTP/1.1\r\n`);
    expect(proxy.heads[0]).toContain(`Proxy-Authorization: Basic ${btoa("me:s:cret")}\r\n`);
    expect(client.log).not.toContain("cret");
    expect(JSON.stringify(client.status)).not.toContain("cret");
  },
);

test("a proxy that refuses is named, and the client goes on trying", async () => {
  await using server = await CompiledServer.start();
  let refusals = 2;
  await using proxy = await startProxy((socket, _head, connect) => {
    if (refusals-- > 0) socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    else connect();
  });
  const url = `http://127.0.0.1:${proxy.port}`;
  await using client = await CompiledClient.start({ ...addressOf(server), proxy: url });
  await client.waitForLog(new RegExp(`127\\.0\\.0\\.1:${proxy.port}.*407`));
  await client.waitForContact("websocket", 20_000);
});

test.each(["stream", "websocket"] as const)(
  "two live streams (%s) of one identity: the older gets done_sending, and it is logged",
  async (transport) => {
    await using server = await CompiledServer.start();
    const { server: address, caCertificate: trustedRoots } = addressOf(server);
    await using older = await SimulatedClient.connect({ server: address, trustedRoots, transport });
    const { credentials } = older;
    await using newer = await SimulatedClient.connect({
      ...{ server: address, trustedRoots, transport, credentials },
    });
    const doneSending = async () => {
      while (!(await older.receive()).doneSending);
      return true;
    };
    expect(await doneSending()).toBe(true);
    const end = await older.receive().catch((error: unknown) => error);
    expect(String(end)).toContain("the server ended the stream");
    expect(newer.clientId).toBe(older.clientId);
    await waitFor(() => server.log.includes(`${older.clientId} opened another stream`), {
      what: "the log line",
    });
  },
);
