import { describe, expect, test } from "bun:test";
import { X509Certificate } from "node:crypto";
import net from "node:net";

import { systemClock } from "../../../src/core/clock.ts";
import { ClientConnection } from "../../../src/net/http1/client-connection.ts";
import { peerIdentityOf } from "../../../src/net/peer-identity.ts";
import { readWholeBody } from "../../../src/net/read-body.ts";
import { RecordReader, RecordWriter } from "../../../src/net/record-stream.ts";
import { normalizeSerial } from "../../../src/net/server-trust.ts";
import { connectTls, type TlsConnectOptions } from "../../../src/net/tls-client.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import { ca, serverCertificate, startServer, type TestHandler } from "./support.ts";

const identity = readCertificate("client-p256");

const identify: TestHandler = async (request, socket) => {
  await request.respond(200, {}, Buffer.from(peerIdentityOf(socket).clientId));
};

function connect(port: number, options: Partial<TlsConnectOptions> = {}) {
  return connectTls({
    address: { host: "127.0.0.1", port },
    clock: systemClock,
    trustedRoots: ca,
    clientCertificate: identity.certificates,
    clientKey: identity.key,
    ...options,
  });
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

function serialOf(pem: string): string {
  return normalizeSerial(new X509Certificate(pem).serialNumber);
}

describe("a client", () => {
  test.each([[undefined], ["localhost"]])(
    "is known to the server by its key (server_name %p)",
    async (serverName) => {
      await using server = await startServer(identify);
      const socket = await connect(server.address.port, serverName ? { serverName } : {});
      expect(socket.alpnProtocol).toBe("http/1.1");
      using client = new ClientConnection(socket, { clock: systemClock });
      const response = await client.request({ method: "GET", target: "/", headers: { Host: "a" } });
      const body = await readWholeBody(response, { maxBytes: 100, clock: systemClock });
      expect(Buffer.from(body).toString()).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  test("streams records both ways at once", async () => {
    await using server = await startServer(async (request) => {
      const options = { clock: systemClock, maxBytes: 1_000_000, expectMagic: true };
      const reader = new RecordReader(request.body, options);
      const first = await reader.read();
      const writer = new RecordWriter(request.startChunked(200), { sendMagic: false });
      for (let record = first; record; record = await reader.read()) await writer.write(record);
      await writer.end();
    });
    using client = new ClientConnection(await connect(server.address.port), { clock: systemClock });
    const request = client.open({
      method: "POST",
      target: "/streaming-message",
      headers: { Host: "a" },
    });
    const writer = new RecordWriter(request.body, { sendMagic: true });
    await writer.write(Buffer.from("hello"));
    const response = await request.response(5_000);
    const reader = new RecordReader(response.body, {
      clock: systemClock,
      maxBytes: 1_000_000,
      expectMagic: false,
    });
    for (let size = 0; size < 300_000; size += 29_999) {
      await reader.read();
      await writer.write(Buffer.alloc(size, 7));
    }
    expect(await reader.read()).toHaveLength(299_990);
    await writer.end();
    expect(await reader.read()).toBeUndefined();
  });

  test("trusts the server's own certificate as a root, signed by itself or not", async () => {
    await using server = await startServer(identify);
    (
      await connect(server.address.port, { trustedRoots: serverCertificate.certificates })
    ).destroy();
    const own = readCertificate("self-signed-server");
    server.replaceCertificate(own);
    const options = { trustedRoots: own.certificates, serverName: "localhost" };
    (await connect(server.address.port, options)).destroy();
  });

  test("says which certificate a server of another CA has, and whom it trusts", async () => {
    await using server = await startServer(identify);
    const trustedRoots = readCertificate("other-ca").certificates;
    const error = await errorOf(connect(server.address.port, { trustedRoots }));
    const presented = new X509Certificate(serverCertificate.certificates);
    expect(error).toMatchObject({ code: "refused" });
    for (const part of [
      "CN=srv",
      "CN=Test CA",
      presented.fingerprint256,
      "CN=Other CA",
      `:${server.address.port}`,
    ]) {
      expect(String(error)).toContain(part);
    }
  });

  test("is not talked out of it by the environment", async () => {
    await using server = await startServer(identify);
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      const trustedRoots = readCertificate("other-ca").certificates;
      expect(await errorOf(connect(server.address.port, { trustedRoots }))).toMatchObject({
        code: "refused",
      });
    } finally {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    }
  });

  test("says for which names the certificate is", async () => {
    await using server = await startServer(identify);
    const error = await errorOf(connect(server.address.port, { serverName: "elsewhere" }));
    expect(error).toMatchObject({ code: "refused" });
    expect(String(error)).toContain('DNS:localhost, IP Address:127.0.0.1, not for "elsewhere"');
  });

  test.each([
    ["the server's", serverCertificate.certificates],
    ["its CA's", ca],
  ])("refuses a chain in which %s serial is revoked", async (_whose, pem) => {
    await using server = await startServer(identify);
    const error = await errorOf(
      connect(server.address.port, { revokedSerials: new Set([serialOf(pem)]) }),
    );
    expect(error).toMatchObject({ code: "refused" });
    expect(String(error)).toContain("is revoked");
    const others = new Set([serialOf(readCertificate("other-ca").certificates)]);
    (await connect(server.address.port, { revokedSerials: others })).destroy();
  });

  test("says that nobody listens", async () => {
    const server = await startServer(identify);
    await server.close();
    const error = await errorOf(connect(server.address.port));
    expect(error).toMatchObject({ code: "unavailable" });
    expect(String(error)).toContain(`127.0.0.1:${server.address.port}`);
  });

  test.each([
    ["roots that are none", { trustedRoots: "nothing" }],
    ["no roots", { trustedRoots: "" }],
    ["a key that is none", { clientKey: "nothing" }],
  ])("refuses %s", async (_what, options) => {
    await using server = await startServer(identify);
    expect(await errorOf(connect(server.address.port, options))).toMatchObject({
      code: "configuration",
    });
  });

  test("gives up a server that says nothing, after the time or when told", async () => {
    const silent = net.createServer(() => {});
    await new Promise<void>((resolve) => {
      silent.listen(0, "127.0.0.1", resolve);
    });
    const address = silent.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    expect(await errorOf(connect(port, { timeoutMs: 100 }))).toMatchObject({
      code: "deadline_exceeded",
    });
    const reason = new Error("told");
    const told = new AbortController();
    const connecting = errorOf(connect(port, { signal: told.signal }));
    told.abort(reason);
    expect(await connecting).toBe(reason);
    expect(await errorOf(connect(port, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    silent.close();
  });

  test("goes through a socket that it is given", async () => {
    await using server = await startServer(identify);
    const { port } = server.address;
    const openSocket = () =>
      new Promise<net.Socket>((resolve) => {
        const socket = net.connect(port, "127.0.0.1", () => resolve(socket));
      });
    const socket = await connect(1, { openSocket });
    using client = new ClientConnection(socket, { clock: systemClock });
    const response = await client.request({ method: "GET", target: "/", headers: { Host: "a" } });
    expect(response.status).toBe(200);
  });
});
