import { expect, test } from "bun:test";

import { fieldOf, parseJson, textFieldOf } from "../../../src/core/json-fields.ts";

test("fields of what may be anything", () => {
  const value = parseJson('{"a":"text","b":1,"c":null}');
  expect([textFieldOf(value, "a"), textFieldOf(value, "b"), fieldOf(value, "b")]).toEqual([
    ...["text", undefined, 1],
  ]);
  expect(fieldOf(value, "toString")).toBeUndefined();
  for (const other of [parseJson("no json"), parseJson("null"), parseJson("7"), "a"]) {
    expect(textFieldOf(other, "a")).toBeUndefined();
  }
});
