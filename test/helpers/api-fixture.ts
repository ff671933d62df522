/** A fleet with one of each thing, and its API over HTTP and gRPC; HTTP callers are what their bearer token says. */
import { Hono } from "hono";

import { unlimitedBroadcast } from "../../src/core/broadcast.ts";
import { type Caller, type Scope, scopes } from "../../src/core/caller.ts";
import {
  type CredentialId,
  type CredentialKind,
  hashSecret,
  newCredential,
} from "../../src/core/credential.ts";
import { FleetError } from "../../src/core/errors.ts";
import {
  type BroadcastId,
  type ClientId,
  type MessageId,
  deriveClientId,
  newBroadcastId,
  newMessageId,
} from "../../src/core/ids.ts";
import { makeMessage } from "../../src/core/message.ts";
import { type Micros, microsFromMs, timestampFromMs } from "../../src/core/time.ts";
import { getLog } from "../../src/observability/log.ts";
import type { AdminContext } from "../../src/roles/admin/options.ts";
import {
  sampleBroadcastId,
  sampleClientId,
  sampleMessageId,
  sampleSessionId,
  sampleTokenId,
} from "../../src/roles/admin/api/samples.ts";
import type { Store } from "../../src/store/store.ts";
import { makeApi } from "../../src/web/api/api.ts";
import { type AdminFixture, startFixture } from "./admin-fixture.ts";

export interface Things {
  readonly clientId: ClientId;
  readonly messageId: MessageId;
  readonly replyId: MessageId;
  readonly broadcastId: BroadcastId;
  readonly tokenId: CredentialId;
  readonly sessionId: CredentialId;
}

export interface ApiFixture extends AsyncDisposable {
  readonly admin: AdminFixture;
  readonly things: Things;
  /** "http://127.0.0.1:PORT/api/v1" */
  readonly url: string;
  /** A call with a token of this scope. */
  fetch(path: string, init?: RequestInit & { readonly scope?: Scope }): Promise<Response>;
}

export async function startApi(fields: Partial<AdminContext> = {}): Promise<ApiFixture> {
  const stack = new AsyncDisposableStack();
  const admin = stack.use(await startFixture(undefined, fields));
  const things = await makeThings(admin.context.store);
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: apiApp(admin).fetch });
  stack.defer(() => server.stop(true));
  const url = `http://127.0.0.1:${server.port}/api/v1`;
  return {
    ...{ admin, things, url },
    fetch: (path, { scope = "admin", ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has("authorization")) headers.set("authorization", `Bearer ${scope}`);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function apiApp(admin: AdminFixture): Hono {
  const api = makeApi({
    backend: admin.admin.api,
    callerOf: ({ req }) => callerFor(req.header("authorization")),
    signalOf: ({ req }) => req.raw.signal,
    log: getLog("test"),
  });
  return new Hono().route("/api/v1", api);
}

export function callerFor(authorization: string | undefined): Caller {
  const scope = scopes.find((one) => authorization === `Bearer ${one}`);
  if (scope === undefined) throw new FleetError("unauthenticated", "there is no token");
  return { door: "http", name: `a ${scope} token`, serial: undefined, scope, address: "a test" };
}

export async function makeThings(store: Store): Promise<Things> {
  const now = Date.now();
  const publicKey = Buffer.from("a client's key");
  const clientId = deriveClientId(publicKey);
  const time = microsFromMs(now);
  const labels = [{ serviceName: "client", label: "linux" }];
  await store.clients.add([{ clientId, publicKey, labels, time }]);
  const [contactId] = await store.contacts.record([
    {
      ...{ clientId, time, sentNonce: 2n ** 64n - 1n, receivedNonce: 0n },
      ...{ observedAddress: "127.0.0.1:4711", clientClock: timestampFromMs(now) },
      ...{ streamingTo: "127.0.0.1:6060", server: "a server", reofferAtEnd: true },
    },
  ]);
  const [messageId, replyId, broadcastId] = [newMessageId(), newMessageId(), newBroadcastId()];
  const creationTime = timestampFromMs(now);
  const here = { clientId: undefined, serviceName: "echo" };
  const there = { clientId, serviceName: "echo" };
  const typeUrl = "type.googleapis.com/google.protobuf.StringValue";
  const sent = {
    ...makeMessage({ source: here, destination: there, messageType: "Greeting" }),
    ...{ messageId, creationTime, data: { typeUrl, value: Buffer.from("\n\x05hello") } },
  };
  const reply = {
    ...makeMessage({ source: there, destination: here, messageType: "Answer" }),
    ...{ messageId: replyId, creationTime },
    annotations: [{ key: "fleet.in_reply_to", value: messageId }],
  };
  await store.messages.store([
    { message: sent, contactId: undefined, dueTime: time },
    { message: reply, contactId, dueTime: time },
  ]);
  const broadcast = {
    ...{ broadcastId, source: here, destination: here, messageType: "News", groupName: "" },
    ...{ requiredLabels: [], expirationTime: undefined, data: undefined },
  };
  await store.broadcasts.create(broadcast, unlimitedBroadcast);
  await store.files.put(
    { serviceName: "updater", fileName: "news.txt" },
    { data: Buffer.from("hello\n"), modifiedTime: time },
  );
  const [tokenId, sessionId] = await makeCredentials(store, time);
  return { clientId, messageId, replyId, broadcastId, tokenId, sessionId };
}

async function makeCredentials(store: Store, time: Micros): Promise<[CredentialId, CredentialId]> {
  const add = async (kind: CredentialKind) => {
    const { credentialId, secret } = newCredential();
    await store.credentials.add({
      ...{ credentialId, kind, name: `a ${kind}`, scope: "read", secretHash: hashSecret(secret) },
      ...{ createdTime: time, createdFrom: "a test", expiresTime: undefined },
    });
    return credentialId;
  };
  return [await add("token"), await add("session")];
}

/** An example's input with the ids of real things. */
export function withThings<T>(input: T, things: Things): T {
  const text = JSON.stringify(input)
    .replaceAll(sampleClientId, things.clientId)
    .replaceAll(sampleMessageId, things.messageId)
    .replaceAll(sampleBroadcastId, things.broadcastId)
    .replaceAll(sampleTokenId, things.tokenId)
    .replaceAll(sampleSessionId, things.sessionId);
  return JSON.parse(text) as T;
}
