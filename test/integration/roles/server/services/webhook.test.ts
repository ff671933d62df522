/** Webhooks against servers of node:http on loopback. */
import { createHmac } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { describe, expect, test } from "bun:test";

import { systemClock } from "../../../../../src/core/clock.ts";
import { type FleetError, toFleetError } from "../../../../../src/core/errors.ts";
import { newMessageId } from "../../../../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../../../../src/core/message.ts";
import {
  type WebhookOptions,
  createWebhookService,
} from "../../../../../src/roles/server/services/webhook.ts";
import { readCertificate } from "../../../../helpers/net-certificates.ts";
import { listenAsProxy } from "../../../../helpers/proxy-listener.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";

interface Received {
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

interface Receiver extends AsyncDisposable {
  readonly port: number;
  readonly received: Received[];
}

type Answer = (response: ServerResponse) => void;

async function startReceiver(answer: Answer, secured = false): Promise<Receiver> {
  const received: Received[] = [];
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url, headers } = request;
      received.push({ url, headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  };
  const { certificates: cert, key } = readCertificate("server");
  const server = secured ? https.createServer({ cert, key }, handler) : http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end("an answer");
}

const secret = Buffer.from("0123456789abcdef");
const never = new AbortController().signal;

function makeWebhook(url: string, fields: Partial<WebhookOptions> = {}) {
  return createWebhookService({
    ...{ url, secret, timeoutMs: 5000, trustedRoots: undefined, clock: systemClock },
    print: ({ messageType }) => JSON.stringify({ message_type: messageType }),
    ...fields,
  });
}

function message(): IdentifiedMessage {
  const address = { clientId: undefined, serviceName: "hook" };
  return {
    ...makeMessage({ source: address, destination: address, messageType: "Test" }),
    messageId: newMessageId(),
    creationTime: { seconds: 1, nanos: 0 },
  };
}

async function failureOf(url: string, fields: Partial<WebhookOptions> = {}): Promise<FleetError> {
  await using service = makeWebhook(url, fields);
  return await service.process(message(), never).then(
    () => {
      throw new Error("it went well");
    },
    (thrown: unknown) => toFleetError(thrown),
  );
}

test("a message is posted as JSON, with a signature over time and body", async () => {
  await using receiver = await startReceiver(status(204));
  await using service = makeWebhook(`http://127.0.0.1:${receiver.port}/hook?from=fleet`);
  await service.process(message(), never);
  const [request] = receiver.received;
  expect(request?.url).toBe("/hook?from=fleet");
  expect(request?.headers["content-type"]).toBe("application/json");
  expect(request?.body).toBe('{"message_type":"Test"}');
  const timestamp = String(request?.headers["fleet-timestamp"]);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(10);
  const hmac = createHmac("sha256", secret).update(`${timestamp}.${request?.body}`).digest("hex");
  expect(request?.headers["fleet-signature"]).toBe(`sha256=${hmac}`);
});

describe("answers", () => {
  for (const code of [401, 403, 408, 425, 429, 500, 502, 503, 504]) {
    test(`${code} is temporary`, async () => {
      await using receiver = await startReceiver(status(code));
      const failure = await failureOf(`http://127.0.0.1:${receiver.port}/`);
      expect(failure).toMatchObject({ code: "unavailable" });
    });
  }

  for (const code of [400, 404, 405, 410, 413, 422]) {
    test(`${code} is final`, async () => {
      await using receiver = await startReceiver(status(code));
      const failure = await failureOf(`http://127.0.0.1:${receiver.port}/`);
      expect(failure).toMatchObject({ code: "invalid_data" });
    });
  }

  test("a redirection is not followed", async () => {
    await using other = await startReceiver(status(200));
    const location = `http://127.0.0.1:${other.port}/`;
    await using receiver = await startReceiver(status(307, { location }));
    const failure = await failureOf(`http://127.0.0.1:${receiver.port}/`);
    expect(failure).toMatchObject({ code: "invalid_data" });
    expect(other.received).toEqual([]);
  });

  test("none in time is temporary", async () => {
    await using receiver = await startReceiver(() => {});
    const failure = await failureOf(`http://127.0.0.1:${receiver.port}/`, { timeoutMs: 50 });
    expect(failure).toMatchObject({ code: "deadline_exceeded" });
  });

  test("an endless body is not waited for", async () => {
    await using receiver = await startReceiver(
      (response) => void response.writeHead(200).write("x"),
    );
    await using service = makeWebhook(`http://127.0.0.1:${receiver.port}/`);
    await service.process(message(), never);
    expect(receiver.received.length).toBe(1);
  });

  test("nobody there is temporary", async () => {
    const receiver = await startReceiver(status(200));
    await receiver[Symbol.asyncDispose]();
    const failure = await failureOf(`http://127.0.0.1:${receiver.port}/`);
    expect(failure).toMatchObject({ code: "unavailable" });
  });
});

describe("https", () => {
  test("works with the right roots", async () => {
    await using receiver = await startReceiver(status(200), true);
    const trustedRoots = readCertificate("ca").certificates;
    await using service = makeWebhook(`https://127.0.0.1:${receiver.port}/`, { trustedRoots });
    await service.process(message(), never);
    expect(receiver.received.length).toBe(1);
  });

  test("sends nothing to a server that is not trusted", async () => {
    await using receiver = await startReceiver(status(200), true);
    for (const trustedRoots of [readCertificate("other-ca").certificates, undefined]) {
      const failure = await failureOf(`https://127.0.0.1:${receiver.port}/`, { trustedRoots });
      expect(failure).toMatchObject({ code: "unavailable" });
    }
    expect(receiver.received).toEqual([]);
  });
});

/** Counts connections, and answers the requests of each as told. @param answer is told which of its connection it is, from 1. */
async function startBareReceiver(answer: (socket: Socket, request: number) => void) {
  let connections = 0;
  let requests = 0;
  const listener = await listenAsProxy(false, (socket) => {
    let own = 0;
    connections += 1;
    socket.on("data", (chunk: Buffer) => {
      if (!chunk.toString("latin1").startsWith("POST ")) return;
      own += 1;
      requests += 1;
      answer(socket, own);
    });
  });
  return {
    url: `http://127.0.0.1:${listener.port}/`,
    counts: () => ({ connections, requests }),
    listener,
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

const done = "HTTP/1.1 204 No Content\r\n\r\n";

describe("connections", () => {
  test("are kept: one after the other, messages need one", async () => {
    await using receiver = await startBareReceiver((socket) => socket.write(done));
    await using service = makeWebhook(receiver.url);
    for (let round = 0; round < 20; round += 1) await service.process(message(), never);
    expect(receiver.counts()).toEqual({ connections: 1, requests: 20 });
  });

  test("are as many as messages at once, and few of them are kept", async () => {
    await using receiver = await startBareReceiver((socket) => socket.write(done));
    await using service = makeWebhook(receiver.url);
    const all = () =>
      Promise.all(Array.from({ length: 30 }, () => service.process(message(), never)));
    await all();
    expect(receiver.counts().connections).toBe(30);
    await waitFor(() => receiver.listener.openSockets <= 8, { what: "the others are closed" });
    await all();
    expect(receiver.counts().connections).toBeLessThanOrEqual(60 - 8);
  });

  test("that the receiver ends meanwhile cost nothing", async () => {
    await using receiver = await startBareReceiver((socket, request) => {
      if (request === 1) socket.write(done);
      else socket.destroy();
    });
    await using service = makeWebhook(receiver.url);
    for (let round = 0; round < 5; round += 1) await service.process(message(), never);
    expect(receiver.counts().connections).toBe(5);
  });

  test("that end with half an answer do not send the message again by themselves", async () => {
    await using receiver = await startBareReceiver((socket, request) => {
      if (request === 1) socket.write(done);
      else socket.end("HTTP/1.1 2");
    });
    await using service = makeWebhook(receiver.url);
    await service.process(message(), never);
    const failed = await service.process(message(), never).then(() => undefined, toFleetError);
    expect(failed?.code).toBe("unavailable");
    expect(receiver.counts()).toEqual({ connections: 1, requests: 2 });
  });

  test("with an answer without end are not kept", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    await using receiver = await startBareReceiver((socket) =>
      socket.write(`${head}${"x".repeat(100_000)}`),
    );
    await using service = makeWebhook(receiver.url);
    await service.process(message(), never);
    await waitFor(() => receiver.listener.openSockets === 0, { what: "it is closed" });
    await service.process(message(), never);
    expect(receiver.counts().connections).toBe(2);
  });

  test("end with the service", async () => {
    await using receiver = await startBareReceiver((socket) => socket.write(done));
    {
      await using service = makeWebhook(receiver.url);
      await service.process(message(), never);
    }
    await waitFor(() => receiver.listener.openSockets === 0, { what: "it is closed" });
  });
});
