/** The clients' port behind proxies: identity per request, PROXY headers before TLS, sources that are not trusted. */
import { createHash, X509Certificate } from "node:crypto";
import net, { type Socket } from "node:net";
import tls from "node:tls";
import { describe, expect, test } from "bun:test";

import type { ClientId } from "../../../../src/core/ids.ts";
import { matchAddresses } from "../../../../src/net/proxy-rules.ts";
import type { FrontendListen } from "../../../../src/roles/server/comms/frontend.ts";
import { type TestIdentity, newTestIdentity } from "../../../helpers/raw-client.ts";
import { type ServerRun, runServer, trustedRoots } from "../../../helpers/running-server.ts";
import { contactRecord } from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

/** Sends bytes in clear text and keeps what comes. */
class Plain implements Disposable {
  readonly socket: Socket;
  received = "";
  closed = false;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => (this.received += chunk.toString("latin1")));
    socket.on("close", () => (this.closed = true));
    socket.on("error", () => {});
  }

  async statuses(count: number): Promise<number[]> {
    const found = () => [...this.received.matchAll(/HTTP\/1\.1 (\d{3}) /g)];
    await waitFor(() => found().length >= count, { what: `${count} answers` });
    return found().map(([, status]) => Number(status));
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

function connectPlain({ port }: ServerRun): Promise<Plain> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: "127.0.0.1", port }, () => resolve(new Plain(socket)));
    socket.once("error", reject);
  });
}

