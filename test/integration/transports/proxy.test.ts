/** A client behind a proxy, and proxies that refuse, hang, lie or buffer. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import type { ContactFailure } from "../../../src/core/contact-failure.ts";
import { type FleetError, toFleetError } from "../../../src/core/errors.ts";
import { systemClock } from "../../../src/core/clock.ts";
import { parseProxy } from "../../../src/net/client-proxy/proxy.ts";
import { makeTunnelOpener } from "../../../src/net/client-proxy/tunnel.ts";
import { type ProxyBehaviour, startProxy } from "../../helpers/connect-proxy.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import { listenAsProxy } from "../../helpers/proxy-listener.ts";
import { startSocksProxy } from "../../helpers/socks-proxy.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { type TemporaryFolder, temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

const endlessHead = `HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(5000)}`;
const trustedByTests = readCertificate("ca").certificates;
const target = { host: "fleet.example.com", port: 443 };
const forever = new AbortController().signal;

function statusText(folder: TemporaryFolder): string {
  return readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8");
}

/** Opens a tunnel. @returns why not. */
async function failureThrough(
  url: string,
  trustedRoots = trustedByTests,
  to = target,
): Promise<FleetError | undefined> {
  const options = { clock: systemClock, answerMs: 200, trustedRoots: () => trustedRoots };
  const opened = makeTunnelOpener(parseProxy(url, "proxy"), options)(to, forever);
  return await opened.then(() => undefined, toFleetError);
}

describe("a client behind a proxy", () => {
  const transports = ["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const;
  test.each(transports)("works by %s, with credentials", async (transport) => {
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
  });

  test.each(transports)("works by %s through TLS to the proxy", async (transport) => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    await using proxy = await startProxy(undefined, { isTls: true });
    const sent = await fillOutbox(folder, 10);
    const options = {
      transport,
      proxy: parseProxy(`https://me:s%3At@localhost:${proxy.port}`, "proxy"),
      proxyRoots: trustedByTests,
    };
    const client = await startTestClient(folder, server.address, options);
    await waitFor(() => server.received.length >= sent.length, { what: "all came" });
    const ids = await server.send(client.clientId, 20);
    await waitFor(async () => (await server.acknowledged(ids)) === ids.length, {
      what: "all are acknowledged",
    });
    await client[Symbol.asyncDispose]();
    await waitFor(() => proxy.openSockets === 0, { what: "nothing is left open" });
    expect(proxy.heads[0]).toContain(`Proxy-Authorization: Basic ${btoa("me:s:t")}\r\n`);
  });

  test.each(transports)("works by %s through SOCKS, with credentials", async (transport) => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    await using proxy = await startSocksProxy({ login: "me:s:t" });
    const sent = await fillOutbox(folder, 10);
    const options = {
      transport,
      proxy: parseProxy(`socks5://me:s%3At@127.0.0.1:${proxy.port}`, "proxy"),
    };
    const client = await startTestClient(folder, server.address, options);
    await waitFor(() => server.received.length >= sent.length, { what: "all came" });
    await client[Symbol.asyncDispose]();
    await waitFor(() => proxy.openSockets === 0, { what: "nothing is left open" });
    expect(proxy.targets[0]).toBe(server.address);
    expect(proxy.logins[0]).toBe("me:s:t");
  });

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
    expect(JSON.parse(statusText(folder))).toMatchObject({
      proxy: `127.0.0.1:${proxy.port}`,
      failures: { proxy_refused: expect.any(Number) },
    });
  });

  test("does not wait for ever for a proxy that says yes and passes nothing on", async () => {
    using folder = temporaryFolder();
    await using proxy = await startProxy((socket) => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
    await using _client = await startTestClient(folder, "127.0.0.1:1", {
      proxy: parseProxy(`127.0.0.1:${proxy.port}`, "proxy"),
      timers: { connectMs: 100 },
    });
    await waitFor(() => statusText(folder).includes('"timeout": 3'), { what: "three attempts" });
    expect(statusText(folder)).toContain(
      `did not answer within 0.1 s through the proxy 127.0.0.1:${proxy.port}`,
    );
    await waitFor(() => proxy.openSockets <= 1, { what: "nothing piles up" });
  });
});

