/** What the HTTP API promises besides the operations' answers: errors, methods, bodies, repeated writes, scopes, cursors. */
import { expect, test } from "bun:test";

import { newMessageId } from "../../../src/core/ids.ts";
import { makeMessage } from "../../../src/core/message.ts";
import { microsFromMs, timestampFromMs } from "../../../src/core/time.ts";
import { writeCursor } from "../../../src/roles/admin/api/cursor.ts";
import { type ApiFixture, startApi } from "../../helpers/api-fixture.ts";

const json = { "content-type": "application/json" };

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await response.json()) as Record<string, unknown>;
}

function send(api: ApiFixture, fields: object = {}, headers: Record<string, string> = {}) {
  const body = { client_id: api.things.clientId, service_name: "echo", ...fields };
  return api.fetch("/messages", {
    method: "POST",
    scope: "send",
    body: JSON.stringify(body),
    headers: { ...json, ...headers },
  });
}

async function countMessages(api: ApiFixture): Promise<number> {
  const answer = await api.fetch("/message_counts");
  const { counts } = (await answer.json()) as { counts: { stored: number }[] };
  return counts[0]?.stored ?? 0;
}

test("an error is a problem with its code and the next step", async () => {
  await using api = await startApi();
  const response = await api.fetch(`/messages/${"0".repeat(64)}`);
  expect(response.status).toBe(404);
  expect(await problemOf(response)).toEqual({
    type: "urn:fleet:error:not_found",
    title: "There is no such thing",
    status: 404,
    detail: `the server has no message ${"0".repeat(64)}`,
    hint: expect.stringContaining("is this the server it was sent by?"),
    code: "not_found",
  });
});

test("fields that do not fit are named, all of them", async () => {
  await using api = await startApi();
  const response = await api.fetch("/clients?limit=5000&sort=colour");
  expect(response.status).toBe(400);
  const { detail } = await problemOf(response);
  expect(detail).toMatch(/sort: .*"last_contact".*; limit: .*1000/);
});

test.each([
  ["/clients?colour=red", /no field "colour"/],
  ["/clients?limit=1&limit=2", /"limit" is given 2 times/],
  ["/clients?limit=ten", /limit: "ten" is no integer/],
  ["/clients/0123", /client_id: a client id is 16 hex digits/],
  ["/messages?after=yesterday", /after: "yesterday" is not a time/],
  ["/clients?cursor=none", /cursor cannot be used: it is none that this server made/],
  ["/message_counts?by=colour", /by\.0/],
])("%s is refused", async (path, detail) => {
  await using api = await startApi();
  const response = await api.fetch(path);
  expect(response.status).toBe(400);
  expect((await problemOf(response))["detail"]).toMatch(detail);
});

