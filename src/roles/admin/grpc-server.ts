/**
 * The admin API's methods on @grpc/grpc-js: bytes in, bytes out, errors as statuses. No method is known here by name.
 *
 * Requests are decoded in the handler and not by the library, which would report hostile bytes as a fault of ours.
 */
import {
  Metadata,
  Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from "@grpc/grpc-js";

import type { Caller } from "../../core/caller.ts";
import type { CallFacts, Method } from "../../proto/admin-methods.ts";
import type { Log } from "../../observability/log.ts";
import { statusOf } from "./status.ts";

/** Requests up to this are read; a message has 2 MiB, a file 16, a list of ids what it needs. Bytes. */
const maxRequestBytes = 64 * 1024 * 1024;

const channelOptions = {
  "grpc.max_receive_message_length": maxRequestBytes,
  "grpc.max_send_message_length": -1,
  "grpc.max_concurrent_streams": 100,
  // A caller that is gone without a word, or that reads nothing any more, is noticed by its missing pong.
  "grpc.keepalive_time_ms": 60_000,
  "grpc.keepalive_timeout_ms": 20_000,
  "grpc.enable_channelz": 0,
};

type AnyMethod = Method<unknown, unknown, boolean>;
type AnyHandler = (request: unknown, facts: CallFacts) => Promise<unknown> | AsyncIterable<unknown>;
type StreamCall = ServerWritableStream<Buffer, Buffer>;

/** A table of methods and what answers them. */
export interface GrpcService {
  readonly methods: Readonly<Record<string, AnyMethod>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
}

/** Pairs a table with its handlers, losing the types that only the two together have. */
export function grpcService<Name extends string>(
  methods: Readonly<Record<Name, AnyMethod>>,
  handlers: Readonly<Record<Name, unknown>>,
): GrpcService {
  return { methods, handlers: handlers as Readonly<Record<string, AnyHandler>> };
}

export interface GrpcServerOptions {
  /** @param peer "host:port", or what the library has in its place for a Unix socket. */
  readonly callerOf: (peer: string) => Caller;
  /** Ends the streams that are open. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** A server that answers these services; it listens nowhere by itself. */
export function makeGrpcServer(
  services: readonly GrpcService[],
  options: GrpcServerOptions,
): Server {
  const server = new Server(channelOptions);
  const definition: Record<string, ServiceDefinition[string]> = {};
  const implementation: UntypedServiceImplementation = {};
  for (const { methods, handlers } of services) {
    for (const [name, method] of Object.entries(methods)) {
      const handler = handlers[name];
      if (handler === undefined) continue;
      // By path: two services may have methods of one name.
      definition[method.path] = definitionOf(method);
      implementation[method.path] = method.streams
        ? streamAnswer(method, handler, options)
        : unaryAnswer(method, handler, options);
    }
  }
  server.addService(definition, implementation);
  return server;
}

function definitionOf({ path, streams }: AnyMethod): ServiceDefinition[string] {
  const same = (bytes: Buffer) => bytes;
  return {
    path,
    requestStream: false,
    responseStream: streams,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
}

function unaryAnswer(method: AnyMethod, handler: AnyHandler, options: GrpcServerOptions) {
  const { callerOf, stopping: signal, log } = options;
  return (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>): void => {
    const answer = async () => {
      const facts = { signal, caller: callerOf(call.getPeer()) };
      return asBuffer(
        method.response.encode(await handler(method.request.decode(call.request), facts)),
      );
    };
    answer().then(
      (response) => callback(null, response),
      (thrown: unknown) => callback(report(method, thrown, log)),
    );
  };
}

function streamAnswer(method: AnyMethod, handler: AnyHandler, options: GrpcServerOptions) {
  const { callerOf, stopping, log } = options;
  return (call: StreamCall): void => {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    call.on("cancelled", cancel);
    stopping.addEventListener("abort", cancel, { once: true });
    const answer = async () => {
      const facts = { signal: cancelled.signal, caller: callerOf(call.getPeer()) };
      await sendAll(method, handler, call, facts);
    };
    answer()
      .then(
        () => call.end(),
        (thrown: unknown) => call.emit("error", report(method, thrown, log)),
      )
      .finally(() => {
        stopping.removeEventListener("abort", cancel);
        cancel();
      });
  };
}

async function sendAll(
  method: AnyMethod,
  handler: AnyHandler,
  call: StreamCall,
  facts: CallFacts,
): Promise<void> {
  const { signal } = facts;
  const responses = handler(method.request.decode(call.request), facts) as AsyncIterable<unknown>;
  // Says that the stream is open, before there is anything to send: from here on nothing is missed.
  call.sendMetadata(new Metadata());
  for await (const response of responses) {
    if (signal.aborted) return;
    if (!call.write(asBuffer(method.response.encode(response)))) await drained(call, signal);
  }
}

/** Until the caller has read what was written, or is gone. */
function drained(call: StreamCall, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      call.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    call.on("drain", done);
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function report(method: AnyMethod, thrown: unknown, log: Log) {
  const { error, ...status } = statusOf(thrown);
  const facts = { method: method.path, error: error.message };
  if (error.code === "internal") log.error("{method} failed: {error}", facts);
  else log.debug("{method} answered with an error: {error}", facts);
  return { ...status, name: error.name, message: error.message };
}
