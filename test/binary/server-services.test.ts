/**
 * Server services of the compiled server that are down, slow, wrong or elsewhere, and broadcasts that reach nobody: each
 * is named in the log, loses nothing that may still go well, and holds up no other service.
 */
import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ServerCredentials, status } from "@grpc/grpc-js";

import { SimulatedClient, makeLoadMessage } from "../../benchmarks/lib/simulated-client.ts";
import { unlimitedBroadcast } from "../../src/core/broadcast.ts";
import { newBroadcastId } from "../../src/core/ids.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { readCertificate } from "../helpers/net-certificates.ts";
import { type Processor, startProcessor } from "../helpers/processor.ts";
import { waitFor } from "../helpers/wait-for.ts";

const extension = "timers { retry_base { nanos: 300000000 } sweep { seconds: 1 } }";
const folder = mkdtempSync(join(tmpdir(), "fleet-services-"));
const path = (name: string) => join(folder, name);
const stack = new AsyncDisposableStack();
stack.defer(() => rmSync(folder, { recursive: true, force: true }));

/** protocol.md 11. */
const temporary = [
  status.CANCELLED,
  status.DEADLINE_EXCEEDED,
  status.PERMISSION_DENIED,
  status.ABORTED,
  status.UNAVAILABLE,
  status.UNAUTHENTICATED,
];
const permanent = [
  status.UNKNOWN,
  status.INVALID_ARGUMENT,
  status.NOT_FOUND,
  status.ALREADY_EXISTS,
  status.RESOURCE_EXHAUSTED,
  status.FAILED_PRECONDITION,
  status.OUT_OF_RANGE,
  status.UNIMPLEMENTED,
  status.INTERNAL,
  status.DATA_LOSS,
];

const { certificates, key } = readCertificate("server");
const pair = { cert_chain: Buffer.from(certificates), private_key: Buffer.from(key) };

/** Posts that came to the webhook, and what it answers next. */
const hook = { bodies: [] as string[], headers: [] as http.IncomingHttpHeaders[], failures: 2 };
/** Of the service "slow": how many are with it, and how many were at most. */
const slow = { now: 0, most: 0, ...Promise.withResolvers<void>() };
let isMended = false;
let statuses: Processor;
let slowly: Processor;
let secured: Processor;
let absentPort: number;
let server: CompiledServer;
let client: SimulatedClient;

beforeAll(async () => {
  statuses = stack.use(
    await startProcessor({
      answer: ({ messageType }) => (isMended ? status.OK : Number(messageType)),
    }),
  );
  slowly = stack.use(
    await startProcessor({
      answer: async () => {
        slow.most = Math.max(slow.most, (slow.now += 1));
        await slow.promise;
        slow.now -= 1;
        return undefined;
      },
    }),
  );
  const credentials = ServerCredentials.createSsl(null, [pair]);
  secured = stack.use(await startProcessor({ credentials }));
  absentPort = freePort();
  writeFileSync(path("right.pem"), readCertificate("ca").certificates);
  writeFileSync(path("wrong.pem"), readCertificate("other-ca").certificates);
  writeFileSync(path("secret"), "0123456789abcdef0123456789abcdef\n", { mode: 0o600 });
  server = stack.use(await CompiledServer.start({ services: servicesFile(), extension }));
  client = stack.use(await connect());
});
afterAll(() => stack.disposeAsync());

function servicesFile(): string {
  const grpc = (name: string, target: string, more: string, parallel = "") =>
    `services { name: "${name}" factory: "GRPC" ${parallel} config {
      [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${target}" ${more} } } }`;
  const own = (name: string, factory: string, fields: string) =>
    `services { name: "${name}" factory: "${factory}" config {
      [type.googleapis.com/fleet.v1.${factory}Config] { ${fields} } } }`;
  return [
    grpc("statuses", statuses.target, "insecure: true"),
    grpc("slow", slowly.target, "insecure: true", "max_parallelism: 3"),
    grpc("absent", `127.0.0.1:${absentPort}`, "insecure: true"),
    grpc("trusted", secured.target, `cert_file: "${path("right.pem")}"`),
    grpc("distrusted", secured.target, `cert_file: "${path("wrong.pem")}"`),
    own("saved", "MessageSaver", `path: "${path("saved")}" format: JSON`),
    own("printed", "MessageSaver", `path: "${path("printed")}"`),
    own("hook", "Webhook", `url: "${startHook()}" secret_file: "${path("secret")}"`),
    'services { name: "sink" factory: "NOOP" }',
  ].join("\n");
}

