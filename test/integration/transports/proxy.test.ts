/** A client behind an HTTP proxy, and proxies that refuse, hang, lie or buffer. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { type ErrorCode, toFleetError } from "../../../src/core/errors.ts";
import { systemClock } from "../../../src/core/clock.ts";
import { makeTunnelOpener, parseProxy } from "../../../src/net/proxy.ts";
import { type ProxyBehaviour, startProxy } from "../../helpers/connect-proxy.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { type TemporaryFolder, temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

const endlessHead = `HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(5000)}`;
const target = { host: "fleet.example.com", port: 443 };
const forever = new AbortController().signal;

function statusText(folder: TemporaryFolder): string {
  return readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8");
}

describe("a client behind a proxy", () => {
  test.each(["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const)(
    "works by %s, with credentials",
    async (transport) => {
      using folder = temporaryFolder();
      await using server = await TestServer.start();
      await using proxy = await startProxy();
      const sent = await fillOutbox(folder, 10);
      const options = {
        transport,
        proxy: parseProxy(`http://me:s%3At@127.0.0.1:${proxy.port}`, "proxy"),
      };
      await using _client = await startTestClient(folder, server.address, options);
      await waitFor(() => server.received.length >= sent.length, { what: "all came" });
      expect(proxy.heads[0]).toContain(`CONNECT ${server.address} HTTP/1.1\r\n`);
      expect(proxy.heads[0]).toContain(`Proxy-Authorization: Basic ${btoa("me:s:t")}\r\n`);
    },
  );

  test("goes past it where that is said of the server", async () => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    await using proxy = await startProxy();
    const sent = await fillOutbox(folder, 1);
    const options = {
      proxy: parseProxy(`127.0.0.1:${proxy.port}`, "HTTPS_PROXY"),
      isProxied: () => false,
    };
    await using _client = await startTestClient(folder, server.address, options);
    await waitFor(() => server.received.length >= sent.length, { what: "all came" });
    expect(proxy.heads).toEqual([]);
  });

  test("names the proxy that refuses in its status, without the password", async () => {
    using folder = temporaryFolder();
    await using proxy = await startProxy((socket) => socket.end("HTTP/1.1 403 No\r\n\r\n"));
    const options = { proxy: parseProxy(`http://me:secret@127.0.0.1:${proxy.port}`, "proxy") };
    await using _client = await startTestClient(folder, "127.0.0.1:1", options);
    await waitFor(() => statusText(folder).includes("with status 403"), { what: "the error" });
    expect(statusText(folder)).toContain(`127.0.0.1:${proxy.port}`);
    expect(statusText(folder)).not.toContain("secret");
  });
});

describe("a proxy that", () => {
  const cases: [what: string, behave: ProxyBehaviour, code: ErrorCode, text: string][] = [
    ["refuses", (socket) => socket.end("HTTP/1.1 503 No\r\n\r\n"), "unavailable", "refuses"],
    ["wants credentials", (socket) => socket.end("HTTP/1.1 407 No\r\n\r\n"), "refused", "refuses"],
    ["hangs", () => {}, "unavailable", "does not answer CONNECT within 0.2 s"],
    ["closes", (socket) => socket.end(), "unavailable", "closed"],
    ["breaks off", (socket) => socket.destroy(), "unavailable", ""],
    [
      "says other things",
      (socket) => socket.write("SSH-2.0\r\n\r\n"),
      "unavailable",
      "answers CONNECT",
    ],
    [
      "never ends its head",
      (socket) => socket.write(endlessHead),
      "unavailable",
      "answers with no end",
    ],
  ];
  test.each(cases)("%s is named", async (...[, behave, code, text]) => {
    await using proxy = await startProxy(behave);
    const open = makeTunnelOpener(parseProxy(`127.0.0.1:${proxy.port}`, "proxy"), systemClock, 200);
    const opened = open(target, forever);
    const error = await opened.then(() => undefined, toFleetError);
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(`the proxy 127.0.0.1:${proxy.port} ${text}`);
  });

  test("is not there is named", async () => {
    const open = makeTunnelOpener(parseProxy("127.0.0.1:1", "proxy"), systemClock);
    await expect(open(target, forever)).rejects.toThrow("cannot connect to the proxy 127.0.0.1:1");
  });

  test("hangs is left at once when the client stops", async () => {
    await using proxy = await startProxy(() => {});
    const stop = new AbortController();
    const open = makeTunnelOpener(parseProxy(`127.0.0.1:${proxy.port}`, "proxy"), systemClock);
    const opened = open(target, stop.signal);
    opened.catch(() => {});
    await waitFor(() => proxy.heads.length > 0, { what: "the request" });
    stop.abort(new Error("stopped"));
    await expect(opened).rejects.toThrow("stopped");
  });
});
