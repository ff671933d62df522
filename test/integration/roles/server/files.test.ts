/** GET /files over real TLS. */
import { describe, expect, test } from "bun:test";

import { microsFromMs } from "../../../../src/core/time.ts";
import { acceptAll, requireLabel } from "../../../../src/roles/server/authorizer.ts";
import { FileReader } from "../../../../src/roles/server/comms/file-reader.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import { newTestIdentity } from "../../../helpers/raw-client.ts";
import { type ServerRun, runServer } from "../../../helpers/running-server.ts";

const modified = "Sun, 06 Nov 1994 08:49:37 GMT";

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

async function request(
  run: ServerRun,
  target: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  using client = await run.connect(newTestIdentity());
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n`;
  client.socket.write(`${head}${lines.join("")}\r\n`);
  await client.waitForClose();
  const end = client.received.indexOf("\r\n\r\n");
  const [first = "", ...fields] = client.received.slice(0, end).split("\r\n");
  const entries = fields.map((line): [string, string] => {
    const [name = "", value = ""] = line.split(/: (.*)/s);
    return [name.toLowerCase(), value];
  });
  return {
    status: Number(first.split(" ")[1]),
    headers: new Map(entries),
    body: client.received.slice(end + 4),
  };
}

async function runWithFile(content = "0123456789", name = "a file/ä"): Promise<ServerRun> {
  const run = await runServer();
  const file = {
    data: Buffer.from(content),
    modifiedTime: microsFromMs(Date.parse(modified) + 500),
  };
  await run.store.files.put({ serviceName: "serv ice", fileName: name }, file);
  return run;
}

const path = "/files/serv%20ice/a%20file%2F%C3%A4";

describe("a file", () => {
  test("is sent with its date, by its escaped name, slash and all", async () => {
    await using run = await runWithFile();
    const answer = await request(run, path);
    expect(answer).toMatchObject({ status: 200, body: "0123456789" });
    expect(answer.headers.get("last-modified")).toBe(modified);
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect(await request(run, "/files/serv%20ice/a%20file/%C3%A4")).toMatchObject({ status: 200 });
  });

  test("is described by HEAD", async () => {
    await using run = await runWithFile();
    const answer = await request(run, path, {}, "HEAD");
    expect(answer).toMatchObject({ status: 200, body: "" });
    expect(answer.headers.get("content-length")).toBe("10");
  });

  test("that is not there is 404; bad paths are 400, other methods 405", async () => {
    await using run = await runWithFile();
    expect((await request(run, "/files/serv%20ice/other")).status).toBe(404);
    for (const target of [
      "/files/",
      "/files/x",
      "/files/x/",
      "/files//x",
      "/files/x/%ff",
      "/files/x/%",
    ]) {
      expect([target, (await request(run, target)).status]).toEqual([target, 400]);
    }
    expect((await request(run, path, { "Content-Length": "0" }, "POST")).status).toBe(405);
  });

  test("of 16 MiB arrives whole", async () => {
    await using run = await runWithFile("x".repeat(16 * 1024 * 1024 - 1));
    const answer = await request(run, path);
    expect(answer.body.length).toBe(16 * 1024 * 1024 - 1);
  });
});

describe("If-Modified-Since", () => {
  const cases: [since: string, status: number][] = [
    [modified, 304],
    ["Sun, 06 Nov 1994 08:49:38 GMT", 304],
    ["Sun, 06 Nov 1994 08:49:36 GMT", 200],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 304],
    ["Sun Nov  6 08:49:37 1994", 304],
    ["yesterday", 200],
    ["784111777", 200],
  ];
  for (const [since, status] of cases) {
    test(`${since} gives ${status}`, async () => {
      await using run = await runWithFile();
      const answer = await request(run, path, { "If-Modified-Since": since });
      expect(answer).toMatchObject({ status, body: status === 304 ? "" : "0123456789" });
    });
  }

  test("does not count beside If-None-Match", async () => {
    await using run = await runWithFile();
    const headers = { "If-Modified-Since": modified, "If-None-Match": '"x"' };
    expect((await request(run, path, headers)).status).toBe(200);
  });
});

describe("ranges", () => {
  const cases: [range: string, status: number, body: string, contentRange: string | undefined][] = [
    ["bytes=0-0", 206, "0", "bytes 0-0/10"],
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=7-99", 206, "789", "bytes 7-9/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=-99", 206, "0123456789", "bytes 0-9/10"],
    ["Bytes=1-1", 206, "1", "bytes 1-1/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["bytes=-0", 416, "", "bytes */10"],
    ["bytes=99999999999999999999999-", 416, "", "bytes */10"],
    ["bytes=0-1,3-4", 200, "0123456789", undefined],
    ["bytes=4-2", 200, "0123456789", undefined],
    ["bytes=-", 200, "0123456789", undefined],
    ["lines=0-1", 200, "0123456789", undefined],
  ];
  for (const [range, status, body, contentRange] of cases) {
    test(`${range} gives ${status}`, async () => {
      await using run = await runWithFile();
      const answer = await request(run, path, { Range: range });
      expect([answer.status, answer.body]).toEqual([status, body]);
      expect(answer.headers.get("content-range")).toBe(contentRange);
    });
  }

  test("count only while the file is the one of If-Range", async () => {
    await using run = await runWithFile();
    const part = async (condition: string) =>
      (await request(run, path, { Range: "bytes=0-0", "If-Range": condition })).status;
    expect(await part(modified)).toBe(206);
    expect(await part("Sun, 06 Nov 1994 08:49:38 GMT")).toBe(200);
    expect(await part('"tag"')).toBe(200);
  });
});

describe("authorization", () => {
  async function statusFor(authorizeFiles: boolean, labels: string | undefined) {
    await using run = await runServer({ authorizer: requireLabel("lab"), authorizeFiles });
    await run.store.files.put(
      { serviceName: "s", fileName: "f" },
      { data: Buffer.from("x"), modifiedTime: 0 },
    );
    const headers = labels === undefined ? {} : { "X-Fleetspeak-Labels": labels };
    return (await request(run, "/files/s/f", headers)).status;
  }

  test("is not asked for by default", async () => {
    expect(await statusFor(false, undefined)).toBe(200);
  });

  test("asks for the label where it is on", async () => {
    expect(await statusFor(true, undefined)).toBe(503);
    expect(await statusFor(true, "linux")).toBe(503);
    expect(await statusFor(true, "lab")).toBe(200);
  });

  test("a request without a certificate is 400", async () => {
    await using run = await runWithFile();
    using client = await run.connect();
    client.socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(await client.status()).toBe(400);
  });

  test("an address that the authorizer refuses gets no answer at all", async () => {
    await using run = await runServer({ authorizer: { ...acceptAll, allowAddress: () => false } });
    using client = await run.connect(newTestIdentity());
    client.socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await client.waitForClose();
    expect(client.received).toBe("");
  });
});

describe("memory", () => {
  const name = (fileName: string) => ({ serviceName: "s", fileName });

  async function storeWith(...names: string[]) {
    const store = createMemoryStore();
    for (const fileName of names) {
      await store.files.put(name(fileName), { data: Buffer.alloc(600), modifiedTime: 1 });
    }
    return store;
  }

  test("holds what many read once, and nothing once they are done", async () => {
    const reader = new FileReader(await storeWith("a"), 1000);
    const opened = await Promise.all([reader.open(name("a")), reader.open(name("a"))]);
    expect(reader.usedBytes).toBe(600);
    opened[0]?.[Symbol.dispose]();
    expect(reader.usedBytes).toBe(600);
    opened[1]?.[Symbol.dispose]();
    expect(reader.usedBytes).toBe(0);
  });

  test("that is full refuses one more file with 503, until there is room", async () => {
    const reader = new FileReader(await storeWith("a", "b", "c"), 1000);
    const first = await reader.open(name("a"));
    const second = await reader.open(name("b"));
    const third = await reader.open(name("c")).catch((error: unknown) => error);
    expect(third).toMatchObject({ code: "resource_exhausted", httpStatus: 503 });
    first?.[Symbol.dispose]();
    second?.[Symbol.dispose]();
    using again = await reader.open(name("c"));
    expect(again?.file.data.length).toBe(600);
  });
});
