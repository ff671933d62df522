import { describe, expect, test } from "bun:test";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { packAny } from "../../../../src/proto/codec.ts";
import {
  decodeClientInfo,
  decodeClientState,
  decodeMessageAck,
  decodeStdinOutput,
  encodeDieRequest,
  encodeStdinInput,
  typeNames,
} from "../../../../src/proto/system-codec.ts";
import { type RunningClient, startClient } from "../../../../src/roles/client/client.ts";
import type { ClientOptions } from "../../../../src/roles/client/options.ts";
import { makeMessage } from "../../../../src/core/message.ts";
import { type MessageId, bytesToHex, newMessageId } from "../../../../src/core/ids.ts";
import type { Message } from "../../../../src/core/message.ts";
import type {
  ClientServiceConfig,
  ClientServiceSettings,
} from "../../../../src/config/schemas/client-service.ts";
import {
  type TemporaryFolder,
  silentLog,
  temporaryFolder,
} from "../../../unit/roles/client/support.ts";
import { type StubCertificate, StubServer, makeStubCertificate } from "./stub-server.ts";

const certificate: StubCertificate = await makeStubCertificate();

function serviceConfig(name: string, settings: ClientServiceSettings): ClientServiceConfig {
  return { name, settings, config: undefined, requiredLabels: [], signedTime: undefined };
}

function optionsFor(
  folder: TemporaryFolder,
  server: string,
  changed: Partial<ClientOptions> = {},
): ClientOptions {
  return {
    servers: [server],
    trustedCertificates: certificate.certificate,
    labels: ["blue"],
    stateFile: folder.stateFile,
    communicator: { maxPollDelayMs: 100, maxBufferDelayMs: 50, minFailureDelayMs: 50 },
    version: "1.2.3",
    log: silentLog,
    loadServices: () =>
      Promise.resolve({
        definitions: [
          {
            config: serviceConfig("echo", {
              factory: "Stdin",
              cmd: "/bin/echo",
              args: ["said:"],
              logLevel: "none",
            }),
            signature: new Uint8Array([1, 2]),
          },
        ],
        refused: new Map(),
      }),
    ...changed,
  };
}

function toService(
  serviceName: string,
  messageType: string,
  data?: Message["data"],
): Message & { messageId: MessageId } {
  const address = { clientId: undefined, serviceName };
  const message = makeMessage({ source: address, destination: address, messageType, data });
  return { ...message, messageId: newMessageId() };
}

function say(...args: string[]): Message & { messageId: MessageId } {
  const data = packAny(typeNames.stdinInput, encodeStdinInput({ input: new Uint8Array(), args }));
  return toService("echo", "StdinServiceInputMessage", data);
}

