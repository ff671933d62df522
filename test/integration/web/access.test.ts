import { afterEach, beforeEach, describe, expect, spyOn, test } from "bun:test";
import { connect } from "node:net";

import type { CredentialId } from "../../../src/core/credential.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { WebFixture, operator } from "../../helpers/web-fixture.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let fixture: WebFixture;
beforeEach(() => {
  fixture = new WebFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const things = "/api/v1/things";
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const own = () => ({ origin: fixture.url });

async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const { detail, code } = (await response.json()) as { detail: string; code: string };
  return [response.status, `${code}: ${detail}`];
}

describe("a request", () => {
  test("without a credential is refused, and told how to get one", async () => {
    const answer = await fixture.request(things);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="fleet"');
    expect(await answer.json()).toMatchObject({ hint: expect.stringContaining("fleet web login") });
    expect(fixture.calls).toEqual([]);
  });

  test.each([
    "evil.example",
    "evil.example:6062",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "192.0.2.1",
    "localhost@evil.example",
    "localhost/x",
    "[::1",
    "",
  ])("for the host %p is refused, whatever it shows", async (host) => {
    const { authorization } = bearer(await fixture.token()).headers;
    for (const path of [things, "/", "/link"]) {
      const answer = fixture.request(path, { headers: { authorization, host } });
      if (host === "") {
        expect((await answer).status).toBeOneOf([400, 403]);
        continue;
      }
      const [status, detail] = await refusal(answer);
      expect([status, detail]).toEqual([
        403,
        expect.stringContaining("refused: this server is not known as"),
      ]);
    }
    expect(fixture.calls).toEqual([]);
  });

  test.each(["localhost:9000", "127.0.0.1", "[::1]:1", "LOCALHOST"])(
    "for %p, a name of ours by whatever tunnel, is answered",
    async (host) => {
      const { authorization } = bearer(await fixture.token()).headers;
      expect((await fixture.request(things, { headers: { authorization, host } })).status).toBe(
        200,
      );
    },
  );

  test.each(["GET", "POST"])("of another page (%s) is refused", async (method) => {
    const { authorization } = bearer(await fixture.token()).headers;
    const cookie = await fixture.session();
    const port = fixture.web.port;
    for (const origin of ["https://evil.example", "null", `http://localhost:${port + 1}`]) {
      for (const shown of [{ authorization }, { cookie }]) {
        const [status, detail] = await refusal(
          fixture.request(things, { method, headers: { ...shown, origin } }),
        );
        expect([status, detail]).toEqual([
          403,
          `refused: requests of pages of "${origin}" are not answered`,
        ]);
      }
    }
    for (const site of ["cross-site", "same-site"]) {
      const headers = { cookie, "sec-fetch-site": site, "sec-fetch-mode": "no-cors" };
      const [status] = await refusal(fixture.request(things, { method, headers }));
      expect(status).toBe(403);
    }
    expect(fixture.calls).toEqual([]);
  });

  test("that follows a link from elsewhere gets the page, which shows nothing by itself", async () => {
    const headers = {
      ...{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      "sec-fetch-dest": "document",
    };
    expect((await fixture.request("/", { headers })).status).toBe(200);
    const framed = { ...headers, "sec-fetch-dest": "iframe" };
    expect((await fixture.request("/", { headers: framed })).status).toBe(403);
    expect((await fixture.request("/link", { method: "POST", headers })).status).toBe(403);
  });

  test("is answered with headers that keep browsers from everything but this page", async () => {
    for (const path of ["/", "/link", things, "/nothing"]) {
      const { headers } = await fixture.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  test("for an address of the API that is none is a problem, not the page", async () => {
    expect(await refusal(fixture.request("/api/v1/nothing"))).toEqual([
      404,
      "not_found: there is nothing at this address",
    ]);
  });
});

describe("a token", () => {
  test("lets in with its name and scope", async () => {
    const token = await fixture.token("send");
    expect((await fixture.request(things, bearer(token))).status).toBe(200);
    expect(fixture.calls).toEqual(["GET script send"]);
    const session = await fixture.request("/api/v1/session", bearer(token));
    expect(await session.json()).toEqual({
      ...{ kind: "token", name: "script", scope: "send", credential_id: token.slice(6, 22) },
    });
  });

  test("needs no origin, also for changes", async () => {
    const token = await fixture.token("send");
    const answer = await fixture.request(things, { method: "POST", ...bearer(token) });
    expect(answer.status).toBe(200);
  });

  test("that expired, was revoked, or has another secret is refused with the reason", async () => {
    const token = await fixture.token("read", hourMs);
    const tampered = `${token.slice(0, -1)}${token.endsWith("A") ? "E" : "A"}`;
    const unknown = "unauthenticated: this token is not known";
    expect(await refusal(fixture.request(things, bearer(tampered)))).toEqual([401, unknown]);
    expect(await refusal(fixture.request(things, bearer("x")))).toEqual([401, unknown]);
    expect(
      await refusal(fixture.request(things, { headers: { authorization: "Basic eA==" } })),
    ).toEqual([401, unknown]);
    const cookie = await fixture.session();
    const session = cookie.split("=")[1] ?? "";
    expect(await refusal(fixture.request(things, bearer(session)))).toEqual([401, unknown]);

    await fixture.clock.advance(hourMs);
    const expired = "unauthenticated: this token has expired";
    expect(await refusal(fixture.request(things, bearer(token)))).toEqual([401, expired]);

    const other = await fixture.token();
    await fixture.access.revoke("token", other.slice(6, 22) as CredentialId, operator);
    const revoked = "unauthenticated: this token was revoked";
    expect(await refusal(fixture.request(things, bearer(other)))).toEqual([401, revoked]);
    expect(fixture.calls).toEqual([]);
  });

  test.each(["is revoked", "expires"])("that %s has its streams cut", async (how) => {
    const token = await fixture.token("read", hourMs);
    const answer = await fixture.request("/api/v1/stream", bearer(token));
    const reader = answer.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("open\n");
    const ended = reader?.read();
    if (how === "expires") await fixture.clock.advance(hourMs);
    else await fixture.access.revoke("token", token.slice(6, 22) as CredentialId, operator);
    expect((await ended)?.done).toBe(true);
  });

  test("is noted when it is used, once a minute", async () => {
    const token = await fixture.token();
    const id = token.slice(6, 22) as CredentialId;
    const used = async () => {
      await fixture.request(things, bearer(token));
      const { lastUsedTime, lastUsedFrom } = (await fixture.store.credentials.get(id)) ?? {};
      return [(lastUsedTime ?? 0) / 1000 - 1_800_000_000_000, lastUsedFrom?.replace(/:\d+$/, "")];
    };
    expect(await used()).toEqual([0, "127.0.0.1"]);
    await fixture.clock.advance(minuteMs - 1);
    expect(await used()).toEqual([0, "127.0.0.1"]);
    await fixture.clock.advance(1);
    expect(await used()).toEqual([minuteMs, "127.0.0.1"]);
  });
});

describe("a login link", () => {
  const post = (login: string, headers: Record<string, string> = own()) =>
    fixture.request("/link", { method: "POST", form: { login }, headers });

  test("is exchanged once for a session in a cookie that scripts cannot read", async () => {
    const login = await fixture.login("alice");
    const answer = await post(login, { ...own(), accept: "text/html" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(
      new RegExp(
        `^fleet_session_${fixture.web.port}=fleet_[0-9a-f]{16}_[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800$`,
      ),
    );
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect((await fixture.request(things, { headers })).status).toBe(200);
    expect(fixture.calls).toEqual(["GET alice admin"]);

    expect(await refusal(post(login))).toEqual([
      401,
      "unauthenticated: this link was used already",
    ]);
    expect((await fixture.store.credentials.list("session")).length).toBe(1);
  });

  test("that was used says so on a page, and not that something of it is missing", async () => {
    const login = await fixture.login();
    await post(login);
    const page = await (await post(login, { ...own(), accept: "text/html" })).text();
    expect(page).toContain("this link was used already");
    expect(page).toContain('<p id="none" hidden>');
    expect(await (await fixture.request("/link")).text()).toContain('<p id="none">');
  });

  test("is not used up by opening it, nor by fetching it ahead", async () => {
    const login = await fixture.login();
    const page = await fixture.request("/link");
    expect(await page.text()).toContain('<form method="post" action="/link"');
    await fixture.request(`/link?login=${login}`);
    await fixture.request(`/link?login=${login}`, { method: "HEAD" });
    expect((await post(login)).status).toBe(204);
  });

  test("is worth nothing after five minutes", async () => {
    const login = await fixture.login();
    await fixture.clock.advance(5 * minuteMs);
    expect(await refusal(post(login))).toEqual([401, "unauthenticated: this link has expired"]);
  });

  test("lets one of many in that use it at once", async () => {
    const login = await fixture.login();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(login)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([204, ...Array<number>(7).fill(401)]);
  });

  test("says on its page why it did not work, harmlessly", async () => {
    const answer = await post("<script>alert(1)</script>", { ...own(), accept: "text/html" });
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([401, null]);
    const text = await answer.text();
    expect(text).toContain("this link is not known");
    expect(text).not.toContain("<script>alert");
  });

  test("that is wrong too often is not looked into for a minute; the right one is let in all the same", async () => {
    for (let count = 0; count < 10; count += 1) expect((await post("wrong")).status).toBe(401);
    const answer = await post("wrong");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
    // Whoever is wrong may be another user of this machine, or behind the same proxy.
    expect((await post(await fixture.login())).status).toBe(204);
    await fixture.clock.advance(minuteMs);
    expect((await post("wrong")).status).toBe(401);
  });

  test("of more bytes than a login has is not kept", async () => {
    const socket = connect({ port: fixture.web.port, host: "127.0.0.1" });
    let answer = "";
    socket.on("data", (bytes: Buffer) => (answer += bytes.toString("latin1")));
    socket.on("error", () => {});
    const head = ["POST /link HTTP/1.1", "Host: 127.0.0.1", "Transfer-Encoding: chunked"];
    // No end: whoever waits for it holds what came.
    socket.write(`${head.join("\r\n")}\r\n\r\n1000\r\n${"a".repeat(4096)}\r\n`);
    await waitFor(() => answer.includes("\r\n"), { what: "an answer" });
    expect(answer).toStartWith("HTTP/1.1 401");
    socket.destroy();
  });
});

describe("a session", () => {
  const get = (cookie: string) => fixture.request(things, { headers: { cookie } });

  test("changes something only from our page", async () => {
    const cookie = await fixture.session();
    const change = (headers: Record<string, string>) =>
      fixture.request(things, { method: "POST", headers: { cookie, ...headers } });
    expect((await change(own())).status).toBe(200);
    expect((await change({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect(await refusal(change({}))).toEqual([
      403,
      "refused: a change with a session's cookie must come from the page",
    ]);
  });

  test("ends when it logs out, at once and for its streams", async () => {
    const cookie = await fixture.session();
    const stream = await fixture.request("/api/v1/stream", { headers: { cookie } });
    const reader = stream.body?.getReader();
    await reader?.read();
    const headers = { cookie, ...own() };
    const answer = await fixture.request("/api/v1/session", { method: "DELETE", headers });
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([
      204,
      expect.stringContaining("Max-Age=0"),
    ]);
    expect((await reader?.read())?.done).toBe(true);
    expect(await refusal(get(cookie))).toEqual([401, "unauthenticated: this session was revoked"]);
  });

  test("ends after twelve hours without use, and after seven days with it", async () => {
    const idle = await fixture.session();
    await fixture.clock.advance(12 * hourMs);
    expect(await refusal(get(idle))).toEqual([
      401,
      "unauthenticated: this session was not used for too long",
    ]);

    const used = await fixture.session();
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      expect((await get(used)).status).toBe(200);
      await fixture.clock.advance(6 * hourMs);
    }
    expect((await get(used)).status).toBe(200);
    await fixture.clock.advance(6 * hourMs);
    expect(await refusal(get(used))).toEqual([401, "unauthenticated: this session has expired"]);
  });

  test("is none of a cookie of another name or another port", async () => {
    const [, value = ""] = (await fixture.session()).split("=");
    for (const name of ["fleet_session", "fleet_session_1", "session"])
      expect((await get(`${name}=${value}`)).status).toBe(401);
    const good = `fleet_session_${fixture.web.port}=${value}`;
    expect((await get(`a=b; ${good}; c`)).status).toBe(200);
  });
});

test("a credential that is revoked while it is looked up lets nobody in", async () => {
  const { access, store } = fixture;
  const token = await fixture.token();
  const looked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const get = store.credentials.get.bind(store.credentials);
  spyOn(store.credentials, "get").mockImplementationOnce(async (id) => {
    const record = await get(id);
    looked.resolve();
    await held.promise;
    return record;
  });
  const admitted = access.admit("token", token, "127.0.0.1:1").catch((thrown: unknown) => thrown);
  await looked.promise;
  await access.revoke("token", token.slice(6, 22) as CredentialId, operator);
  held.resolve();
  expect(await admitted).toMatchObject({
    message: "the credential is worth nothing any more",
  });
});

test("logins, logouts, made and revoked tokens are in the audit log, and no secret is", async () => {
  const token = await fixture.token();
  const cookie = await fixture.session();
  const headers = { cookie, ...own() };
  await fixture.request("/api/v1/session", { method: "DELETE", headers });
  await fixture.access.revoke("token", token.slice(6, 22) as CredentialId, operator);
  const entries = await fixture.store.audit.page({
    from: undefined,
    order: "ascending",
    limit: 99,
  });
  expect(entries.map(({ action, door, outcome }) => [action, door, outcome])).toEqual([
    ["create_token", "socket", "done"],
    ["create_login", "socket", "done"],
    ["login", "http", "done"],
    ["logout", "http", "done"],
    ["revoke_token", "socket", "done"],
  ]);
  const text = JSON.stringify([entries, await fixture.store.credentials.list(undefined)]);
  expect(text).not.toContain(token.slice(23));
  expect(text).not.toContain(cookie.split("_").at(-1) ?? "");
});
