/**
 * The HTTP API, below /api/v1: a route for each operation, and the description of them all. Who is calling was found out
 * before (src/web/access.ts); what they may is decided behind the operations.
 */
import { type Context, Hono } from "hono";
import { routePath } from "hono/route";

import type { Caller } from "../../core/caller.ts";
import { toFleetError } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";
import { lastEventIdOf, sseResponse } from "../sse.ts";
import { readInput } from "./input.ts";
import type { ApiBackend, ApiOperation } from "./operation.ts";
import { HttpFaultError, httpProblem, problemOf } from "./problem.ts";

export interface ApiOptions {
  readonly backend: ApiBackend;
  /** Who makes this request, as the middleware before found out. @throws unauthenticated */
  readonly callerOf: (context: Context) => Caller;
  /** Aborted when the request is gone, or its credential no longer holds. */
  readonly signalOf: (context: Context) => AbortSignal;
  readonly log: Log;
}

const jsonHeaders = { "content-type": "application/json", "cache-control": "no-store" };

/** To be mounted at /api/v1. */
export function makeApi(options: ApiOptions): Hono {
  const api = new Hono();
  const { backend } = options;
  for (const operation of backend.operations) {
    api.on(operation.method, honoPath(operation.path), (context) =>
      answer(operation, context, options),
    );
  }
  api.get("/openapi.json", (context) => {
    options.callerOf(context);
    return (
      checkAccept(context, "application/json") ??
      new Response(backend.describe(), { headers: jsonHeaders })
    );
  });
  for (const [path, methods] of methodsByPath(backend.operations))
    api.all(honoPath(path), (context) => otherMethod(context, methods));
  api.notFound((context) => notFound(context));
  api.onError((thrown, context) => report(thrown, context, options));
  return api;
}

async function answer(
  operation: ApiOperation,
  context: Context,
  options: ApiOptions,
): Promise<Response> {
  const { backend, callerOf, signalOf } = options;
  const caller = callerOf(context);
  backend.check(operation, caller);
  const asBytes = operation.method === "GET" && wantsBytes(operation, context);
  const refused = checkAccept(context, asBytes ? bytesType : mediaTypeOf(operation));
  if (refused) return refused;
  const input = await readInput(operation, context.req.raw, (name) => context.req.param(name));
  const idempotencyKey = context.req.header("idempotency-key");
  const call = { caller, signal: signalOf(context), idempotencyKey };
  if (operation.streams) return streamAnswer(operation, input, context, call, backend);
  const { output, replayed } = await backend.call(operation, input, call);
  if (asBytes) return bytesAnswer(operation, output);
  const headers = { ...jsonHeaders, ...(replayed && { "idempotency-replayed": "true" }) };
  return new Response(`${JSON.stringify(output)}\n`, { headers });
}

function mediaTypeOf({ streams }: ApiOperation): string {
  return streams ? "text/event-stream" : "application/json";
}

const bytesType = "application/octet-stream";

/** Only who asks for plain bytes by name gets them. */
function wantsBytes({ bytesField }: ApiOperation, context: Context): boolean {
  const accepted = context.req.header("accept") ?? "";
  return bytesField !== undefined && accepted.toLowerCase().startsWith(bytesType);
}

/** As a download, whatever the bytes look like. */
function bytesAnswer({ bytesField = "" }: ApiOperation, output: unknown): Response {
  const fields = output as Readonly<Record<string, unknown>>;
  const text = fields[bytesField];
  const headers = {
    "content-type": bytesType,
    "content-disposition": "attachment",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
  return new Response(Buffer.from(typeof text === "string" ? text : "", "base64"), { headers });
}

function streamAnswer(
  operation: ApiOperation,
  input: Readonly<Record<string, unknown>>,
  context: Context,
  call: Parameters<ApiBackend["stream"]>[2],
  backend: ApiBackend,
): Response {
  if (context.req.raw.method === "HEAD")
    return new Response(null, {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    });
  const after = lastEventIdOf(context.req.raw);
  const values = backend.stream(operation, after === undefined ? input : { ...input, after }, call);
  return sseResponse(values, { signal: call.signal });
}

/** "/clients/{client_id}" as the router has it. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

function methodsByPath(operations: readonly ApiOperation[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>([["/openapi.json", new Set(["GET", "HEAD"])]]);
  for (const { path, method } of operations) {
    const methods = found.get(path) ?? new Set();
    found.set(path, methods.add(method));
    if (method === "GET") methods.add("HEAD");
  }
  return found;
}

function otherMethod(context: Context, methods: ReadonlySet<string>): Response {
  const allow = [...methods].toSorted().join(", ");
  const { method, path } = context.req;
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  return httpProblem(405, `${method} is not for ${path}`, `It takes ${allow}.`, { allow });
}

function notFound(context: Context): Response {
  const hint = "GET /api/v1/openapi.json describes every path.";
  return httpProblem(404, `there is no ${JSON.stringify(context.req.path.slice(0, 200))}`, hint);
}

/** 406 where the caller takes nothing of this type. */
function checkAccept(context: Context, mediaType: string): Response | undefined {
  const accepted = context.req.header("accept");
  if (accepted === undefined || accepted === "") return undefined;
  const [group = ""] = mediaType.split("/");
  const takes = accepted.split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const isNamed = type === "*/*" || type === `${group}/*` || type === mediaType;
    return isNamed && !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one));
  });
  return takes
    ? undefined
    : httpProblem(406, `this answers with ${mediaType}`, `Accept: ${mediaType}`);
}

function report(thrown: unknown, context: Context, { log }: ApiOptions): Response {
  if (thrown instanceof HttpFaultError)
    return httpProblem(thrown.status, thrown.message, thrown.hint);
  const error = toFleetError(thrown);
  const facts = { method: context.req.method, path: routePath(context), error: error.message };
  if (error.code === "internal") log.error("{method} {path} failed: {error}", facts);
  else log.debug("{method} {path} answered with an error: {error}", facts);
  return problemOf(error);
}
