/** Every operation with its examples through curl, as scripts call them. */
import { expect, test } from "bun:test";

import { operations } from "../../src/roles/admin/api/generated/registry.ts";
import type { Operation } from "../../src/roles/admin/api/operation.ts";
import { type ApiFixture, startApi, withThings } from "../helpers/api-fixture.ts";
import { type Described, DocumentedClient, type Send } from "../helpers/documented-client.ts";

const all: readonly Operation[] = Object.values(operations);

async function curl(args: readonly string[]): Promise<string> {
  const child = Bun.spawn(["curl", "-sS", "--max-time", "20", ...args], {
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [status, output, errors] = await Promise.all([
    child.exited,
    child.stdout.text(),
    child.stderr.text(),
  ]);
  expect([status, errors]).toEqual([0, ""]);
  return output;
}

function sendWithCurl({ url }: ApiFixture): Send {
  return async (method, target, body) => {
    const data = body ? ["-H", "Content-Type: application/json", "-d", JSON.stringify(body)] : [];
    const facts = ["-w", "\\n%{http_code} %{content_type}", "-H", "Authorization: Bearer admin"];
    const output = await curl(["-X", method, ...facts, ...data, `${url}${target}`]);
    const end = output.lastIndexOf("\n");
    const [status = "", type = ""] = output.slice(end + 1).split(" ");
    return { status: Number(status), type, answer: JSON.parse(output.slice(0, end)) as unknown };
  };
}

const unary = all.filter(({ streams, socketOnly }) => !streams && !socketOnly);

test.each(unary.map((one) => [one.name, one] as const))("%s", async (name, { examples }) => {
  for (const { input } of examples) {
    await using api = await startApi();
    const document = (await (await api.fetch("/openapi.json")).json()) as Described;
    const client = new DocumentedClient(document, sendWithCurl(api));
    const answer = await client.call(
      name,
      withThings(input, api.things) as Record<string, unknown>,
    );
    expect(operations[name as keyof typeof operations].output.safeParse(answer).success).toBe(true);
  }
});
