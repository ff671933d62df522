import { describe, expect, test } from "bun:test";
import net from "node:net";

import { systemClock } from "../../../src/core/clock.ts";
import { deriveClientId } from "../../../src/core/ids.ts";
import { peerIdentityOf } from "../../../src/net/peer-identity.ts";
import { listenPlain } from "../../../src/net/listener.ts";
import { listenTls } from "../../../src/net/tls-listener.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import {
  loopback,
  RawClient,
  serverCertificate,
  startServer,
  type TestHandler,
} from "./support.ts";
import { X509Certificate } from "node:crypto";

const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

const identify: TestHandler = async (request, socket) => {
  await request.respond(200, {}, Buffer.from(peerIdentityOf(socket).clientId));
};

function credentials(...names: string[]) {
  const all = names.map((name) => readCertificate(name));
  return { cert: all.map(({ certificates }) => certificates).join(""), key: all[0]?.key };
}

describe("the identity of a client", () => {
  test.each([["p256"], ["p384"], ["p521"], ["rsa"], ["ed25519"]])(
    "is read from a certificate of Go's zero time with a key of type %s",
    async (kind) => {
      await using server = await startServer(identify);
      const certificate = credentials(`client-${kind}`);
      using client = await RawClient.connect(server.address.port, certificate);
      const key = new X509Certificate(certificate.cert).publicKey;
      const id = deriveClientId(key.export({ type: "spki", format: "der" }));
      await client.ask(get, `\r\n\r\n${id}`);
    },
  );

  test.each([
    ["none", [], "presented no certificate"],
    ["two", ["client-p256", "client-rsa"], "more than one certificate"],
    ["its CA's too", ["server", "ca"], "more than one certificate"],
    ["the same twice", ["client-p256", "client-p256"], "more than one certificate"],
  ])("is refused with 400 when there is %s", async (_what, names, reason) => {
    await using server = await startServer(identify);
    const certificate =
      names.length > 0 ? credentials(...names) : { cert: undefined, key: undefined };
    for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
      using client = await RawClient.connect(server.address.port, { ...certificate, maxVersion });
      expect(await client.ask(get, reason)).toStartWith("HTTP/1.1 400 ");
    }
  });

  test("belongs to its own connection: sessions are not resumed", async () => {
    await using server = await startServer(async (request, socket) => {
      await request.respond(200, {}, Buffer.from(`reused ${socket.isSessionReused()}`));
    });
    using first = await RawClient.connect(server.address.port, { maxVersion: "TLSv1.2" });
    await first.ask(get, "reused false");
    const session = first.socket.getSession();
    using second = await RawClient.connect(server.address.port, {
      maxVersion: "TLSv1.2",
      ...(session && { session }),
    });
    await second.ask(get, "reused false");
  });
});

