import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import { checkPeerUser } from "../../../../src/roles/admin/listeners/peer-user.ts";
import { isLoopback } from "../../../../src/roles/admin/listeners/tcp.ts";
import { codeTrailer, hintTrailer, statusOf } from "../../../../src/roles/admin/status.ts";

describe("the peer of a Unix socket", () => {
  test("is this user or root", () => {
    checkPeerUser({ uid: 1000 }, 1000);
    checkPeerUser({ uid: 0 }, 1000);
  });

  test("is refused otherwise, also where this process is root or nobody in particular", () => {
    expect(() => checkPeerUser({ uid: 1001 }, 1000)).toThrow(
      expect.objectContaining({ code: "refused" }),
    );
    expect(() => checkPeerUser({ uid: 1000 }, 0)).toThrow("user 1000");
    expect(() => checkPeerUser({ uid: 1000 }, undefined)).toThrow("user 1000");
  });
});

test.each([
  ["127.0.0.1", true],
  ["127.8.9.1", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["LOCALHOST", true],
  ["", false],
  ["0.0.0.0", false],
  ["::", false],
  ["10.0.0.1", false],
  ["127.0.0.1.example.com", false],
  ["127.evil", false],
  ["localhost.example.com", false],
])("only this machine reaches %p: %p", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe("a status", () => {
  test("says code, message and hint", () => {
    const status = statusOf(
      new FleetError("not_found", "no such thing", { hint: "look élsewhere" }),
    );
    expect(status).toMatchObject({ code: 5, details: "no such thing" });
    expect(status.metadata.get(codeTrailer)).toEqual(["not_found"]);
    expect(status.metadata.get(hintTrailer).map(String)).toEqual(["look élsewhere"]);
  });

  test("is internal for what nobody foresaw, and never longer than a peer takes", () => {
    expect(statusOf(new TypeError("oops"))).toMatchObject({ code: 13, details: "oops" });
    const long = new FleetError("invalid_argument", "x".repeat(1e6), { hint: "y".repeat(1e6) });
    expect(statusOf(long).details).toHaveLength(1000);
  });
});