test("an unknown path is 404, an unknown method 405 with those there are", async () => {
  await using api = await startApi();
  expect((await api.fetch("/colours")).status).toBe(404);
  const response = await api.fetch("/clients", { method: "DELETE" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD");
  await problemOf(response);
  const options = await api.fetch("/messages", { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST"]);
});

test("HEAD is GET without the body", async () => {
  await using api = await startApi();
  const response = await api.fetch("/clients", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

test("what a caller does not accept is 406", async () => {
  await using api = await startApi();
  const accept = (text: string) => api.fetch("/clients", { headers: { accept: text } });
  expect((await accept("text/html")).status).toBe(406);
  expect((await accept("application/json;q=0")).status).toBe(406);
  expect((await accept("text/html, application/*;q=0.5")).status).toBe(200);
});

test("bodies: JSON objects only, in UTF-8, not too deep, not too long", async () => {
  await using api = await startApi();
  const post = (body: NonNullable<RequestInit["body"]>, headers: Record<string, string> = json) =>
    api.fetch("/messages", { method: "POST", body, headers });
  expect((await post("a=b", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
    415,
  );
  expect((await post("{")).status).toBe(400);
  expect((await post("[]")).status).toBe(400);
  expect((await post(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
  const deep = `{"data":{"type_url":"x","json":${"[".repeat(100)}${"]".repeat(100)}}}`;
  expect((await problemOf(await post(deep)))["detail"]).toMatch(/over 64 levels deep/);
  expect((await post("[".repeat(1_000_000))).status).toBe(400);
  expect((await post(new Uint8Array(25 * 1024 * 1024))).status).toBe(413);
});

test("a body that is sent in pieces is cut where it becomes too long", async () => {
  await using api = await startApi();
  const piece = new Uint8Array(1024 * 1024).fill(0x20);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 40) controller.enqueue(piece);
      else controller.close();
    },
  });
  const response = await api.fetch("/messages", { method: "POST", body, headers: json });
  expect(response.status).toBe(413);
});

test("a caller that may not write is refused before what it sends is read", async () => {
  await using api = await startApi();
  // No end: whoever waits for it holds what came.
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('{"message_ids":[')),
  });
  const response = await api.fetch("/messages/delete", {
    ...{ method: "POST", scope: "send", body, headers: json },
  });
  expect(response.status).toBe(403);
});

test("fields belong where they belong", async () => {
  await using api = await startApi();
  const query = await api.fetch("/messages?service_name=x", { method: "POST" });
  expect((await problemOf(query))["detail"]).toMatch(/in the body, not in the query/);
  const { clientId } = api.things;
  const twice = await api.fetch(`/clients/${clientId}/commands`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ client_id: "0000000000000000", service_name: "ls" }),
  });
  expect((await problemOf(twice))["detail"]).toMatch(/"client_id" is part of the path/);
  for (const name of ["__proto__", "toString"]) {
    const body = `{"${name}":{"client_id":"0000000000000000"}}`;
    const nowhere = await api.fetch("/messages", { method: "POST", headers: json, body });
    expect((await problemOf(nowhere))["detail"]).toMatch(`Unrecognized key: "${name}"`);
  }
});

test("scopes: a token does what it is for, and says what it would need", async () => {
  await using api = await startApi();
  const status = async (scope: "read" | "send" | "admin", path: string, method = "GET") =>
    (await api.fetch(path, { scope, method })).status;
  expect(await status("read", "/clients")).toBe(200);
  expect(await status("read", "/messages", "POST")).toBe(403);
  expect(await status("send", "/audit")).toBe(403);
  expect(await status("admin", "/audit")).toBe(200);
  expect(await status("send", `/clients/${api.things.clientId}/blacklist`, "POST")).toBe(403);
  const refused = await problemOf(await api.fetch("/audit", { scope: "read" }));
  expect(refused).toMatchObject({
    code: "refused",
    hint: expect.stringContaining("fleet token create --scope admin"),
  });
  const unknown = await api.fetch("/clients", { headers: { authorization: "Bearer nobody" } });
  expect(unknown.status).toBe(401);
  expect(unknown.headers.get("www-authenticate")).toBe('Bearer realm="fleet"');
});

test("messages to the system service are an administrator's, over every door", async () => {
  await using api = await startApi();
  const system = { service_name: "system", message_type: "DieRequest" };
  const refused = await send(api, system);
  expect(refused.status).toBe(403);
  expect((await problemOf(refused))["detail"]).toBe(
    'this send_message needs the scope "admin", and this is "send"',
  );
  const post = (path: string, scope: "send" | "admin") =>
    api.fetch(path, { method: "POST", scope, body: JSON.stringify(system), headers: json });
  expect((await post("/broadcasts", "send")).status).toBe(403);
  expect((await post("/broadcasts", "admin")).status).toBe(200);
  const { entries } = (await (await api.fetch("/audit")).json()) as { entries: unknown[] };
  expect(entries).toHaveLength(1);
});

test("a write with an idempotency key is made once and answered again", async () => {
  await using api = await startApi();
  const key = { "idempotency-key": "once" };
  const before = await countMessages(api);
  const first = await send(api, {}, key);
  const again = await send(api, {}, key);
  expect(first.headers.get("idempotency-replayed")).toBeNull();
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.json()).toEqual(await first.json());
  expect(await countMessages(api)).toBe(before + 1);
  const other = await problemOf(await send(api, { message_type: "Other" }, key));
  expect(other).toMatchObject({ status: 409, code: "conflict" });
  // Another caller's key is another key.
  const body = JSON.stringify({ service_name: "echo", client_id: api.things.clientId });
  const stranger = await api.fetch("/messages", {
    ...{ method: "POST", scope: "admin", body, headers: { ...json, ...key } },
  });
  expect(stranger.headers.get("idempotency-replayed")).toBeNull();
});

test("of writes with one key at the same time one is made, and a failed one may be made again", async () => {
  await using api = await startApi();
  const before = await countMessages(api);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => send(api, {}, { "idempotency-key": "together" })),
  );
  for (const { status } of answers) expect([200, 409]).toContain(status);
  expect(await countMessages(api)).toBe(before + 1);
  const key = { "idempotency-key": "later" };
  expect((await send(api, { client_id: "0".repeat(16) }, key)).status).toBe(404);
  expect((await send(api, {}, key)).status).toBe(200);
});

test.each(["", "a b", "ü", "x".repeat(256)])("%j is no idempotency key", async (key) => {
  await using api = await startApi();
  const response = await send(api, {}, { "idempotency-key": key }).catch(() => undefined);
  // What HTTP does not carry never arrives.
  if (response !== undefined && key !== "") expect(response.status).toBe(400);
});

