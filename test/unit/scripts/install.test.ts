import { describe, expect, test } from "bun:test";

import { matchesLock } from "../../../scripts/lib/install.mjs";

const locked = {
  "": {},
  "node_modules/a": { integrity: "sha512-a" },
  "node_modules/b-linux": { integrity: "sha512-b", optional: true },
  "node_modules/b-windows": { integrity: "sha512-c", optional: true },
};
const present = {
  "node_modules/a": { integrity: "sha512-a" },
  "node_modules/b-linux": { integrity: "sha512-b" },
};

describe("what is installed", () => {
  test("fits the lock file without the packages of other machines", () => {
    expect(matchesLock(locked, present)).toBe(true);
  });

  test.each([
    ["a package is missing", { "node_modules/b-linux": { integrity: "sha512-b" } }],
    ["a package is another", { ...present, "node_modules/a": { integrity: "sha512-z" } }],
    [
      "an optional package is another",
      { ...present, "node_modules/b-linux": { integrity: "sha512-z" } },
    ],
    ["a package is too many", { ...present, "node_modules/old": { integrity: "sha512-o" } }],
  ])("does not fit when %s", (_, other) => {
    expect(matchesLock(locked, other)).toBe(false);
  });
});
