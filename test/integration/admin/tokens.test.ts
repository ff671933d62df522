import { beforeAll, describe, expect, test } from "bun:test";
import http2 from "node:http2";
import tls from "node:tls";

import type { Scope } from "../../../src/core/caller.ts";
import type { CredentialId } from "../../../src/core/credential.ts";
import { FleetError } from "../../../src/core/errors.ts";
import { type ClientId, newMessageId } from "../../../src/core/ids.ts";
import { makeMessage } from "../../../src/core/message.ts";
import { adminMethods, fleetMethods } from "../../../src/proto/admin-methods.ts";
import { apiMethod } from "../../../src/roles/admin/api/grpc-methods.ts";
import type { AdminListener, AdminTls } from "../../../src/roles/admin/options.ts";
import { type AdminCertificates, makeAdminCertificates } from "../../helpers/admin-certificates.ts";
import { type AdminFixture, addClients, startFixture } from "../../helpers/admin-fixture.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { operator } from "../../helpers/web-fixture.ts";

let made: AdminCertificates;
beforeAll(async () => {
  made = await makeAdminCertificates();
});

const everything = { serviceName: "", clientIds: [], inReplyTo: undefined };

async function failureOf(promise: Promise<unknown>): Promise<[string, string]> {
  const thrown = await promise.catch((error: unknown) => error);
  if (thrown instanceof FleetError) return [thrown.code, thrown.message];
  throw new Error(`it did not fail: ${String(thrown)}`);
}

async function tokenOf({ context }: AdminFixture, scope: Scope, lifetimeMs?: number) {
  const { token } = await context.access.createToken(
    { name: "script", scope, lifetimeMs },
    operator,
  );
  return token;
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let found: { value: T } | undefined;
  void answer.then((value) => (found = { value }));
  return (await waitFor(() => found, { what: "an answer" })).value;
}

const idOf = (token: string) => token.slice(6, 22) as CredentialId;

function overTls(fields: Partial<AdminTls>, more: { maxConnections?: number } = {}): AdminListener {
  const certificate = { certificates: made.server.certificate, key: made.server.key };
  const settings = { certificate, clientCa: undefined, tokens: true, ...fields };
  return { kind: "tls", address: "127.0.0.1:0", tls: settings, ...more };
}

const caOnly = () => ({ ca: made.clientsCa.certificate });

const messageFor = (clientId: ClientId | undefined) =>
  makeMessage({
    source: { clientId: undefined, serviceName: "a" },
    destination: { clientId, serviceName: "b" },
    messageType: "Greeting",
  });

describe("over a plain port of this machine", () => {
  test("a token opens what is ours, which is closed to the nameless", async () => {
    await using fixture = await startFixture();
    const [, tcp] = fixture.admin.addresses;
    const nameless = fixture.connect(tcp).call(apiMethod("list_clients"), {});
    expect((await failureOf(nameless))[0]).toBe("unauthenticated");
    const named = fixture.connect(tcp, undefined, await tokenOf(fixture, "read"));
    expect((await named.call(apiMethod("list_clients"), {})).clients).toEqual([]);
  });

  test("the original's service stays as open as it was, but not to a token that is worth nothing", async () => {
    await using fixture = await startFixture();
    const [, tcp] = fixture.admin.addresses;
    await fixture.connect(tcp).call(adminMethods.keepAlive, {});
    const wrong = fixture.connect(tcp, undefined, "fleet_nonsense");
    expect(await failureOf(wrong.call(adminMethods.keepAlive, {}))).toEqual([
      "unauthenticated",
      "this token is not known",
    ]);
  });
});

