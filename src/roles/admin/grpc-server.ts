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
type UnaryCall = ServerUnaryCall<Buffer, Buffer>;
type StreamCall = ServerWritableStream<Buffer, Buffer>;
type AnyCall = UnaryCall | StreamCall;
/** @param ended that ends the call in any case. */
type FactsOf = (call: AnyCall, ended: AbortSignal) => Promise<CallFacts>;

/** A table of methods and what answers them. */
export interface GrpcService {
  readonly methods: Readonly<Record<string, AnyMethod>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** Whether a caller may call a method of this name. @throws unauthenticated, refused */
  readonly check: CallCheck;
}

export type CallCheck = (method: string, caller: Caller) => void;

/** Who makes a call. */
export interface Identified {
  readonly caller: Caller;
  /** Aborted when what the caller showed is worth nothing any more; undefined: it showed nothing that could end. */
  readonly ended?: AbortSignal;
}

/** Pairs a table with its handlers, losing the types that only the two together have. */
export function grpcService<Name extends string>(
  methods: Readonly<Record<Name, AnyMethod>>,
  handlers: Readonly<Record<Name, unknown>>,
  check: CallCheck = () => {},
): GrpcService {
  return { methods, handlers: handlers as Readonly<Record<string, AnyHandler>>, check };
}

export interface GrpcServerOptions {
  /**
   * @param peer "host:port", or what the library has in its place for a Unix socket.
   * @param authorization what the call's metadata has under that name.
   * @throws unauthenticated
   */
  readonly identify: (peer: string, authorization: string | undefined) => Promise<Identified>;
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
  for (const { methods, handlers, check } of services) {
    for (const [name, method] of Object.entries(methods)) {
      const handler = handlers[name];
      if (handler === undefined) continue;
      const factsOf = (call: AnyCall, ended: AbortSignal) =>
        identifyCall(call, ended, options, (caller) => check(name, caller));
      // By path: two services may have methods of one name.
      definition[method.path] = definitionOf(method);
      implementation[method.path] = method.streams
        ? streamAnswer(method, handler, factsOf, options)
        : unaryAnswer(method, handler, factsOf, options);
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

async function identifyCall(
  call: AnyCall,
  ended: AbortSignal,
  { identify }: GrpcServerOptions,
  check: (caller: Caller) => void,
): Promise<CallFacts> {
  const shown = textOf(call, "authorization");
  const { caller, ended: revoked } = await identify(call.getPeer(), shown);
  check(caller);
  const signal = revoked ? AbortSignal.any([ended, revoked]) : ended;
  return { caller, signal, idempotencyKey: textOf(call, "idempotency-key") };
}

function textOf({ metadata }: AnyCall, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === "string" ? value : undefined;
}

function unaryAnswer(
  method: AnyMethod,
  handler: AnyHandler,
  factsOf: FactsOf,
  { stopping, log }: GrpcServerOptions,
) {
  return (call: UnaryCall, callback: sendUnaryData<Buffer>): void => {
    const answer = async () => {
      const facts = await factsOf(call, stopping);
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

function streamAnswer(
  method: AnyMethod,
  handler: AnyHandler,
  factsOf: FactsOf,
  { stopping, log }: GrpcServerOptions,
) {
  return (call: StreamCall): void => {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    call.on("cancelled", cancel);
    stopping.addEventListener("abort", cancel, { once: true });
    const answer = async () => {
      const facts = await factsOf(call, cancelled.signal);
      await sendAll(method, handler, call, facts);
      // Not in order: what was shown is worth nothing any more.
      if (facts.signal.aborted && !cancelled.signal.aborted) throw facts.signal.reason;
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
