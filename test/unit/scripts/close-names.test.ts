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

describe("the prefix that is compared in code", () => {
  /** `cmp byte [r14 + n], letter; jne`, with one of the two forms of jne. */
  function comparison(jump: readonly number[]): Buffer {
    const letters = [...Buffer.from("BUN_JSC_")];
    return Buffer.from(
      letters.flatMap((letter, index) => {
        const operand = index === 0 ? [0x3e] : [0x7e, index];
        return [0x41, 0x80, ...operand, letter, ...jump];
      }),
    );
  }

  test.each([
    [
      [0x75, 0xe5],
      [0xeb, 0xe5],
    ],
    [
      [0x0f, 0x85, 1, 2, 3, 4],
      [0x90, 0xe9, 1, 2, 3, 4],
    ],
  ])("never fits again: %p becomes %p", (jump, always) => {
    const runtime = Buffer.concat([makeRuntime(), comparison(jump)]);
    const at = makeRuntime().length + 4;
    closeNames(runtime, "@oven/bun-linux-x64");
    expect([...runtime.subarray(at, at + jump.length)]).toEqual(always);
    const rest = at + jump.length;
    expect(runtime.subarray(rest).equals(comparison(jump).subarray(4 + jump.length))).toBe(true);
  });

  test("is expected once in a runtime for x64", () => {
    const twice = Buffer.concat([makeRuntime(), comparison([0x75, 1]), comparison([0x75, 1])]);
    for (const [runtime, count] of [[makeRuntime(), 0] as const, [twice, 2] as const]) {
      const before = Buffer.from(runtime);
      const close = () => closeNames(runtime, "@oven/bun-linux-x64");
      expect(close).toThrow(`compares BUN_JSC_ ${count} times`);
      expect(runtime.equals(before)).toBe(true);
    }
  });
});
