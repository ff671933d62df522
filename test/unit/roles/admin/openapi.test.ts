/** The API's description as a whole: what it refers to is there, and what it names is unique. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { operations } from "../../../../src/roles/admin/api/generated/registry.ts";
import { buildOpenApi } from "../../../../src/roles/admin/api/openapi.ts";
import type { Operation } from "../../../../src/roles/admin/api/operation.ts";

const all: readonly Operation[] = Object.values(operations);
const document = buildOpenApi(all);
const text = JSON.stringify(document);

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
}
const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, Described>>>>;
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, operation })),
);

function resolve(reference: string): unknown {
  return reference
    .replace("#/", "")
    .split("/")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
}

test("every reference leads somewhere, and every component is referred to", () => {
  const references = new Set(
    Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, one = ""]) => one),
  );
  expect(references.size).toBeGreaterThan(20);
  for (const reference of references)
    expect([reference, typeof resolve(reference)]).toEqual([reference, "object"]);
  for (const name of Object.keys(resolve("#/components/schemas") as object))
    expect(references).toContain(`#/components/schemas/${name}`);
});

test("each operation that HTTP serves is there once, with the parameters of its path", () => {
  const names = described.map(({ operation }) => operation.operationId);
  const served = all.filter(({ socketOnly }) => !socketOnly).map(({ name }) => name);
  expect(names.toSorted()).toEqual(served.toSorted());
  for (const { path, operation } of described) {
    const inPath = (operation.parameters ?? []).filter((one) => one.in === "path");
    const wanted = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
    expect(inPath.map(({ name = "" }) => name).toSorted()).toEqual(wanted.toSorted());
  }
});

test("what is committed is what is served", () => {
  const committed = readFileSync(
    join(import.meta.dir, "../../../../docs/api/openapi.json"),
    "utf8",
  );
  expect(JSON.parse(committed)).toEqual(JSON.parse(text));
});

test("what makes a secret is not served over HTTP", () => {
  const secret = all.filter(({ socketOnly }) => socketOnly).map(({ name }) => name);
  expect(secret).toEqual(["create_login", "create_token"]);
  for (const name of secret) expect(text).not.toContain(`"${name}"`);
});
