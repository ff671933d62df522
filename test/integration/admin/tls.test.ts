import { afterEach, beforeAll, describe, expect, test } from "bun:test";
import { X509Certificate } from "node:crypto";
import net from "node:net";
import tls from "node:tls";

import { systemClock } from "../../../src/core/clock.ts";
import { FleetError } from "../../../src/core/errors.ts";
import { newMessageId } from "../../../src/core/ids.ts";
import { type CertifiedKey, makeServerCertificate } from "../../../src/net/certificates.ts";
import { configureLog } from "../../../src/observability/log.ts";
import { adminMethods, fleetMethods } from "../../../src/proto/admin-methods.ts";
import { apiMethod } from "../../../src/roles/admin/api/grpc-methods.ts";
import type { AdminChange, TlsListener } from "../../../src/roles/admin/options.ts";
import {
  type AdminCertificates,
  makeAdminCertificates,
  makeHolder,
  makeIntermediate,
} from "../../helpers/admin-certificates.ts";
import { type AdminFixture, addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { newTestIdentity } from "../../helpers/raw-client.ts";
import { waitFor } from "../../helpers/wait-for.ts";

let made: AdminCertificates;
let log = "";

beforeAll(async () => {
  made = await makeAdminCertificates();
});

afterEach(() => {
  log = "";
  configureLog({ level: "error", format: "console", write: () => {} });
});

function keepLog(): void {
  configureLog({ level: "warning", format: "console", write: (line) => void (log += line) });
}

function settings({ server, adminCa }: AdminCertificates): TlsListener["tls"] {
  const certificate = { certificates: server.certificate, key: server.key };
  return { certificate, clientCa: adminCa.certificate };
}

async function start(fields: Partial<TlsListener> = {}): Promise<AdminFixture> {
  keepLog();
  const listener = { kind: "tls" as const, address: "127.0.0.1:0", tls: settings(made) };
  return await startFixture([{ ...listener, ...fields }]);
}

function portOf({ admin }: AdminFixture): number {
  return Number(admin.addresses[0]?.split(":").at(-1));
}

function connect(fixture: AdminFixture, holder: CertifiedKey, ca = made.clientsCa.certificate) {
  return fixture.connect(undefined, { ca, certificate: holder.certificate, key: holder.key });
}

const everyId = { includeBlacklisted: true, lastContactAfter: undefined };

async function failureOf(promise: Promise<unknown>): Promise<FleetError> {
  const thrown = await promise.catch((error: unknown) => error);
  if (thrown instanceof FleetError) return thrown;
  throw new Error("it did not fail");
}

describe("an administrator with a certificate", () => {
  test("is served both services, and is named when something changes", async () => {
    const changes: AdminChange[] = [];
    keepLog();
    const listener = { kind: "tls" as const, address: "127.0.0.1:0", tls: settings(made) };
    await using fixture = await startFixture([listener], { changed: (one) => changes.push(one) });
    const [clientId = ""] = await addClients(fixture.context.store, "one");
    const client = connect(fixture, made.alice);
    const ids: string[] = [];
    for await (const { clientId: id } of await client.open(adminMethods.streamClientIds, everyId)) {
      ids.push(id);
    }
    expect(ids).toEqual([clientId]);
    const progress = await client.call(apiMethod("list_broadcasts"), {});
    expect(progress.broadcasts).toEqual([]);
    await client.call(adminMethods.storeFile, {
      ...{ serviceName: "s", fileName: "f", data: new Uint8Array(1) },
    });
    await client.call(apiMethod("delete_file"), { service_name: "s", file_name: "f" });
    const messageId = newMessageId();
    await client.call(apiMethod("delete_messages"), { message_ids: [messageId] });
    const caller = { name: "alice", serial: serialOf(made.alice) };
    expect(changes).toMatchObject([
      { action: 'stored file "f" of service "s"', caller },
      { action: 'deleted file "f" of service "s"', caller },
      { action: `deleted messages ${messageId}`, caller },
    ]);
    expect(changes[0]?.caller.address).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  test("is served over an intermediate CA that is sent along", async () => {
    const between = await makeIntermediate("between", made.adminCa);
    const bob = await makeHolder("bob", between);
    await using fixture = await start();
    const chain = { ...bob, certificate: bob.certificate + between.certificate };
    await connect(fixture, chain).call(adminMethods.keepAlive, {});
  });

  test("is turned away once the certificate has expired, on an open connection too", async () => {
    let shiftMs = 0;
    const clock = {
      now: () => systemClock.now() + shiftMs,
      elapsed: () => systemClock.elapsed(),
      sleep: systemClock.sleep.bind(systemClock),
      after: systemClock.after.bind(systemClock),
    };
    const listener = { kind: "tls" as const, address: "127.0.0.1:0", tls: settings(made) };
    await using fixture = await startFixture([listener], { clock });
    const client = connect(fixture, made.alice);
    await client.call(adminMethods.keepAlive, {});
    shiftMs = 366 * 86_400_000;
    const failure = await failureOf(client.call(adminMethods.keepAlive, {}));
    expect([failure.code, failure.message]).toEqual([
      "unauthenticated",
      'the certificate of "alice" has expired',
    ]);
  });

  test("reads no stream beyond the end of the certificate", async () => {
    const timers = new FakeClock();
    let shiftMs = 0;
    const clock = {
      now: () => systemClock.now() + shiftMs,
      elapsed: () => systemClock.elapsed(),
      sleep: timers.sleep.bind(timers),
      after: timers.after.bind(timers),
    };
    keepLog();
    const listener = { kind: "tls" as const, address: "127.0.0.1:0", tls: settings(made) };
    await using fixture = await startFixture([listener], { clock });
    const watching = await connect(fixture, made.alice).open(fleetMethods.watchMessages, {
      ...{ serviceName: "", clientIds: [], inReplyTo: undefined },
    });
    const watched = (async () => {
      for await (const _ of watching) void _;
    })();
    const ended = failureOf(watched);
    await timers.advance(120_000);
    expect(log).toBe("");
    shiftMs = 366 * 86_400_000;
    await timers.advance(120_000);
    await ended;
    expect(log).toContain("is not valid now");
  });

  test("is one of many at once: each call is that of its own connection", async () => {
    const changes: AdminChange[] = [];
    const listener = { kind: "tls" as const, address: "127.0.0.1:0", tls: settings(made) };
    await using fixture = await startFixture([listener], { changed: (one) => changes.push(one) });
    const names = ["ann", "ben", "cleo", "dora"];
    const holders = await Promise.all(names.map((name) => makeHolder(name, made.adminCa)));
    await Promise.all(
      holders.map((holder, index) => {
        const file = { serviceName: "s", fileName: names[index] ?? "", data: new Uint8Array(1) };
        return connect(fixture, holder).call(adminMethods.storeFile, file);
      }),
    );
    expect(changes.map(({ action, caller }) => action.includes(`"${caller.name}"`))).toEqual(
      names.map(() => true),
    );
  });
});

describe("nobody else is let in", () => {
  const cases: [who: string, reason: RegExp, holder: () => Promise<CertifiedKey>][] = [
    [
      "the holder of a certificate of another CA",
      /was not issued by the admin CA/,
      async () => (await makeAdminCertificates()).alice,
    ],
    [
      "the holder of a certificate of the clients' CA",
      /was not issued by the admin CA/,
      () => makeHolder("alice", made.clientsCa),
    ],
    [
      "a client with its own certificate",
      /is not for client authentication/,
      async () => newTestIdentity(),
    ],
    [
      "the holder of an expired certificate",
      /is not valid now/,
      () => makeHolder("alice", made.adminCa, Date.now() - 2 * 366 * 86_400_000),
    ],
    [
      "the holder of a certificate that is not valid yet",
      /is not valid now/,
      () => makeHolder("alice", made.adminCa, Date.now() + 86_400_000),
    ],
    [
      "the holder of a CA's certificate",
      /is a CA's own/,
      () => makeIntermediate("alice", made.adminCa),
    ],
    [
      "the server, with its own certificate",
      /not for client authentication/,
      async () => made.server,
    ],
    [
      "the holder of a certificate without a name",
      /does not name/,
      () => makeHolder("", made.adminCa),
    ],
  ];

  test.each(cases)("%s", async (_who, reason, holder) => {
    await using fixture = await start();
    const failure = await failureOf(
      connect(fixture, await holder()).call(adminMethods.keepAlive, {}),
    );
    expect(failure.code).toBe("unavailable");
    await waitFor(() => reason.test(log), { what: `a line like ${String(reason)} in:\n${log}` });
  });

  test("whoever presents no certificate", async () => {
    await using fixture = await start();
    const socket = tls.connect({
      ...{ port: portOf(fixture), host: "127.0.0.1", ca: made.clientsCa.certificate },
      ALPNProtocols: ["h2"],
    });
    await closed(socket);
    expect(log).toContain("it presented no certificate");
  });

  test("whoever talks in clear text", async () => {
    await using fixture = await start();
    const failure = await failureOf(fixture.connect().call(adminMethods.keepAlive, {}));
    expect(failure.code).toBe("unavailable");
    expect(failure.hint).toContain("--admin_cert");
  });

  test("whoever offers TLS 1.1 at most", async () => {
    await using fixture = await start();
    const socket = tls.connect({
      ...{ port: portOf(fixture), host: "127.0.0.1", ca: made.clientsCa.certificate },
      ...{ cert: made.alice.certificate, key: made.alice.key },
      ...{ minVersion: "TLSv1", maxVersion: "TLSv1.1" },
    });
    let secured = false;
    socket.once("secureConnect", () => (secured = true));
    await closed(socket);
    expect(secured).toBeFalse();
  });

  test("whoever does not finish the handshake in time", async () => {
    await using fixture = await start({ handshakeTimeoutMs: 50 });
    await closed(net.connect(portOf(fixture), "127.0.0.1"));
    await waitFor(() => log.includes("refused"), { what: "a line about it" });
  });

  test("and a server of another CA is not believed by the command line", async () => {
    await using fixture = await start();
    const client = connect(fixture, made.alice, made.adminCa.certificate);
    const failure = await failureOf(client.call(adminMethods.keepAlive, {}));
    expect(failure.message).toMatch(
      /^no TLS connection to 127\.0\.0\.1:\d+: the server's certificate is not from --admin_ca$/,
    );
  });

  test("nor is one whose certificate is for another host", async () => {
    const server = await makeHostCertificate("elsewhere.example");
    const certificate = { certificates: server.certificate, key: server.key };
    await using fixture = await start({ tls: { ...settings(made), certificate } });
    const failure = await failureOf(connect(fixture, made.alice).call(adminMethods.keepAlive, {}));
    expect(failure.message).toContain("the server's certificate is not for this name");
  });

  test("a peer that is refused again and again does not fill the log", async () => {
    await using fixture = await start();
    for (let count = 0; count < 15; count += 1) {
      const socket = net.connect(portOf(fixture), "127.0.0.1", () => socket.write("GET /\r\n\r\n"));
      await closed(socket);
    }
    expect(log.split("\n").filter((line) => line.includes("refused"))).toHaveLength(10);
  });

  test("whoever only connects, once another needs the place", async () => {
    await using fixture = await start({ maxConnections: 3 });
    const idle = Array.from({ length: 5 }, () => net.connect(portOf(fixture), "127.0.0.1"));
    const [first, second, third] = idle;
    if (!first || !second || !third) throw new Error("too few sockets");
    await Promise.all([closed(first), closed(second)]);
    await connect(fixture, made.alice).call(adminMethods.keepAlive, {});
    await closed(third);
    for (const socket of idle) socket.destroy();
  });

  test("and whoever has a certificate keeps the place", async () => {
    await using fixture = await start({ maxConnections: 1 });
    const client = connect(fixture, made.alice);
    await client.call(adminMethods.keepAlive, {});
    await closed(net.connect(portOf(fixture), "127.0.0.1"));
    await client.call(adminMethods.keepAlive, {});
    await waitFor(() => log.includes("1 are open already"), { what: "a line about it" });
  });
});

describe("replaced while running", () => {
  test("a new CA lets in its own, and ends the connections of the old one's", async () => {
    await using fixture = await start();
    const before = connect(fixture, made.alice);
    await before.call(adminMethods.keepAlive, {});
    const watching = await before.open(fleetMethods.watchMessages, {
      ...{ serviceName: "", clientIds: [], inReplyTo: undefined },
    });
    const watched = (async () => {
      for await (const _ of watching) void _;
    })();
    const ended = failureOf(watched);
    const others = await makeAdminCertificates();
    fixture.admin.replaceTls({ ...settings(made), clientCa: others.adminCa.certificate });
    await ended;
    expect((await failureOf(before.call(adminMethods.keepAlive, {}))).code).toBe("unavailable");
    await connect(fixture, others.alice).call(adminMethods.keepAlive, {});
  });

  test("a new certificate of the server is shown from then on", async () => {
    await using fixture = await start();
    const others = await makeAdminCertificates();
    fixture.admin.replaceTls({ ...settings(others), clientCa: made.adminCa.certificate });
    const client = connect(fixture, made.alice, others.clientsCa.certificate);
    await client.call(adminMethods.keepAlive, {});
  });

  test("what cannot be used changes nothing", async () => {
    await using fixture = await start();
    const { key } = made.alice;
    const wrong = { certificates: made.server.certificate, key };
    const replace = (tlsSettings: TlsListener["tls"]) => () =>
      fixture.admin.replaceTls(tlsSettings);
    expect(replace({ ...settings(made), certificate: wrong })).toThrow("cannot use");
    expect(replace({ ...settings(made), clientCa: "none" })).toThrow("holds no certificate");
    await connect(fixture, made.alice).call(adminMethods.keepAlive, {});
  });
});

async function makeHostCertificate(host: string): Promise<CertifiedKey> {
  const request = { name: "test", hosts: [host], authority: made.clientsCa, now: Date.now() };
  return await makeServerCertificate(request);
}

function serialOf({ certificate }: CertifiedKey): string {
  return new X509Certificate(certificate).serialNumber.toLowerCase();
}

/** Until the server has closed it. */
function closed(socket: net.Socket): Promise<void> {
  socket.on("error", () => {});
  socket.resume();
  return waitFor(() => socket.destroyed || socket.readableEnded, { what: "its end" }).then(
    () => void socket.destroy(),
  );
}