describe("the handshake", () => {
  test.each([
    [["h2", "http/1.1"], "http/1.1"],
    [["http/1.1"], "http/1.1"],
    [undefined, "nothing"],
  ])("of a client that offers %p ends with %p", async (offered, chosen) => {
    await using server = await startServer(identify);
    const options = offered ? { ALPNProtocols: offered } : {};
    using client = await RawClient.connect(server.address.port, options);
    expect(client.socket.alpnProtocol || "nothing").toBe(chosen);
    await client.ask(get, "200 OK");
  });

  test.each([
    ["TLS 1.1", { minVersion: "TLSv1", maxVersion: "TLSv1.1" }],
    ["CBC", { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-SHA" }],
    ["h2 alone", { ALPNProtocols: ["h2"] }],
  ] as const)("fails with %s", async (_what, options) => {
    await using server = await startServer(identify);
    using client = await RawClient.connect(server.address.port, {
      ...options,
      ...("ALPNProtocols" in options && { ALPNProtocols: [...options.ALPNProtocols] }),
    });
    expect(client.socket.authorized).toBe(false);
    expect(client.error).toBeDefined();
  });

  test("that does not end in time is broken off, and others are served meanwhile", async () => {
    await using server = await startServer(identify, { handshakeTimeoutMs: 300 });
    const silent = net.connect(server.address.port, "127.0.0.1");
    let closed = false;
    silent
      .on("error", () => {})
      .on("close", () => {
        closed = true;
      });
    await waitFor(() => server.connectionCount === 1, { what: "it is counted" });
    using client = await RawClient.connect(server.address.port);
    await client.ask(get, "200 OK");
    await waitFor(() => closed, { what: "it is closed" });
    await waitFor(() => server.connectionCount === 1, { what: "it is no longer counted" });
  });

  test("uses a certificate that was swapped in, and still asks for the client's", async () => {
    await using server = await startServer(identify);
    const other = readCertificate("self-signed-server");
    server.replaceCertificate(other);
    using client = await RawClient.connect(server.address.port, {
      ca: other.certificates,
      ALPNProtocols: ["h2", "http/1.1"],
    });
    expect(client.socket.authorized).toBe(true);
    expect(client.socket.alpnProtocol).toBe("http/1.1");
    await client.ask(get, "200 OK");
    expect(() => server.replaceCertificate({ ...other, key: serverCertificate.key })).toThrow(
      "cannot be used",
    );
  });
});

describe("a listener", () => {
  test("counts connections, in all and per address", async () => {
    await using server = await startServer(identify, { maxPerAddress: 2 });
    using first = await RawClient.connect(server.address.port);
    using second = await RawClient.connect(server.address.port);
    using third = await RawClient.connect(server.address.port);
    await waitFor(() => third.closed || third.error !== undefined, {
      what: "the third is refused",
    });
    await first.ask(get, "200 OK");
    first.socket.destroy();
    await waitFor(() => server.connectionCount === 1, { what: "a place is free" });
    using fourth = await RawClient.connect(server.address.port);
    await fourth.ask(get, "200 OK");
    await second.ask(get, "200 OK");
  });

  test("exempts addresses from the limit per address, not from the limit in all", async () => {
    await using server = await startServer(identify, {
      maxConnections: 2,
      maxPerAddress: 1,
      isExempt: () => true,
    });
    using first = await RawClient.connect(server.address.port);
    using second = await RawClient.connect(server.address.port);
    await first.ask(get, "200 OK");
    await second.ask(get, "200 OK");
    using third = await RawClient.connect(server.address.port);
    await waitFor(() => third.closed || third.error !== undefined, {
      what: "the third is refused",
    });
  });

  test("lets requests end when it is closed, and then accepts nothing more", async () => {
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const server = await startServer(
      async (request) => {
        arrived.resolve();
        await answer.promise;
        await request.respond(200);
      },
      { closeGraceMs: 5_000 },
    );
    using idle = await RawClient.connect(server.address.port);
    using busy = await RawClient.connect(server.address.port);
    busy.socket.write(get);
    await arrived.promise;
    const closed = server.close();
    await waitFor(() => idle.ended || idle.closed, { what: "the idle one is closed" });
    answer.resolve();
    await busy.ask("", "Connection: close");
    await closed;
    using late = await RawClient.connect(server.address.port);
    expect(late.error).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("does not wait for ever when it is closed", async () => {
    const server = await startServer(() => new Promise(() => {}), { closeGraceMs: 100 });
    using client = await RawClient.connect(server.address.port);
    client.socket.write(get);
    await waitFor(() => server.connectionCount === 1, { what: "the server has it" });
    void server.close();
    await waitFor(() => client.closed, { what: "the client is cut off" });
  });

  test("says which address is in use, and what to do", async () => {
    await using server = await startServer(identify);
    const { address } = server;
    const again = listenTls({
      address,
      clock: systemClock,
      certificate: serverCertificate,
      onConnection: () => Promise.resolve(),
    });
    const error: unknown = await again.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "conflict", exitCode: 8 });
    expect(String(error)).toContain(`127.0.0.1:${address.port}`);
  });

  test.each([
    ["of another certificate", readCertificate("ca").key],
    ["that is none", "nothing"],
  ])("refuses a key %s", async (_what, key) => {
    const listening = startServer(identify, { certificate: { ...serverCertificate, key } });
    expect(await listening.catch((thrown: unknown) => thrown)).toMatchObject({
      code: "configuration",
    });
  });

  test("survives a handler that throws", async () => {
    const errors: unknown[] = [];
    await using server = await listenPlain({
      address: loopback,
      clock: systemClock,
      onConnection: () => Promise.reject(new Error("oh")),
      onError: (error) => void errors.push(error),
    });
    for (const round of [1, 2]) {
      const socket = net.connect(server.address.port, "127.0.0.1").on("error", () => {});
      await waitFor(() => errors.length === round, { what: "it is noticed" });
      socket.destroy();
    }
    expect(errors[0]).toMatchObject({ code: "internal" });
  });
});
