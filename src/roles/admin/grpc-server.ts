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
import { CallGate, type Identify, textOf } from "./call-gate.ts";
import { reportOf } from "./status.ts";

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
type FactsOf = (call: AnyCall, ended: AbortSignal) => CallFacts;

/** A table of methods and what answers them. */
export interface GrpcService {
  readonly methods: Readonly<Record<string, AnyMethod>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** Whether a caller may call a method of this name. @throws unauthenticated, refused */
  readonly check: CallCheck;
}

export type CallCheck = (method: string, caller: Caller) => void;

/** Pairs a table with its handlers, losing the types that only the two together have. */
export function grpcService<Name extends string>(
  methods: Readonly<Record<Name, AnyMethod>>,
  handlers: Readonly<Record<Name, unknown>>,
  check: CallCheck = () => {},
): GrpcService {
  return { methods, handlers: handlers as Readonly<Record<string, AnyHandler>>, check };
}

export interface GrpcServerOptions {
  readonly identify: Identify;
  /** Ends the streams that are open. */
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** A server that answers these services; it listens nowhere by itself. */
export function makeGrpcServer(
  services: readonly GrpcService[],
  options: GrpcServerOptions,
): Server {
  const checks = new Map<string, (caller: Caller) => void>();
  const check = (path: string, caller: Caller) => checks.get(path)?.(caller);
  const gate = new CallGate(options.identify, check, options.log);
  const server = new Server({ ...channelOptions, interceptors: [gate.interceptor] });
  const factsOf = (call: AnyCall, ended: AbortSignal) => factsBehind(gate, call, ended);
  const definition: Record<string, ServiceDefinition[string]> = {};
  const implementation: UntypedServiceImplementation = {};
  for (const { methods, handlers, check: checkMethod } of services) {
    for (const [name, method] of Object.entries(methods)) {
      const handler = handlers[name];
      if (handler === undefined) continue;
      // By path: two services may have methods of one name.
      checks.set(method.path, (caller) => checkMethod(name, caller));
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

/** @throws unauthenticated when what the caller showed is worth nothing by now. */
function factsBehind(gate: CallGate, { metadata }: AnyCall, ended: AbortSignal): CallFacts {
  const { caller, ended: revoked } = gate.admittedOf(metadata);
  const signal = revoked ? AbortSignal.any([ended, revoked]) : ended;
  return { caller, signal, idempotencyKey: textOf(metadata, "idempotency-key") };
}

function unaryAnswer(
  method: AnyMethod,
  handler: AnyHandler,
  factsOf: FactsOf,
  { stopping, log }: GrpcServerOptions,
) {
  return (call: UnaryCall, callback: sendUnaryData<Buffer>): void => {
    const answer = async () => {
      const facts = factsOf(call, stopping);
      return asBuffer(
        method.response.encode(await handler(method.request.decode(call.request), facts)),
      );
    };
    answer().then(
      (response) => callback(null, response),
      (thrown: unknown) => callback(reportOf(method.path, thrown, log)),
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
      const facts = factsOf(call, cancelled.signal);
      await sendAll(method, handler, call, facts);
      // Not in order: what was shown is worth nothing any more.
      if (facts.signal.aborted && !cancelled.signal.aborted) throw facts.signal.reason;
    };
    answer()
      .then(
        () => call.end(),
        (thrown: unknown) => call.emit("error", reportOf(method.path, thrown, log)),
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
