import { describe, expect, test } from "bun:test";

import {
  Client,
  Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceError,
  credentials,
  status,
} from "@grpc/grpc-js";

import { TryAgain, connectServer } from "../../../packages/connector/src/server.ts";
import { bytesToHex, parseClientId, hexToBytes } from "../../../src/core/ids.ts";
import { type Message, makeMessage } from "../../../src/core/message.ts";
import { decodeMessage, encodeMessage, packAny } from "../../../src/proto/codec.ts";

const raw = (bytes: Buffer): Buffer => bytes;
const codec = {
  requestStream: false,
  responseStream: false,
  requestSerialize: raw,
  requestDeserialize: raw,
  responseSerialize: raw,
  responseDeserialize: raw,
} as const;
const clientId = parseClientId("0102030405060708");
const nobody = { clientId: new Uint8Array(), serviceName: "ping" };

interface FakeAdmin extends AsyncDisposable {
  readonly address: string;
  readonly received: Message[];
  /** Answers of the next calls; then OK. */
  readonly faults: number[];
}

async function startAdmin(): Promise<FakeAdmin> {
  const server = new Server();
  const received: Message[] = [];
  const faults: number[] = [];
  const path = "/fleetspeak.server.Admin/InsertMessage";
  type Done = (error: Partial<ServiceError> | null, answer?: Buffer) => void;
  server.addService(
    { InsertMessage: { path, ...codec } },
    {
      InsertMessage: (call: ServerUnaryCall<Buffer, Buffer>, done: Done) => {
        received.push(decodeMessage(call.request));
        const code = faults.shift();
        if (code === undefined) done(null, Buffer.alloc(0));
        else done({ code, details: "as told" });
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    address: `127.0.0.1:${port}`,
    received,
    faults,
    [Symbol.asyncDispose]: () => Promise.resolve(server.forceShutdown()),
  };
}

/** What a server does with a message for the service. @returns the gRPC status. */
async function deliver(port: number | undefined, message: Message): Promise<number> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  try {
    return await new Promise((resolve) => {
      const path = "/fleetspeak.grpcservice.Processor/Process";
      const bytes = Buffer.from(encodeMessage(message));
      client.makeUnaryRequest(path, raw, raw, bytes, new Metadata(), {}, (error) =>
        resolve(error?.code ?? status.OK),
      );
    });
  } finally {
    client.close();
  }
}

/** `expect().rejects` holds up the event loop that the answer has to come through. */
function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "",
    (thrown: unknown) => String(thrown),
  );
}

const fromClient = makeMessage({
  source: { clientId, serviceName: "ping" },
  destination: { clientId: undefined, serviceName: "ping" },
  messageType: "Pong",
  sourceMessageId: "aa",
  data: packAny("google.protobuf.BytesValue", new Uint8Array([1, 2])),
  priority: "high",
  annotations: [{ key: "k", value: "v" }],
});

describe("a server-side service on the connector", () => {
  test("sends again under the same id what the server could not take", async () => {
    await using admin = await startAdmin();
    admin.faults.push(status.UNAVAILABLE, status.INTERNAL);
    const fleet = await connectServer({ admin: admin.address });
    const messageId = await fleet.send({
      messageType: "Ping",
      source: nobody,
      destination: { clientId: hexToBytes(clientId), serviceName: "ping" },
      annotations: { why: "test" },
    });
    expect(admin.received.map((message) => message.messageId as string | undefined)).toEqual(
      Array<string>(3).fill(bytesToHex(messageId)),
    );
    expect(admin.received[0]).toMatchObject({
      messageType: "Ping",
      destination: { clientId, serviceName: "ping" },
      annotations: [{ key: "why", value: "test" }],
    });
    await fleet.close();
  });

  test("does not repeat what cannot succeed, and gives up in time", async () => {
    await using admin = await startAdmin();
    const fleet = await connectServer({ admin: admin.address, retryMs: 300 });
    const ping = { messageType: "Ping", source: nobody, destination: nobody };
    admin.faults.push(status.INVALID_ARGUMENT);
    expect(await failureOf(fleet.send(ping))).toContain("as told");
    await fleet.send(ping);
    expect(admin.received).toHaveLength(2);
    admin.faults.push(status.UNAVAILABLE, status.UNAVAILABLE, status.UNAVAILABLE);
    expect(await failureOf(fleet.send(ping))).toContain("as told");
    await fleet.close();
  });

  test("says what is processed, what to try again, and what to give up", async () => {
    const fleet = await connectServer({ admin: "127.0.0.1:1", listen: "127.0.0.1:0" });
    expect(await deliver(fleet.port, fromClient)).toBe(status.UNAVAILABLE);
    const seen: unknown[] = [];
    fleet.serve((message) => Promise.resolve(void seen.push(message)));
    expect(await deliver(fleet.port, fromClient)).toBe(status.OK);
    expect(seen).toMatchObject([
      {
        messageType: "Pong",
        source: { serviceName: "ping" },
        data: { typeUrl: "type.googleapis.com/google.protobuf.BytesValue" },
        priority: "high",
        annotations: { k: "v" },
      },
    ]);
    fleet.serve(() => Promise.reject(new TryAgain("later")));
    expect(await deliver(fleet.port, fromClient)).toBe(status.UNAVAILABLE);
    fleet.serve(() => Promise.reject(new Error("no")));
    expect(await deliver(fleet.port, fromClient)).toBe(status.INTERNAL);
    await fleet.close();
  });
});
