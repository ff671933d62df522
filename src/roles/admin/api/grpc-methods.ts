/** Operations as methods of fleet.v1.Api (api.proto): for the server that answers them, and the client that calls. */
import type { Codec } from "../../../proto/admin-codec.ts";
import type { Method } from "../../../proto/admin-methods.ts";
import { structCodec } from "../../../proto/struct-codec.ts";
import type { operations } from "./generated/registry.ts";
import type { Operation } from "./operation.ts";

type Operations = typeof operations;
export type OperationName = keyof Operations;
export type InputOf<Name extends OperationName> =
  Operations[Name] extends Operation<infer Input, unknown> ? Input : never;
export type OutputOf<Name extends OperationName> =
  Operations[Name] extends Operation<unknown, infer Output> ? Output : never;

/** "list_clients" is ListClients. */
export function grpcName(operation: string): string {
  return operation.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** An operation by name, without loading what it does: for callers. */
export function apiMethod<Name extends OperationName>(
  name: Name,
): Method<InputOf<Name>, OutputOf<Name>, false> {
  return { ...methodOf<InputOf<Name>, OutputOf<Name>>(name), streams: false };
}

/** As apiMethod, of operations that stream. */
export function apiStream<Name extends OperationName>(
  name: Name,
): Method<InputOf<Name>, OutputOf<Name>, true> {
  return { ...methodOf<InputOf<Name>, OutputOf<Name>>(name), streams: true };
}

/** What is sent is of these shapes: a request is checked by who receives it, an answer by who made it. */
export function unaryMethod<In, Out>({ name }: Operation<In, Out>): Method<In, Out, false> {
  return { ...methodOf<In, Out>(name), streams: false };
}

export function streamMethod<In, Out>({ name }: Operation<In, Out>): Method<In, Out, true> {
  return { ...methodOf<In, Out>(name), streams: true };
}

function methodOf<In, Out>(name: string): Omit<Method<In, Out, boolean>, "streams"> {
  return {
    path: `/fleet.v1.Api/${grpcName(name)}`,
    request: structCodec as Codec<In>,
    response: structCodec as Codec<Out>,
  };
}