describe("a scope", () => {
  test.each([
    ["read", ["read"]],
    ["send", ["read", "send"]],
    ["admin", ["read", "send", "admin"]],
  ] as const)(
    "of %s opens what needs it, in both APIs, and is said where it does not suffice",
    async (scope, open) => {
      await using fixture = await startFixture();
      const [clientId] = await addClients(fixture.context.store, "one");
      if (clientId === undefined) throw new Error("no client");
      const client = fixture.connect(
        fixture.admin.addresses[1],
        undefined,
        await tokenOf(fixture, scope),
      );
      const calls: Record<Scope, (() => Promise<unknown>)[]> = {
        read: [
          () => client.call(adminMethods.listClients, { clientIds: [] }),
          () => client.call(adminMethods.getPendingMessageCount, { clientIds: [clientId] }),
          () => client.call(apiMethod("get_overview"), {}),
        ],
        send: [
          () => client.call(adminMethods.insertMessage, messageFor(clientId)),
          () => client.call(adminMethods.disableBroadcasts, { broadcastIds: [] }),
          () =>
            client.call(apiMethod("send_message"), {
              ...{ client_id: clientId, service_name: "b", message_type: "Greeting" },
            }),
        ],
        admin: [
          () => client.call(adminMethods.deletePendingMessages, { clientIds: [clientId] }),
          () =>
            client.call(adminMethods.storeFile, {
              ...{ serviceName: "s", fileName: "f", data: new Uint8Array() },
            }),
          () => client.call(adminMethods.deleteFile, { serviceName: "s", fileName: "f" }),
          () => client.call(apiMethod("list_tokens"), {}),
          () => client.call(apiMethod("list_audit_entries"), {}),
          () => client.call(adminMethods.blacklistClient, { clientId }),
        ],
      };
      for (const [needed, ways] of Object.entries(calls) as [Scope, (() => Promise<unknown>)[]][]) {
        for (const call of ways) {
          if ((open as readonly Scope[]).includes(needed)) await call();
          else {
            const [code, message] = await failureOf(call());
            expect([code, message]).toEqual([
              "refused",
              expect.stringContaining(`needs the scope "${needed}"`),
            ]);
            expect(message).toContain(`"${scope}"`);
          }
        }
      }
      const streams = await client.open(fleetMethods.watchMessages, everything);
      expect(streams).toBeDefined();
    },
  );

  test("of everything does not make tokens or logins: these are made on the socket", async () => {
    await using fixture = await startFixture();
    const [socket, tcp] = fixture.admin.addresses;
    const client = fixture.connect(tcp, undefined, await tokenOf(fixture, "admin"));
    const input = { name: "another", scope: "read" } as const;
    const [code, message] = await failureOf(client.call(apiMethod("create_token"), input));
    expect([code, message]).toEqual([
      "refused",
      "create_token is served only on the server's Unix socket",
    ]);
    expect((await failureOf(client.call(apiMethod("create_login"), input)))[0]).toBe("refused");
    const { token } = await fixture.connect(socket).call(apiMethod("create_token"), input);
    const another = fixture.connect(tcp, undefined, token);
    expect(await another.call(apiMethod("list_clients"), {})).toMatchObject({ clients: [] });
  });
});

describe("over TLS", () => {
  test("a token takes the place of a certificate", async () => {
    await using fixture = await startFixture([overTls({})]);
    const call = (token?: string) =>
      fixture.connect(undefined, caOnly(), token).call(adminMethods.keepAlive, {});
    await call(await tokenOf(fixture, "read"));
    expect(await failureOf(call())).toEqual([
      "unauthenticated",
      "this call shows neither a certificate nor a token",
    ]);
    expect(await failureOf(call("fleet_nonsense"))).toEqual([
      "unauthenticated",
      "this token is not known",
    ]);
  });

  test("tokens and certificates stand beside each other, and a foreign certificate is refused with either", async () => {
    await using fixture = await startFixture([overTls({ clientCa: made.adminCa.certificate })]);
    const { certificate, key } = made.alice;
    const alice = fixture.connect(undefined, { ...caOnly(), certificate, key });
    await alice.call(adminMethods.keepAlive, {});
    const token = await tokenOf(fixture, "read");
    await fixture.connect(undefined, caOnly(), token).call(adminMethods.keepAlive, {});
    const { certificate: foreign, key: foreignKey } = made.server;
    const other = { ...caOnly(), certificate: foreign, key: foreignKey };
    const refused = fixture.connect(undefined, other, token).call(adminMethods.keepAlive, {});
    expect((await failureOf(refused))[0]).toBe("unavailable");
  });

  test("a token is worth nothing where only certificates are taken", async () => {
    const listener = overTls({ clientCa: made.adminCa.certificate, tokens: false });
    await using fixture = await startFixture([listener]);
    const token = await tokenOf(fixture, "admin");
    const bare = fixture.connect(undefined, caOnly(), token).call(adminMethods.keepAlive, {});
    expect((await failureOf(bare))[0]).toBe("unavailable");
    const { certificate, key } = made.alice;
    const both = fixture.connect(undefined, { ...caOnly(), certificate, key }, token);
    expect(await failureOf(both.call(adminMethods.keepAlive, {}))).toEqual([
      "unauthenticated",
      "this port takes certificates and no tokens",
    ]);
  });

  test.each(["revoked", "expired"])("a stream ends when its token is %s", async (how) => {
    const clock = new FakeClock();
    await using fixture = await startFixture([overTls({})], { clock });
    const token = await tokenOf(fixture, "read", 60_000);
    const client = fixture.connect(undefined, caOnly(), token);
    const messages = await client.open(fleetMethods.watchMessages, everything);
    const ended = (async () => {
      for await (const _ of messages);
    })();
    const failure = failureOf(ended);
    if (how === "revoked") await fixture.context.access.revoke("token", idOf(token), operator);
    else await clock.advance(60_000);
    expect(await failure).toEqual(["unauthenticated", "the credential is worth nothing any more"]);
    const [code, message] = await failureOf(client.call(adminMethods.keepAlive, {}));
    expect([code, message]).toEqual(["unauthenticated", expect.stringContaining("this token")]);
  });

  test.each([
    ["nothing", undefined],
    ["a token that is not known", "fleet_nonsense"],
  ])("who shows %s is refused before the request has arrived", async (_, token) => {
    await using fixture = await startFixture([overTls({})]);
    const session = http2.connect(`https://${fixture.admin.addresses[0]}`, caOnly());
    session.on("error", () => {});
    try {
      const request = session.request({
        ...{ ":method": "POST", ":path": "/fleet.v1.Api/GetOverview", te: "trailers" },
        "content-type": "application/grpc",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      });
      request.on("error", () => {});
      const status = new Promise((resolve) =>
        request.on("response", (headers) => resolve(headers["grpc-status"])),
      );
      // The header of a message of 60 MiB, which does not follow: nobody is to hold it ready for a stranger.
      request.write(Buffer.from([0, 0x03, 0xc0, 0, 0]));
      expect(await within(status)).toBe("16");
    } finally {
      session.destroy();
    }
  });

  test("connections that show nothing do not keep the holder of a token out", async () => {
    await using fixture = await startFixture([overTls({}, { maxConnections: 2 })]);
    const port = Number(fixture.admin.addresses[0]?.split(":").at(-1));
    const sockets: tls.TLSSocket[] = [];
    let closed = 0;
    const knock = () => {
      const options = { port, host: "127.0.0.1", ...caOnly(), ALPNProtocols: ["h2"] };
      const socket = tls.connect(options);
      socket.on("error", () => {});
      socket.resume();
      sockets.push(socket);
      socket.once("close", () => (closed += 1));
      return new Promise((resolve) => {
        socket.once("secureConnect", resolve);
        socket.once("close", resolve);
      });
    };
    await knock();
    await knock();
    const client = fixture.connect(undefined, caOnly(), await tokenOf(fixture, "read"));
    await client.call(adminMethods.keepAlive, {});
    await waitFor(() => closed === 1, { what: "the older of both to be closed" });
    for (let count = 0; count < 4; count += 1) await knock();
    await waitFor(() => closed === 5, { what: "the older ones to be closed" });
    await client.call(adminMethods.keepAlive, {});
    for (const socket of sockets) socket.destroy();
  });
});

