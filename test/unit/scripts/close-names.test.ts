import { describe, expect, test } from "bun:test";

import { closeNames, closedNames } from "../../../scripts/lib/close-names.ts";

/** Bytes with each name as often as a runtime has it, and where Bun's own script reads one. */
function makeRuntime(): Buffer {
  const names = closedNames.flatMap(({ name, count }) =>
    Array<string>(count).fill(`\0${name}_X\0`),
  );
  return Buffer.from(`head${names.join("--")}process.env.BUN_INSPECT_NOTIFY;tail`, "latin1");
}

describe("closing names", () => {
  test("leaves none that an environment could hold, and changes one byte each", () => {
    const runtime = makeRuntime();
    const before = Buffer.from(runtime);
    closeNames(runtime, "test");
    const script = runtime.indexOf("process.env.");
    for (const { name } of closedNames) {
      expect(runtime.subarray(0, script).includes(name)).toBe(false);
    }
    const changed = [...runtime].filter((byte, index) => byte !== before[index]);
    expect(changed).toEqual(Array(closedNames.reduce((sum, { count }) => sum + count, 0)).fill(0));
    expect(runtime.length).toBe(before.length);
  });

  test("leaves Bun's own script readable", () => {
    const runtime = makeRuntime();
    closeNames(runtime, "test");
    expect(runtime.includes("process.env.BUN_INSPECT_NOTIFY;tail")).toBe(true);
  });

  test.each(closedNames.map(({ name }) => name))("refuses a runtime with one %s more", (name) => {
    const runtime = Buffer.concat([makeRuntime(), Buffer.from(name)]);
    const before = Buffer.from(runtime);
    expect(() => closeNames(runtime, "@oven/bun-test")).toThrow(`@oven/bun-test holds ${name}`);
    expect(runtime.equals(before)).toBe(true);
  });

  test("refuses a runtime without them", () => {
    expect(() => closeNames(Buffer.from("nothing"), "test")).toThrow("0 times, not 1");
  });
});
