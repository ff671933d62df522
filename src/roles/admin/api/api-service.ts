/** The operations as the gRPC service fleet.v1.Api (api.proto). */
import type { Caller } from "../../../core/caller.ts";
import { type CallCheck, type GrpcService, grpcService } from "../grpc-server.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { operations } from "./generated/registry.ts";
import { streamMethod, unaryMethod } from "./grpc-methods.ts";
import type { Operation } from "./operation.ts";
import type { CallFacts } from "../../../proto/admin-methods.ts";

const all: readonly Operation[] = Object.values(operations);

const byName = new Map(all.map((one) => [one.name, one]));

const methods = Object.fromEntries(
  all.map((one) => [one.name, one.streams ? streamMethod(one) : unaryMethod(one)]),
);

/** @param checkCaller of any method, before what the operation itself asks for. */
export function apiService(
  dispatcher: Dispatcher,
  checkCaller: (caller: Caller) => void,
): GrpcService {
  const check: CallCheck = (name, caller) => {
    checkCaller(caller);
    const operation = byName.get(name);
    if (operation) dispatcher.check(operation, caller);
  };
  const handlers = all.map((operation) => [operation.name, handlerOf(operation, dispatcher)]);
  return grpcService(methods, Object.fromEntries(handlers) as Record<string, unknown>, check);
}

function handlerOf(operation: Operation, dispatcher: Dispatcher) {
  if (operation.streams)
    return (input: unknown, facts: CallFacts) => dispatcher.stream(operation, input, facts);
  return async (input: unknown, facts: CallFacts) =>
    (await dispatcher.call(operation, input, facts)).output;
}