function startHook(): string {
  const receiver = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      hook.bodies.push(Buffer.concat(chunks).toString());
      hook.headers.push(request.headers);
      response.writeHead(hook.failures-- > 0 ? 503 : 204).end();
    });
  });
  receiver.listen(0, "127.0.0.1");
  stack.defer(() => void receiver.close());
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
}

function freePort(): number {
  using listener = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  return listener.port;
}

function connect(): Promise<SimulatedClient> {
  const { port, caCertificate } = server;
  return SimulatedClient.connect({ server: `127.0.0.1:${port}`, trustedRoots: caCertificate });
}

function send(service: string, ...types: readonly string[]): Promise<void> {
  return client.send(
    types.map((messageType) => ({ ...makeLoadMessage(service, 100), messageType })),
  );
}

interface Row {
  readonly type: string;
  /** null: pending. */
  readonly failed: number | null;
  readonly reason: string | null;
}

/** What the server has stored for a service. */
function rows(service: string): Row[] {
  using database = new Database(server.databasePath, { readonly: true });
  return database
    .query<Row, [string]>(
      `SELECT message_type AS type, failed, failed_reason AS reason FROM message_rows
       WHERE service = ? AND client IS NULL ORDER BY message`,
    )
    .all(service);
}

async function waitForResult(service: string, type: string): Promise<Row> {
  const find = () => rows(service).find((row) => row.type === type && row.failed !== null);
  return await waitFor(find, { what: `the result of ${service} ${type}`, deadlineMs: 20_000 });
}

function attempts(processor: Processor, type: string): number {
  return processor.received.filter(({ messageType }) => messageType === type).length;
}

/** Others are served at this moment. */
async function expectService(): Promise<void> {
  const type = `Sink${rows("sink").length}`;
  await send("sink", type);
  expect((await waitForResult("sink", type)).failed).toBe(0);
}

