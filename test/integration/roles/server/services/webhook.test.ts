/** Webhooks against servers of node:http on loopback. */
import { createHmac } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
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