describe("a proxy that", () => {
  const cases: [what: string, behave: ProxyBehaviour, failure: ContactFailure, text: string][] = [
    ["refuses", (socket) => socket.end("HTTP/1.1 503 No\r\n\r\n"), "proxy_refused", "refuses"],
    ["fails", (socket) => socket.end("HTTP/1.1 502 No\r\n\r\n"), "proxy_refused", "refuses"],
    [
      "wants credentials",
      (socket) => socket.end("HTTP/1.1 407 No\r\n\r\n"),
      "proxy_credentials",
      "refuses",
    ],
    ["hangs", () => {}, "proxy_hangs", "does not answer within 0.2 s"],
    [
      "drips",
      (socket) => socket.write("HTTP/1.1 200"),
      "proxy_hangs",
      "does not answer within 0.2 s",
    ],
    ["closes", (socket) => socket.end(), "proxy_invalid", "closed"],
    ["breaks off", (socket) => socket.destroy(), "proxy_invalid", "closed"],
    ["says other things", (socket) => socket.write("SSH-2.0\r\n\r\n"), "proxy_invalid", "answers"],
    [
      "never ends its head",
      (socket) => socket.write(endlessHead),
      "proxy_invalid",
      "answers with no end",
    ],
    [
      "speaks in the tunnel before the client",
      (socket) => socket.write("HTTP/1.1 200 OK\r\n\r\nhello"),
      "proxy_invalid",
      "says more",
    ],
  ];
  describe.each([false, true])("with TLS: %p", (isTls) => {
    test.each(cases)("%s is named", async (...[, behave, failure, text]) => {
      await using proxy = await startProxy(behave, { isTls });
      const error = await failureThrough(`${isTls ? "https" : "http"}://localhost:${proxy.port}`);
      expect(error?.failure).toBe(failure);
      expect(error?.code).toBe(failure === "proxy_credentials" ? "refused" : "unavailable");
      expect(error?.message).toContain(`the proxy localhost:${proxy.port} ${text}`);
      await waitFor(() => proxy.openSockets === 0, { what: "the connection is closed" });
    });
  });

  test("is not there is named", async () => {
    const error = await failureThrough("socks5://127.0.0.1:1");
    expect(error?.failure).toBe("proxy_unreachable");
    expect(error?.message).toContain("the proxy 127.0.0.1:1 cannot be reached");
  });

  test("hangs is left at once when the client stops", async () => {
    await using proxy = await startProxy(() => {});
    const stop = new AbortController();
    const open = makeTunnelOpener(parseProxy(`127.0.0.1:${proxy.port}`, "proxy"), {
      clock: systemClock,
    });
    const opened = open(target, stop.signal).then(() => undefined, toFleetError);
    await waitFor(() => proxy.heads.length > 0, { what: "the request" });
    stop.abort(new Error("stopped"));
    expect((await opened)?.message).toBe("stopped");
    await waitFor(() => proxy.openSockets === 0, { what: "the connection is closed" });
  });
});

describe("an HTTPS proxy", () => {
  test.each([
    ["has no certificate of a CA that is trusted", "localhost", "other-ca"],
    ["has one for another name", "127.0.0.2", "ca"],
  ])("that %s is not spoken to", async (_what, host, root) => {
    await using proxy = await startProxy(undefined, { isTls: true, host });
    const roots = readCertificate(root).certificates;
    const error = await failureThrough(`https://me:secret@${host}:${proxy.port}`, roots);
    expect(error?.failure).toBe("proxy_untrusted");
    expect(error?.message).toContain(`the proxy ${host}:${proxy.port} is not trusted`);
    expect(proxy.heads).toEqual([]);
  });

  test("that speaks no TLS is named", async () => {
    await using proxy = await startProxy();
    const error = await failureThrough(`https://localhost:${proxy.port}`);
    expect(error?.message).toContain(`the proxy localhost:${proxy.port}`);
    expect(["proxy_unreachable", "proxy_hangs"]).toContain(error?.failure ?? "");
  });
});

describe("a SOCKS proxy", () => {
  test("resolves names itself, and is told addresses as addresses", async () => {
    await using proxy = await startSocksProxy({ refuseWith: 4 });
    const url = `socks5h://127.0.0.1:${proxy.port}`;
    for (const host of [target.host, "192.0.2.7", "2001:db8::1"]) {
      const error = await failureThrough(url, undefined, { host, port: 443 });
      expect(error?.failure).toBe("proxy_refused");
      expect(error?.message).toContain("the host is unreachable");
    }
    const packed = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1].join(".");
    expect(proxy.targets).toEqual([`${target.host}:443`, "192.0.2.7:443", `${packed}:443`]);
  });

  test.each([
    ["socks5://127.0.0.1", "wants to know who connects"],
    ["socks5://me:wrong@127.0.0.1", "refuses user and password"],
  ])("with a login: %s", async (url, text) => {
    await using proxy = await startSocksProxy({ login: "me:secret" });
    const error = await failureThrough(`${url}:${proxy.port}`);
    expect(error?.failure).toBe("proxy_credentials");
    expect(error?.message).toContain(text);
    expect(error?.message).not.toContain("wrong");
  });

  const lies: [what: string, says: Uint8Array, failure: ContactFailure][] = [
    ["speaks HTTP", Buffer.from("HTTP/1.1 400 Bad\r\n\r\n"), "proxy_invalid"],
    ["is SOCKS4", Buffer.of(0, 90), "proxy_invalid"],
    ["chooses what was not offered", Buffer.of(5, 1), "proxy_invalid"],
    ["wants a password that is not there", Buffer.of(5, 2), "proxy_credentials"],
    ["stops in between", Buffer.of(5), "proxy_hangs"],
    ["has an unknown kind of address", Buffer.of(5, 0, 5, 0, 0, 9), "proxy_invalid"],
    ["never ends its name", Buffer.of(5, 0, 5, 0, 0, 3, 255, 65), "proxy_hangs"],
    ["has an unknown code", Buffer.of(5, 0, 5, 77, 0, 1, 0, 0, 0, 0, 0, 0), "proxy_refused"],
    ["says more", Buffer.of(5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 9), "proxy_invalid"],
  ];
  test.each(lies)("that %s is named", async (_what, says, failure) => {
    await using proxy = await listenAsProxy(false, (socket) => void socket.resume().write(says));
    const error = await failureThrough(`socks5://127.0.0.1:${proxy.port}`);
    expect(error?.failure).toBe(failure);
    expect(error?.message).toContain(`the proxy 127.0.0.1:${proxy.port} `);
    await waitFor(() => proxy.openSockets === 0, { what: "the connection is closed" });
  });
});
