/**
 * Every operation with every one of its examples, over HTTP and gRPC: as a client does that was made from the API's
 * description, and that believes nothing else.
 */
import { describe, expect, test } from "bun:test";
import Ajv2020 from "ajv/dist/2020";

import { operations } from "../../../src/roles/admin/api/generated/registry.ts";
import { unaryMethod } from "../../../src/roles/admin/api/grpc-methods.ts";
import type { Operation } from "../../../src/roles/admin/api/operation.ts";
import { type ApiFixture, startApi, withThings } from "../../helpers/api-fixture.ts";

const all: readonly Operation[] = Object.values(operations);
type Fields = Readonly<Record<string, unknown>>;

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A client that was made from the document. */
class DocumentedClient {
  readonly #api: ApiFixture;
  readonly #document: Described;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false });

  constructor(api: ApiFixture, document: Described) {
    this.#api = api;
    this.#document = document;
    this.#ajv.addSchema(document, "api");
  }

  async call(name: string, input: Fields): Promise<unknown> {
    const { method, path, operation } = this.#find(name);
    const left = { ...input };
    const query = new URLSearchParams();
    let target = path;
    for (const { name: field = "", in: place } of operation.parameters ?? []) {
      if (left[field] === undefined) continue;
      const value = left[field];
      const text = Array.isArray(value) ? value.join(",") : asText(value);
      if (place === "path") target = target.replace(`{${field}}`, encodeURIComponent(text));
      else query.set(field, text);
      delete left[field];
    }
    const body = operation.requestBody?.content["application/json"];
    if (body) this.#check(body.schema, left, `the body of ${name}`);
    else expect(left).toEqual({});
    const response = await this.#api.fetch(
      query.size > 0 ? `${target}?${query.toString()}` : target,
      {
        method,
        ...(body && {
          body: JSON.stringify(left),
          headers: { "content-type": "application/json" },
        }),
      },
    );
    const answer: unknown = await response.json();
    if (response.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    expect(response.headers.get("content-type")).toBe("application/json");
    const described = operation.responses["200"]?.content["application/json"];
    this.#check(described?.schema ?? false, answer, `the answer of ${name}`);
    return answer;
  }

  #find(name: string) {
    for (const [path, methods] of Object.entries(this.#document.paths)) {
      for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === name)
          return { method: method.toUpperCase(), path, operation };
    }
    throw new Error(`the document has no ${name}`);
  }

  #check(schema: object | boolean, value: unknown, what: string): void {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
    const ok = this.#ajv.validate(JSON.parse(text) as object, value);
    if (!ok) throw new Error(`${what}: ${this.#ajv.errorsText()}: ${JSON.stringify(value)}`);
  }
}

async function documentedClient(api: ApiFixture): Promise<DocumentedClient> {
  return new DocumentedClient(api, (await (await api.fetch("/openapi.json")).json()) as Described);
}

/** The answer has the fields of its shape and no others. */
function checkShape(operation: Operation, answer: unknown): void {
  const parsed = operation.output.safeParse(answer);
  if (!parsed.success) throw new Error(`${operation.name}: ${parsed.error.message}`);
  expect(parsed.data).toEqual(answer);
}

const unary = all.filter(({ streams, socketOnly }) => !streams && !socketOnly);

describe.each(unary.map((one) => [one.name, one] as const))("%s", (name, operation) => {
  test("answers a client of its description over HTTP", async () => {
    for (const { input } of operation.examples) {
      await using api = await startApi();
      const client = await documentedClient(api);
      checkShape(operation, await client.call(name, withThings(input, api.things) as Fields));
    }
  });

  test("answers the same over gRPC", async () => {
    await using api = await startApi();
    const client = api.admin.connect();
    const [example] = operation.examples;
    const answer = await client.call(
      unaryMethod(operation),
      withThings(example?.input ?? {}, api.things),
    );
    checkShape(operation, answer);
  });
});