function ackedIds(server: StubServer): string[] {
  return server
    .of("MessageAck")
    .flatMap(({ data }) => decodeMessageAck(data?.value ?? new Uint8Array()).map(bytesToHex));
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

interface StatusView {
  readonly state: string;
  readonly transport?: string;
  readonly lastError?: string;
  readonly services: readonly string[];
}

function statusOf(folder: TemporaryFolder): StatusView {
  const status: StatusView = JSON.parse(
    readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8"),
  );
  return status;
}

describe.each([
  ["STREAM", false],
  ["STREAM", true],
  ["POLL", false],
  ["POLL", true],
] as const)("a client over %s, compressed: %p", (transport, compression) => {
  test("answers a message of the server, acknowledges it, and says what it is", async () => {
    using folder = temporaryFolder();
    const message = say("hello");
    await using server = new StubServer({ certificate, deliver: () => [message] });
    const address = await server.listen();
    await using client = await startClient(optionsFor(folder, address, { transport, compression }));
    await until(() => ackedIds(server).length > 0, "the message is acknowledged");
    expect(ackedIds(server)).toEqual([message.messageId]);

    const [reply] = server.of("StdinServiceOutputMessage");
    const { stdout } = decodeStdinOutput(reply?.data?.value ?? new Uint8Array());
    expect(Buffer.from(stdout).toString()).toBe("said: hello\n");
    expect(reply?.source).toEqual({ clientId: client.clientId, serviceName: "echo" });
    expect(reply?.annotations).toContainEqual({
      key: "fleet.in_reply_to",
      value: message.messageId,
    });

    const [info] = server.of("ClientInfo");
    const { labels, services } = decodeClientInfo(info?.data?.value ?? new Uint8Array());
    expect(labels.map(({ label }) => label)).toContain("blue");
    expect(services).toEqual([{ name: "echo", signature: new Uint8Array([1, 2]) }]);

    expect(server.requests[0]?.clientId).toBe(client.clientId);
    expect(server.requests[0]?.headLines).toContain("Fleet-Client: 1.2.3");
    await until(() => statusOf(folder).state === "connected", "the status says so");
    expect(statusOf(folder)).toMatchObject({
      transport: transport.toLowerCase(),
      services: ["echo"],
    });
    expect(statSync(`${folder.stateFile}.fleet.status.json`).mode & 0o777).toBe(0o600);
  });
});

describe("a client", () => {
  test("sends again what a lost stream did not see acknowledged, and processes a repeat once", async () => {
    using folder = temporaryFolder();
    const message = say("once");
    let contacts = 0;
    await using server = new StubServer({
      certificate,
      deliver: () => (contacts++, [message]),
      acknowledges: () => contacts > 1,
    });
    await using _client = await startClient(
      optionsFor(folder, await server.listen(), { transport: "STREAM" }),
    );
    await until(() => server.of("StdinServiceOutputMessage").length > 0, "the reply came");
    server.requests[0]?.cut();
    await until(
      () => (server.requests[1]?.records.length ?? 0) > 1,
      "the second stream carries messages",
    );
    await until(() => ackedIds(server).length > 0, "the message is acknowledged");
    // The reply came twice with one id: the program ran once.
    expect(server.of("StdinServiceOutputMessage").length).toBe(1);
    const resent = server.requests[1]?.records.flatMap(({ messages }) => messages) ?? [];
    expect(resent.map(({ messageType }) => messageType)).toContain("StdinServiceOutputMessage");
    expect(server.requests[1]?.records[0]?.sequencingNonce).toBe(1n);
    const savedNonce = () => decodeClientState(readFileSync(folder.stateFile)).sequencingNonce;
    await until(() => savedNonce() === 2n, "the second nonce is saved");
  });

  test("falls back to polls where there are no streams, and remembers that", async () => {
    using folder = temporaryFolder();
    await using server = new StubServer({ certificate, unknownPaths: ["/streaming-message"] });
    const options = optionsFor(folder, await server.listen());
    for (const _start of [1, 2]) {
      await using _client = await startClient(options);
      await until(
        () => statusOf(folder).transport === "poll" && statusOf(folder).state === "connected",
        "it polls",
      );
    }
    expect(server.requests.filter(({ path }) => path === "/streaming-message").length).toBe(1);
    expect(statusOf(folder).state).toBe("stopped");
  });

  test("reconnects after done_sending", async () => {
    using folder = temporaryFolder();
    await using server = new StubServer({ certificate });
    await using _client = await startClient(
      optionsFor(folder, await server.listen(), { transport: "STREAM" }),
    );
    await until(() => server.of("ClientInfo").length > 0, "the first stream works");
    server.requests[0]?.send({ doneSending: true });
    await until(() => server.requests.length > 1, "it connects again");
  });

  test("dies when told so, with exit code 7", async () => {
    using folder = temporaryFolder();
    const die = toService("system", "Die", packAny(typeNames.dieRequest, encodeDieRequest(false)));
    await using server = new StubServer({ certificate, deliver: () => [die] });
    await using client = await startClient(optionsFor(folder, await server.listen()));
    expect(await client.done).toEqual({ reason: "die", exitCode: 7, force: false });
    expect(ackedIds(server)).toEqual([]);
  });

  test("takes a new key when told so, and the new identity acknowledges it", async () => {
    using folder = temporaryFolder();
    const rekey = toService("system", "RekeyRequest");
    await using server = new StubServer({
      certificate,
      deliver: (request) => (request === server.requests[0] ? [rekey] : []),
    });
    const options = optionsFor(folder, await server.listen(), { transport: "STREAM" });
    await using client = await startClient(options);
    const before = client.clientId;
    await until(() => ackedIds(server).length > 0, "it is acknowledged");
    expect(client.clientId).not.toBe(before);
    const ackedBy = server.requests.find(({ records }) =>
      records.some(({ messages }) =>
        messages.some(({ messageType }) => messageType === "MessageAck"),
      ),
    );
    expect(ackedBy?.clientId).toBe(client.clientId);
    expect(server.requests[0]?.clientId).toBe(before);
    const infos = server.of("ClientInfo").map(({ source }) => source.clientId);
    expect(infos).toContain(client.clientId);
  });

  test("goes on trying when the server is not the one it trusts, and says which it met", async () => {
    using folder = temporaryFolder();
    const other = await makeStubCertificate("somebody else");
    await using server = new StubServer({ certificate: other });
    await using _client = await startClient(optionsFor(folder, await server.listen()));
    await until(() => statusOf(folder).lastError !== undefined, "the status names the error");
    expect(statusOf(folder).lastError).toContain("CN=somebody else");
    expect(statusOf(folder).lastError).toContain("CN=stub");
    expect(server.requests).toEqual([]);
  });

  test("tries its servers in order, and the one that answered first from then on", async () => {
    using folder = temporaryFolder();
    await using server = new StubServer({ certificate });
    const address = await server.listen();
    const dead = "127.0.0.1:1";
    const options = optionsFor(folder, address, { servers: [dead, address], transport: "STREAM" });
    await using _client = await startClient(options);
    await until(() => server.of("ClientInfo").length > 0, "it is connected");
    expect(statusOf(folder).lastError ?? "").not.toContain("trusted");
  });

  test("ends when it had no contact for failure_suicide_time", async () => {
    using folder = temporaryFolder();
    const communicator = { minFailureDelayMs: 10, failureSuicideTimeMs: 100 };
    await using client = await startClient(optionsFor(folder, "127.0.0.1:1", { communicator }));
    expect(await client.done).toMatchObject({ reason: "no contact", exitCode: 5 });
  });

  test("tells the server after a reload what runs now", async () => {
    using folder = temporaryFolder();
    await using server = new StubServer({ certificate });
    let services = 0;
    const loadServices: NonNullable<ClientOptions["loadServices"]> = () =>
      Promise.resolve({
        definitions: Array.from({ length: services++ }, (_, index) => ({
          config: serviceConfig(`noop${index}`, { factory: "NOOP" }),
          signature: new Uint8Array(),
        })),
        refused: new Map(),
      });
    const options = optionsFor(folder, await server.listen(), { loadServices });
    await using client: RunningClient = await startClient(options);
    await until(() => server.of("ClientInfo").length === 1, "the first one came");
    await client.reload();
    await until(() => server.of("ClientInfo").length === 2, "the second one came");
    const names = server
      .of("ClientInfo")
      .map(({ data }) => decodeClientInfo(data?.value ?? new Uint8Array()).services);
    expect(names.map((list) => list.map(({ name }) => name))).toEqual([[], ["noop0"]]);
  });

  test("takes over from communicator.txt at a reload whether it compresses", async () => {
    using folder = temporaryFolder();
    await using server = new StubServer({ certificate });
    const timers = { maxPollDelayMs: 100, maxBufferDelayMs: 50, minFailureDelayMs: 50 };
    let compression = true;
    const loadCommunicator = () => Promise.resolve({ ...timers, compression });
    const changed = { transport: "STREAM" as const, loadCommunicator };
    const options = optionsFor(folder, await server.listen(), changed);
    await using client: RunningClient = await startClient(options);
    const codings = () =>
      server.requests.map(({ headLines }) => headLines.includes("Content-Encoding: deflate"));
    await until(() => codings().length === 1, "it is connected");
    await client.reload();
    await until(() => codings().length === 2, "it is connected again");
    const infos = server.of("ClientInfo").length;
    compression = false;
    await client.reload();
    await until(() => codings().length === 3, "it is connected once more");
    await until(() => server.of("ClientInfo").length > infos, "what it compressed is understood");
    expect(codings()).toEqual([false, true, false]);
  });

  test.each([
    ["no server", { servers: [] }],
    ["a server without a port", { servers: ["localhost"] }],
    ["no trusted certificate", { trustedCertificates: "" }],
  ])("does not start with %s, and leaves nothing locked", async (_what, changed) => {
    using folder = temporaryFolder();
    await expect(startClient(optionsFor(folder, "127.0.0.1:1", changed))).rejects.toHaveProperty(
      "code",
    );
    await using _client = await startClient(optionsFor(folder, "127.0.0.1:1"));
  });

  test("sends after kill -9 what a service had handed over before", async () => {
    using folder = temporaryFolder();
    const child = Bun.spawn(
      [process.execPath, join(import.meta.dir, "add-and-wait.ts"), folder.stateFile],
      {
        stdout: "pipe",
        stderr: "inherit",
      },
    );
    for await (const chunk of child.stdout) if (Buffer.from(chunk).includes("kept")) break;
    child.kill("SIGKILL");
    await child.exited;
    await using server = new StubServer({ certificate });
    await using _client = await startClient(optionsFor(folder, await server.listen()));
    await until(() => server.of("HandedOver").length > 0, "the message came");
    expect(server.of("HandedOver")[0]?.sourceMessageId).toBe("00112233445566778899aabbccddeeff");
  });
});
