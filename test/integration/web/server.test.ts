import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import tls from "node:tls";

import { FleetError } from "../../../src/core/errors.ts";
import { type CertifiedKey, makeServerCertificate } from "../../../src/net/certificates.ts";
import { makeAdminCertificates } from "../../helpers/admin-certificates.ts";
import { WebFixture } from "../../helpers/web-fixture.ts";

/** Writes as a test says, one piece after the other. @returns what came back until the connection was closed. */
async function exchange(
  port: number,
  pieces: readonly string[],
  pauseMs = 0,
): Promise<{ text: string; ms: number }> {
  const begin = performance.now();
  const socket = connect(port, "127.0.0.1");
  const closed = new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
  for (const piece of pieces) {
    if (socket.closed) break;
    socket.write(piece);
    if (pauseMs > 0) await Bun.sleep(pauseMs);
  }
  return { text: await closed, ms: performance.now() - begin };
}

const head = (...lines: string[]) => `${["GET / HTTP/1.1", ...lines].join("\r\n")}\r\n\r\n`;
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);

describe("a request that is not as it should be", () => {
  test.each([
    [
      "of a head that has no end",
      [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(64_000)}`],
      [431],
    ],
    [
      "of three hundred headers",
      [head("Host: localhost", ...Array<string>(300).fill("X: a"))],
      [431],
    ],
    ["of no host", [head("Connection: close")], [400]],
    [
      "of two hosts",
      [head("Host: localhost", "Host: evil.example", "Connection: close")],
      [400, 403],
    ],
    ["of a host that is none", [head("Host: localhost@evil.example/", "Connection: close")], [403]],
    [
      "of two lengths",
      [head("Host: localhost", "Content-Length: 1", "Transfer-Encoding: chunked")],
      [400],
    ],
    [
      "of a length over the limit",
      [head("Host: localhost", "Content-Length: 99999999").replace("GET", "POST")],
      [413],
    ],
    ["that is none", ["\x16\x03\x01\x02\x00\x01"], [400, Number.NaN]],
  ])("%s is refused, and the connection closed", async (_name, pieces, statuses) => {
    await using fixture = new WebFixture();
    const { text } = await exchange(fixture.web.port, pieces);
    expect(statuses).toContain(statusOf(text));
    expect(await (await fixture.request("/")).text()).toContain("page");
  });

  test("that comes slowly, or not at all, is not waited for", async () => {
    await using fixture = new WebFixture({ idleSeconds: 1 });
    const { port } = fixture.web;
    const begin = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    const post = "POST /link HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n";
    // The fake peers play slowness.
    const [silent, slowHead, slowBody] = await Promise.all([
      exchange(port, []),
      exchange(port, [begin, ...Array<string>(60).fill("X-More: y\r\n")], 1000),
      exchange(port, [post, ...Array<string>(60).fill("x")], 1000),
    ]);
    expect([silent.text, slowHead.text]).toEqual(["", ""]);
    for (const { ms } of [silent, slowHead, slowBody]) expect(ms).toBeLessThan(30_000);
    expect((await fixture.request("/link")).status).toBe(200);
  }, 60_000);

  test("a login of a megabyte is not read", async () => {
    await using fixture = new WebFixture();
    const answer = await fixture.request("/link", {
      ...{ method: "POST", headers: { origin: fixture.url } },
      form: { login: "a".repeat(1024 * 1024) },
    });
    expect(answer.status).toBe(401);
  });
});

test("a port that is taken is said, with what to do", async () => {
  await using fixture = new WebFixture();
  const listen = { host: "127.0.0.1", port: fixture.web.port };
  const start = () => new WebFixture({ listen });
  expect(start).toThrow(`the page cannot listen on "127.0.0.1:${listen.port}": it is in use`);
  try {
    start();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(FleetError);
    expect(thrown).toMatchObject({ code: "conflict", hint: expect.stringContaining("--web_addr") });
  }
});

describe("over TLS", () => {
  const webTls = ({ certificate, key }: CertifiedKey) => ({ certificates: certificate, key });

  const serialAt = (port: number, ca: string) =>
    new Promise<string | undefined>((resolve, reject) => {
      const socket = tls.connect({ port, host: "localhost", servername: "localhost", ca }, () => {
        resolve(socket.getPeerX509Certificate()?.serialNumber);
        socket.destroy();
      });
      socket.on("error", reject);
    });

  test("the cookie goes nowhere else, and only an https origin is ours", async () => {
    const { server, clientsCa } = await makeAdminCertificates();
    await using fixture = new WebFixture({ tls: webTls(server) });
    const trusted = { tls: { ca: clientsCa.certificate } };
    const login = await fixture.login();
    const post = (origin: string) =>
      fixture.request("/link", {
        method: "POST",
        form: { login },
        headers: { origin },
        ...trusted,
      });
    expect((await post(fixture.url.replace("https", "http"))).status).toBe(403);
    const answer = await post(fixture.url);
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toMatch(
      new RegExp(
        `^__Host-fleet_${fixture.web.port}=\\S+; Path=/; HttpOnly; SameSite=Strict; .*; Secure$`,
      ),
    );
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    const things = await fixture.request("/api/v1/things", { headers: { cookie }, ...trusted });
    expect(things.status).toBe(200);
    const plain = `http://127.0.0.1:${fixture.web.port}/`;
    expect(await fetch(plain).catch(() => "no answer")).toBe("no answer");
  });

  test("a certificate is replaced while streams go on, and one that does not fit changes nothing", async () => {
    const first = await makeAdminCertificates();
    const second = await makeServerCertificate({
      ...{ name: "test", hosts: ["localhost"], authority: first.clientsCa, now: Date.now() },
    });
    await using fixture = new WebFixture({ tls: webTls(first.server) });
    const { certificate: ca } = first.clientsCa;
    const token = await fixture.token();
    const stream = await fixture.request("/api/v1/stream", {
      ...{ headers: { authorization: `Bearer ${token}` }, tls: { ca } },
    });
    const reader = stream.body?.getReader();
    await reader?.read();
    const { port } = fixture.web;
    const before = await serialAt(port, ca);
    const { key } = first.server;
    expect(() => fixture.web.replaceTls({ certificates: second.certificate, key })).toThrow(
      "cannot use",
    );
    expect(await serialAt(port, ca)).toBe(before);
    fixture.web.replaceTls(webTls(second));
    expect(await serialAt(port, ca)).not.toBe(before);
    const next = reader?.read();
    await fixture.access.revoke("token", token.slice(6, 22) as never, {
      ...{ door: "socket", name: undefined, serial: undefined, scope: "admin", address: "here" },
    });
    expect((await next)?.done).toBe(true);
  });
});

test("behind a proxy, its origin is ours and its cookies are secure", async () => {
  const hosts = { names: [], publicUrls: ["https://fleet.example"] };
  await using fixture = new WebFixture({ hosts });
  const login = await fixture.login();
  const post = (origin: string) =>
    fixture.request("/link", {
      ...{ method: "POST", form: { login } },
      headers: { host: "fleet.example", origin },
    });
  expect((await post("http://fleet.example")).status).toBe(403);
  const answer = await post("https://fleet.example");
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([
    ...[204, expect.stringMatching(/^__Host-fleet_\d+=.*; Secure$/)],
  ] as [number, string]);
});