test("a change is in the audit log, with who and from where, and one that failed too", async () => {
  await using api = await startApi();
  await send(api);
  await send(api, { client_id: "0".repeat(16) });
  const answer = await api.fetch("/audit?order=oldest_first");
  const { entries } = (await answer.json()) as { entries: Record<string, unknown>[] };
  expect(entries).toMatchObject([
    {
      ...{ seq: 1, door: "http", who: "a send token", from: "a test", action: "send_message" },
      ...{ what: expect.stringContaining(api.things.clientId), outcome: "done" },
    },
    { seq: 2, outcome: "failed", reason: expect.stringContaining("not known") },
  ]);
  const verified = await api.fetch("/audit/verify");
  expect(await verified.json()).toMatchObject({ intact: true, head: { seq: 2 } });
  const wrong = await api.fetch(`/audit/verify?head=2:${"0".repeat(64)}`);
  expect(await wrong.json()).toMatchObject({
    intact: false,
    problem: expect.stringMatching(/entry 2/),
  });
});

test("a cursor holds for its listing, with its filters, for a day", async () => {
  await using api = await startApi();
  for (let count = 0; count < 3; count += 1) await send(api);
  const page = async (query: string) => await api.fetch(`/messages?${query}`);
  const first = (await (await page("limit=2")).json()) as {
    messages: { message_id: string }[];
    next_cursor: string;
  };
  const second = (await (await page(`limit=2&cursor=${first.next_cursor}`)).json()) as typeof first;
  const ids = [...first.messages, ...second.messages].map((one) => one.message_id);
  expect(new Set(ids).size).toBe(4);
  const other = await problemOf(await page(`state=failed&cursor=${first.next_cursor}`));
  expect(other).toMatchObject({ status: 400, detail: expect.stringMatching(/other filters/) });
  const clients = await api.fetch(`/clients?cursor=${first.next_cursor}`);
  expect((await problemOf(clients))["detail"]).toMatch(/belongs to another listing/);
  const listing = { operation: "list_files", filters: null, nowMs: Date.now() - 25 * 3600 * 1000 };
  const stale = await api.fetch(`/files?cursor=${writeCursor(listing, ["a", "b"])}`);
  expect((await problemOf(stale))["detail"]).toMatch(/stale cursor/);
});

test("an answer has so many payloads of replies, however many a client sends", async () => {
  await using api = await startApi();
  const { store } = api.admin.context;
  const { clientId, messageId } = api.things;
  const value = Buffer.alloc(1024 * 1024, 0xff);
  const source = { clientId, serviceName: "echo" };
  const destination = { clientId: undefined, serviceName: "echo" };
  for (let count = 0; count < 6; count += 1) {
    const message = {
      ...makeMessage({ source, destination, messageType: "Answer" }),
      ...{ messageId: newMessageId(), creationTime: timestampFromMs(Date.now()) },
      annotations: [{ key: "fleet.in_reply_to", value: messageId }],
      data: { typeUrl: "type.googleapis.com/none", value },
    };
    const dueTime = microsFromMs(Date.now());
    const [contact] = await store.contacts.list(clientId, { before: undefined, limit: 1 });
    await store.messages.store([{ message, contactId: contact?.contactId, dueTime }]);
  }
  const answer = await api.fetch(`/messages/${messageId}/replies`);
  const { messages } = (await answer.json()) as {
    messages: { data?: object; data_bytes?: number }[];
  };
  expect(messages.filter(({ data_bytes: bytes }) => bytes === value.length)).toHaveLength(6);
  expect(messages.filter(({ data }) => data !== undefined)).toHaveLength(4);
});

test("a file goes and comes as plain bytes too, as a download", async () => {
  await using api = await startApi();
  const bytes = new Uint8Array(100_000).map((_, index) => index);
  const octets = "application/octet-stream";
  const headers = { "content-type": octets };
  const put = await api.fetch("/files/a/b.html", { method: "PUT", body: bytes, headers });
  expect(put.status).toBe(200);
  const got = await api.fetch("/files/a/b.html", { headers: { accept: octets } });
  expect(await got.bytes()).toEqual(bytes);
  expect(got.headers.get("content-type")).toBe(octets);
  expect(got.headers.get("content-disposition")).toBe("attachment");
  const json = (await (await api.fetch("/files/a/b.html")).json()) as { data: string };
  expect(Buffer.from(json.data, "base64")).toEqual(Buffer.from(bytes));
  // Other operations know no such bodies.
  const other = await api.fetch("/messages", { method: "POST", body: bytes, headers });
  expect(other.status).toBe(415);
  expect((await api.fetch("/clients", { headers: { accept: octets } })).status).toBe(406);
});

test("events come as server-sent events, and HEAD begins none", async () => {
  await using api = await startApi();
  const stop = new AbortController();
  const response = await api.fetch("/events?types=client", { signal: stop.signal });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  stop.abort();
  const head = await api.fetch("/events", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await api.fetch("/events?types=colour")).status).toBe(400);
  expect((await api.fetch("/events", { headers: { accept: "application/json" } })).status).toBe(
    406,
  );
});

test("what it answers to a read changes nothing, and is kept by nobody", async () => {
  await using api = await startApi();
  const response = await api.fetch("/overview");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { entries } = (await (await api.fetch("/audit")).json()) as { entries: unknown[] };
  expect(entries).toEqual([]);
});
