/**
 * A server-side service: takes clients' messages from a Fleetspeak server (factory GRPC), and sends messages to clients.
 *
 *     const fleet = await connectServer({ admin: "localhost:6061", listen: "127.0.0.1:7001" });
 *     fleet.serve(async (message) => console.log(message.messageType));
 *     await fleet.send({ messageType: "Ping", source: …, destination: { clientId, serviceName } });
 *
 * The connection is not encrypted: both ends are to be on one machine, or behind something that encrypts.
 */
import { randomBytes } from "node:crypto";

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

import { type Message, decodeMessage, encodeMessage, makeMessage } from "./message.ts";

export { type Address, type Data, type Message, makeMessage, textData, textOf } from "./message.ts";

/**
 * Deals with one message. When it returns, the message is processed; when it throws, the server gives it up, unless what
 * it throws is a TryAgain. Delivery is at least once: the same messageId may come again.
 */
export type Processor = (message: Message) => Promise<void>;

/** Thrown by a Processor: the server is to deliver the message again later. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}

export interface ServerOptions {
  /** "host:port" or "unix:PATH" of the server's admin API. */
  readonly admin: string;
  /** "host:port" where the Fleetspeak server finds this service: `target` of its GRPC configuration. */
  readonly listen?: string;
  /** For all attempts to send one message, milliseconds. */
  readonly retryMs?: number;
}

export interface ServerConnection {
  /** The port that `listen` got. */
  readonly port: number | undefined;
  /** From now on messages go there. Until then the server is told to try again. */
  serve(processor: Processor): void;
  /**
   * Sends a message to a client, however often it takes, always under the same messageId: the server keeps it once.
   * @returns the messageId. @throws the last error when time is over, or at once what no attempt can change.
   */
  send(
    message: Partial<Message> & Pick<Message, "messageType" | "source" | "destination">,
  ): Promise<Uint8Array>;
  close(): Promise<void>;
}

const attemptMs = 5_000;
const defaultRetryMs = 30_000;
const firstPauseMs = 200;
const maxPauseMs = 5_000;
const maxBytes = 16 * 1024 * 1024;
const temporary: ReadonlySet<number> = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.ABORTED,
  status.RESOURCE_EXHAUSTED,
  status.INTERNAL,
  status.UNKNOWN,
]);

export async function connectServer(options: ServerOptions): Promise<ServerConnection> {
  const client = new Client(options.admin, credentials.createInsecure());
  let processor: Processor = () => Promise.reject(new TryAgain("not ready yet"));
  const server =
    options.listen === undefined ? undefined : makeServer((message) => processor(message));
  const port = server && (await bind(server, options.listen ?? ""));
  return {
    port,
    serve: (given) => {
      processor = given;
    },
    send: async (message) => {
      const messageId = message.messageId ?? randomBytes(32);
      const bytes = encodeMessage(makeMessage({ ...message, messageId }));
      await retry((until) => insert(client, bytes, until), options.retryMs ?? defaultRetryMs);
      return messageId;
    },
    close: () => {
      client.close();
      return new Promise((resolve) => (server ? server.tryShutdown(() => resolve()) : resolve()));
    },
  };
}

const raw = (bytes: Buffer): Buffer => bytes;

function makeServer(process: Processor): Server {
  const server = new Server({ "grpc.max_receive_message_length": maxBytes });
  const definition = {
    Process: {
      path: "/fleetspeak.grpcservice.Processor/Process",
      requestStream: false,
      responseStream: false,
      requestSerialize: raw,
      requestDeserialize: raw,
      responseSerialize: raw,
      responseDeserialize: raw,
    },
  };
  server.addService(definition, {
    Process: (call: ServerUnaryCall<Buffer, Buffer>, done: Done) => {
      handle(call.request, process).then(
        () => done(null, Buffer.alloc(0)),
        (thrown: unknown) => done(statusOf(thrown)),
      );
    },
  });
  return server;
}

type Done = (error: Partial<ServiceError> | null, answer?: Buffer) => void;

async function handle(bytes: Buffer, process: Processor): Promise<void> {
  await process(decodeMessage(bytes));
}

/** Unavailable is what the server tries again, Internal what it does not. */
function statusOf(thrown: unknown): Partial<ServiceError> {
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof TryAgain ? status.UNAVAILABLE : status.INTERNAL;
  return { code, details };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

/** @param until milliseconds since the epoch. */
function insert(client: Client, bytes: Uint8Array, until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      "/fleetspeak.server.Admin/InsertMessage",
      (request: Uint8Array) => Buffer.from(request),
      raw,
      bytes,
      new Metadata(),
      { deadline: until },
      (error) => (error ? reject(error) : resolve()),
    );
  });
}

async function retry(attempt: (until: number) => Promise<void>, forMs: number): Promise<void> {
  const deadline = Date.now() + forMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    try {
      await attempt(Math.min(Date.now() + attemptMs, deadline));
      return;
    } catch (thrown) {
      if (!isTemporary(thrown) || Date.now() + pauseMs > deadline) throw thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function isTemporary(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && temporary.has(Number(thrown.code));
}
