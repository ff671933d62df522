/**
 * Every operation with every one of its examples, over HTTP and gRPC: as a client does that was made from the API's
 * description, and that believes nothing else.
 */
import { describe, expect, test } from "bun:test";

import { operations } from "../../../src/roles/admin/api/generated/registry.ts";
import { unaryMethod } from "../../../src/roles/admin/api/grpc-methods.ts";
import type { Operation } from "../../../src/roles/admin/api/operation.ts";
import { type ApiFixture, startApi, withThings } from "../../helpers/api-fixture.ts";
import { type Described, DocumentedClient } from "../../helpers/documented-client.ts";

const all: readonly Operation[] = Object.values(operations);
type Fields = Readonly<Record<string, unknown>>;

async function documentedClient(api: ApiFixture): Promise<DocumentedClient> {
  const document = (await (await api.fetch("/openapi.json")).json()) as Described;
  return new DocumentedClient(document, async (method, target, body) => {
    const response = await api.fetch(target, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const type = response.headers.get("content-type");
    return { status: response.status, type, answer: await response.json() };
  });
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