describe("the audit log", () => {
  test("has every change of the original's service, with who and from where, also those that failed", async () => {
    await using fixture = await startFixture();
    const [socket, tcp] = fixture.admin.addresses;
    const { store } = fixture.context;
    const [clientId] = await addClients(store, "one");
    if (clientId === undefined) throw new Error("no client");
    const local = fixture.connect(socket);
    const token = await tokenOf(fixture, "admin");
    const script = fixture.connect(tcp, undefined, token);
    const nameless = fixture.connect(tcp);
    const file = { serviceName: "s", fileName: "f" };
    const broadcast = {
      ...{ broadcastId: undefined, source: { clientId: undefined, serviceName: "b" } },
      ...{ destination: { clientId: undefined, serviceName: "b" }, messageType: "News" },
      ...{ requiredLabels: [], groupName: "", expirationTime: undefined, data: undefined },
    };
    await local.call(adminMethods.insertMessage, messageFor(clientId));
    await script.call(adminMethods.createBroadcast, { broadcast, limit: 1n });
    await nameless.call(adminMethods.disableBroadcasts, { broadcastIds: [] });
    await local.call(adminMethods.deletePendingMessages, { clientIds: [clientId] });
    await local.call(adminMethods.storeFile, { ...file, data: new Uint8Array(1) });
    await local.call(adminMethods.deleteFile, file);
    await local.call(adminMethods.deleteFile, file);
    await local.call(adminMethods.blacklistClient, { clientId });
    const unknown = "00112233445566ff" as ClientId;
    await failureOf(local.call(adminMethods.insertMessage, messageFor(unknown)));
    await failureOf(local.call(adminMethods.blacklistClient, { clientId: unknown }));
    await local.call(apiMethod("delete_messages"), { message_ids: [newMessageId()] });

    const entries = await store.audit.page({ from: undefined, order: "ascending", limit: 99 });
    const address = expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string;
    const here = ["socket", "", "the admin socket"];
    expect(
      entries.map(({ door, who, from, action, outcome }) => [door, who, from, action, outcome]),
    ).toEqual([
      [...here, "create_token", "done"],
      [...here, "InsertMessage", "done"],
      ["tcp", `script (credential ${idOf(token)})`, address, "CreateBroadcast", "done"],
      ["tcp", "", address, "DisableBroadcasts", "done"],
      [...here, "DeletePendingMessages", "done"],
      [...here, "StoreFile", "done"],
      [...here, "DeleteFile", "done"],
      [...here, "DeleteFile", "failed"],
      [...here, "BlacklistClient", "done"],
      [...here, "InsertMessage", "failed"],
      [...here, "BlacklistClient", "failed"],
      [...here, "delete_messages", "done"],
    ]);
    expect(entries[7]?.reason).toBe("it was not there");
    expect(entries[9]).toMatchObject({
      ...{ what: `inserted a message "Greeting" for service "b" of ${unknown}` },
      ...{ reason: "the client is not known" },
    });
  });
});