function poll(headers: Record<string, string>): Buffer {
  const body = contactRecord({});
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST /message HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n`;
  return Buffer.concat([Buffer.from(`${head}${lines.join("")}\r\n`), body]);
}

async function addressOf({ store }: ServerRun, clientId: ClientId): Promise<string | undefined> {
  return (await store.clients.get([clientId])).get(clientId)?.lastContactAddress;
}

function certificateHeader({ certificate }: TestIdentity) {
  return { "X-Cert": encodeURIComponent(certificate) };
}

function checksumHeader({ certificate }: TestIdentity) {
  const { raw } = new X509Certificate(certificate);
  return { "X-Sum": createHash("sha256").update(raw).digest("base64").replace(/=+$/, "") };
}

const cleartext: Partial<FrontendListen> = {
  certificate: undefined,
  identity: { kind: "certificate", certificateHeader: "X-Cert" },
};

describe("cleartext_header", () => {
  test("one connection carries many clients, each request its own", async () => {
    await using run = await runServer({}, cleartext);
    const [first, second] = [newTestIdentity(), newTestIdentity()];
    using client = await connectPlain(run);
    client.socket.write(poll(certificateHeader(first)));
    client.socket.write(poll(certificateHeader(second)));
    client.socket.write(poll({}));
    expect(await client.statuses(3)).toEqual([200, 200, 400]);
    expect(await addressOf(run, first.clientId)).toStartWith("127.0.0.1:");
    expect(await addressOf(run, second.clientId)).toBeDefined();
  });

  test("the client's address comes from the header, where one is configured", async () => {
    const isTrusted = matchAddresses(["127.0.0.0/8"]);
    const proxy = { protocol: false, isTrusted };
    const listen = { ...cleartext, proxy, clientAddressHeader: "X-Forwarded-For" };
    await using run = await runServer({}, listen);
    const identity = newTestIdentity();
    using client = await connectPlain(run);
    const forwarded = { "X-Forwarded-For": "203.0.113.9, 192.0.2.7" };
    client.socket.write(poll({ ...certificateHeader(identity), ...forwarded }));
    expect(await client.statuses(1)).toEqual([200]);
    expect(await addressOf(run, identity.clientId)).toBe("192.0.2.7:0");
  });

  test("a source that is no trusted proxy is closed without an answer", async () => {
    const proxy = { protocol: false, isTrusted: matchAddresses(["192.0.2.0/24"]) };
    await using run = await runServer({}, { ...cleartext, proxy });
    using client = await connectPlain(run);
    client.socket.write(poll(certificateHeader(newTestIdentity())));
    await waitFor(() => client.closed, { what: "the end of the connection" });
    expect(client.received).toBe("");
  });
});

test("https_header_checksum asks for both headers, over TLS without a client certificate", async () => {
  const kind = "checksum" as const;
  const identityMode = { kind, certificateHeader: "X-Cert", checksumHeader: "X-Sum" };
  await using run = await runServer({}, { identity: identityMode });
  const [own, other] = [newTestIdentity(), newTestIdentity()];
  const statusOf = async (headers: Record<string, string>) => {
    using client = await run.connect();
    client.socket.write(poll(headers));
    return await client.status();
  };
  expect(await statusOf({ ...certificateHeader(own), ...checksumHeader(own) })).toBe(200);
  expect(await statusOf({ ...certificateHeader(own), ...checksumHeader(other) })).toBe(400);
  expect(await statusOf(certificateHeader(own))).toBe(400);
});

describe("the PROXY protocol", () => {
  const proxy = { protocol: true, isTrusted: matchAddresses(["127.0.0.1"]) };

  /** @param header what comes before TLS. */
  async function pollThroughProxy(run: ServerRun, header: string, identity: TestIdentity) {
    using raw = await connectPlain(run);
    raw.socket.write(header);
    raw.socket.removeAllListeners("data");
    const { certificate: cert, key } = identity;
    const options = { socket: raw.socket, ca: trustedRoots, servername: "localhost", cert, key };
    return await new Promise<string>((resolve, reject) => {
      const secured = tls.connect(options, () => secured.write(poll({})));
      secured.once("data", (chunk: Buffer) => resolve(chunk.toString("latin1", 0, 12)));
      secured.once("error", reject);
      secured.once("close", () => reject(new Error("closed")));
    });
  }

  test("gives the address of the client behind TLS", async () => {
    await using run = await runServer({}, { proxy });
    const identity = newTestIdentity();
    const header = "PROXY TCP4 192.0.2.9 198.51.100.1 4321 443\r\n";
    expect(await pollThroughProxy(run, header, identity)).toBe("HTTP/1.1 200");
    expect(await addressOf(run, identity.clientId)).toBe("192.0.2.9:4321");
  });

  test("limits count the clients behind the proxy, not the proxy", async () => {
    await using run = await runServer({}, { proxy, maxPerAddress: 1 });
    const from = (host: string) => `PROXY TCP4 ${host} 198.51.100.1 4321 443\r\n`;
    using _held = await connectPlain(run);
    _held.socket.write(from("192.0.2.1"));
    expect(await pollThroughProxy(run, from("192.0.2.2"), newTestIdentity())).toBe("HTTP/1.1 200");
    using second = await connectPlain(run);
    second.socket.write(from("192.0.2.1"));
    await waitFor(() => second.closed, { what: "the second of one address to be closed" });
  });

  test("a connection without it is closed", async () => {
    await using run = await runServer({}, { proxy });
    using client = await connectPlain(run);
    client.socket.write(Buffer.from([0x16, 3, 1, 2, 0, 1, 0]));
    await waitFor(() => client.closed, { what: "the end of the connection" });
    expect(client.received).toBe("");
  });

  test("works in clear text, with what follows in the same packet", async () => {
    await using run = await runServer({}, { ...cleartext, proxy });
    const identity = newTestIdentity();
    using client = await connectPlain(run);
    const header = Buffer.from("PROXY TCP4 192.0.2.9 198.51.100.1 4321 443\r\n");
    client.socket.write(Buffer.concat([header, poll(certificateHeader(identity))]));
    expect(await client.statuses(1)).toEqual([200]);
    expect(await addressOf(run, identity.clientId)).toBe("192.0.2.9:4321");
  });
});
