/**
 * A server-side service: takes clients' messages from a Fleetspeak server (factory GRPC), and sends messages to clients.
 *
 *     const fleet = await connectServer({ admin: "localhost:6061", listen: "127.0.0.1:7001" });
 *     fleet.serve(async (message) => console.log(message.messageType));
 *     await fleet.send({ messageType: "Ping", source: …, destination: { clientId, serviceName } });
 *
 * Without `adminTls` and `listenTls` nothing is encrypted: both ends are to be on one machine.
 */
import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import tls from "node:tls";

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
  /** An administrator's certificate, where the admin API speaks TLS (`fleet admin certificate` makes one). */
  readonly adminTls?: AdminTls;
  /** What this service shows to the Fleetspeak server, whose GRPC configuration has its CA as `cert_file`. */
  readonly listenTls?: ListenTls;
  /** For all attempts to send one message, milliseconds. */
  readonly retryMs?: number;
}

/** All PEM. */
export interface AdminTls {
  /** Of the server's certificate. */
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** All PEM. */
export interface ListenTls {
  readonly certificate: string;
  readonly key: string;
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
  const client = makeClient(options);
  let processor: Processor = () => Promise.reject(new TryAgain("not ready yet"));
  const server =
    options.listen === undefined ? undefined : makeServer((message) => processor(message));
  const port = server && (await bind(server, options));
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

function bind(server: Server, { listen = "", listenTls }: ServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(listen, listenCredentials(listenTls), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

function makeClient({ admin, adminTls: files }: ServerOptions): Client {
  if (!files) return new Client(admin, credentials.createInsecure());
  const host = admin.slice(0, admin.lastIndexOf(":")).replace(/^\[(.*)\]$/, "$1");
  const [ca, key, certificate] = [files.ca, files.key, files.certificate].map((pem) =>
    Buffer.from(pem),
  );
  const secure = credentials.createSsl(ca, key, certificate, {
    checkServerIdentity: (_name, presented) => tls.checkServerIdentity(host, presented),
  });
  // An address may not be sent as a server's name (RFC 6066 3); what is checked is the address all the same.
  const byAddress = {
    "grpc.ssl_target_name_override": "localhost",
    "grpc.default_authority": admin,
  };
  return new Client(admin, secure, isIP(host) === 0 ? {} : byAddress);
}

function listenCredentials(files: ListenTls | undefined): ServerCredentials {
  if (!files) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(files.key), cert_chain: Buffer.from(files.certificate) };
  return ServerCredentials.createSsl(null, [pair]);
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