describe("a GRPC service that", () => {
  test.each(permanent.map((code) => [status[code], code] as const))(
    "answers %s gives the message up, with that as its reason",
    async (name, code) => {
      await send("statuses", String(code));
      const row = await waitForResult("statuses", String(code));
      expect(row).toMatchObject({ failed: 1 });
      expect(row.reason).toContain(`answers ${name}: as the test wants it`);
      expect(attempts(statuses, String(code))).toBe(1);
      await waitFor(() => server.log.includes(`answers ${name}: as the test wants it`), {
        what: "the log line",
      });
    },
  );

  test("answers what is temporary gets each message again, until it is mended", async () => {
    const types = temporary.map(String);
    await send("statuses", ...types);
    for (const type of types) {
      await waitFor(() => attempts(statuses, type) >= 2, {
        what: `another attempt of ${type}`,
        deadlineMs: 15_000,
      });
    }
    expect(rows("statuses").filter(({ failed }) => failed === null)).toHaveLength(types.length);
    expect(server.log).toMatch(/service statuses cannot be reached for now, goes on trying/);
    await expectService();
    isMended = true;
    for (const type of types) expect((await waitForResult("statuses", type)).failed).toBe(0);
  });

  test("is slow has max_parallelism messages at once, and holds up nobody else", async () => {
    const types = Array.from({ length: 10 }, (_, index) => `Slow${index}`);
    await send("slow", ...types);
    await waitFor(() => slow.now === 3, { what: "three messages at once" });
    await expectService();
    expect([slow.now, slow.most]).toEqual([3, 3]);
    slow.resolve();
    for (const type of types) expect((await waitForResult("slow", type)).failed).toBe(0);
    expect(types.map((type) => attempts(slowly, type))).toEqual(types.map(() => 1));
  });

  test("is down is named, loses nothing, and gets it when it comes", async () => {
    await send("absent", "WhileDown");
    await waitFor(() => server.log.includes("service absent cannot be reached for now"), {
      what: "the log line",
    });
    await expectService();
    expect(rows("absent")).toMatchObject([{ failed: null }]);
    await using processor = await startProcessor({ address: `127.0.0.1:${absentPort}` });
    expect((await waitForResult("absent", "WhileDown")).failed).toBe(0);
    // At least once: an attempt may have ended while it was under way.
    expect(attempts(processor, "WhileDown")).toBeGreaterThan(0);
  });

  test("has a certificate of the configured CA is given messages", async () => {
    await send("trusted", "Trusted");
    expect((await waitForResult("trusted", "Trusted")).failed).toBe(0);
    expect(attempts(secured, "Trusted")).toBe(1);
  });

  test("has a certificate of another CA is given none, and the log says why", async () => {
    await send("distrusted", "Distrusted");
    await waitFor(() => /service distrusted cannot be reached .*certificate/i.test(server.log), {
      what: "the log line",
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${server.log}`);
    });
    await expectService();
    expect(attempts(secured, "Distrusted")).toBe(0);
    expect(rows("distrusted")).toMatchObject([{ failed: null }]);
  });
});

describe("our services", () => {
  test("a Webhook is tried again, each time with a signature over time and body", async () => {
    await send("hook", "Hooked");
    expect((await waitForResult("hook", "Hooked")).failed).toBe(0);
    expect(hook.bodies).toHaveLength(3);
    for (const [index, body] of hook.bodies.entries()) {
      const headers = hook.headers[index] ?? {};
      const signed = `${String(headers["fleet-timestamp"])}.${body}`;
      const secret = "0123456789abcdef0123456789abcdef";
      const hmac = createHmac("sha256", secret).update(signed).digest("hex");
      expect(headers["fleet-signature"]).toBe(`sha256=${hmac}`);
      expect(JSON.parse(body)).toMatchObject({ message_type: "Hooked" });
    }
    expect(server.log).toMatch(/service hook failed .*answers 503/);
  });

  test.each([
    ["saved", "json", '"message_type": "Saved"'],
    ["printed", "txt", 'message_type: "Saved"'],
  ])("a MessageSaver writes a file of each message: %s.%s", async (service, suffix, text) => {
    await send(service, "Saved");
    expect((await waitForResult(service, "Saved")).failed).toBe(0);
    const [file = "", ...others] = readdirSync(path(`${service}/${client.clientId}`));
    expect(others).toEqual([]);
    expect(file).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT.*Z_[0-9a-f]{64}\\.${suffix}$`));
    expect(readFileSync(path(`${service}/${client.clientId}/${file}`), "utf8")).toContain(text);
  });

  test("a message to a service that nobody configured fails, and says so", async () => {
    await send("nobody", "Lost");
    const row = await waitForResult("nobody", "Lost");
    expect(row).toMatchObject({ failed: 1, reason: 'unknown service "nobody"' });
  });
});

describe("a broadcast", () => {
  const template = (messageType: string) => ({
    broadcastId: newBroadcastId(),
    source: { clientId: undefined, serviceName: "caster" },
    destination: { clientId: undefined, serviceName: "caster" },
    messageType,
    requiredLabels: [] as { serviceName: string; label: string }[],
    expirationTime: undefined,
    data: undefined,
    groupName: "",
  });

  test("without an expiry reaches who is connected; with a limit of 0, expired, or to a label that nobody has, none", async () => {
    using admin = server.openAdmin();
    const labels = [{ serviceName: "client", label: "nobody" }];
    const create = async (changed: object, messageType: string, limit = unlimitedBroadcast) => {
      const broadcast = { ...template(messageType), ...changed };
      await admin.call(adminMethods.createBroadcast, { broadcast, limit });
    };
    await create({}, "None", 0n);
    await create({ requiredLabels: labels }, "Labelled");
    await create({ expirationTime: { seconds: 1, nanos: 0 } }, "Expired");
    await create({}, "Everybody");
    const received: string[] = [];
    while (!received.includes("Everybody")) {
      const { messages } = await client.receive();
      received.push(...messages.map(({ messageType }) => messageType));
    }
    expect(received).toEqual(["Everybody"]);
    // Who comes later gets it as well, once, and nothing of the others.
    await using later = await connect();
    await using again = await connect();
    using database = new Database(server.databasePath, { readonly: true });
    const sent = () =>
      database
        .query(
          "SELECT message_type AS type, count(*) AS n FROM message_rows WHERE service = 'caster' GROUP BY 1",
        )
        .all();
    await waitFor(() => JSON.stringify(sent()).includes('"n":3'), { what: "three messages" });
    expect(sent()).toEqual([{ type: "Everybody", n: 3 }]);
    expect(later.clientId).not.toBe(again.clientId);
    await expectService();
  });
});
