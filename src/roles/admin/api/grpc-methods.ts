/** Operations as methods of fleet.v1.Api (api.proto): for the server that answers them, and the client that calls. */
import type { Codec } from "../../../proto/admin-codec.ts";
import type { Method } from "../../../proto/admin-methods.ts";
import { structCodec } from "../../../proto/struct-codec.ts";
import type { Operation } from "./operation.ts";

/** "list_clients" is ListClients. */
export function grpcName(operation: string): string {
  return operation.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
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
