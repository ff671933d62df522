import { describe, expect, test } from "bun:test";

import { allocationSize, unlimitedBroadcast } from "../../../src/core/broadcast.ts";
import { FleetError, toFleetError } from "../../../src/core/errors.ts";
import { hasLabels } from "../../../src/core/labels.ts";
import { failureAt, resultOverwrites, successAt } from "../../../src/core/message.ts";
import { failureDelayMs, reconnectDelayMs, serverRetryMs } from "../../../src/core/retry.ts";
import {
  microsFromTimestamp,
  msFromTimestamp,
  timestampFromMicros,
  timestampFromMs,
} from "../../../src/core/time.ts";
import { DeliveryTokens } from "../../../src/core/tokens.ts";

const time = { seconds: 1, nanos: 0 };

describe("results", () => {
  test("a success overwrites any result, a failure none", () => {
    const success = successAt(time);
    const failure = failureAt(time, "no");
    expect(resultOverwrites(undefined, success)).toBe(true);
    expect(resultOverwrites(undefined, failure)).toBe(true);
    expect(resultOverwrites(failure, success)).toBe(true);
    expect(resultOverwrites(success, failure)).toBe(false);
    expect(resultOverwrites(failure, failure)).toBe(false);
    expect(resultOverwrites(success, undefined)).toBe(false);
  });

  test("a reason is cut at 900 characters", () => {
    expect(failureAt(time, "x".repeat(2000)).failedReason).toHaveLength(900);
  });
});

describe("flow control", () => {
  test("nothing announced is no limit", () => {
    const tokens = new DeliveryTokens();
    tokens.add(new Map());
    expect(tokens.allowed).toBeUndefined();
  });

  test("tokens add up, are taken, and never go below zero", () => {
    const tokens = new DeliveryTokens();
    tokens.add(new Map([["a", 2n]]));
    tokens.add(new Map([["a", 1n]]));
    tokens.take(["a", "a", "b"]);
    expect(tokens.allowed?.get("a")).toBe(1);
    tokens.take(["a", "a"]);
    expect(tokens.allowed?.get("a")).toBe(0);
    expect(tokens.allowed?.get("b")).toBe(0);
  });

  test("a uint64 does not overflow, and too many services are refused", () => {
    const tokens = new DeliveryTokens();
    tokens.add(new Map([["a", 2n ** 64n - 1n]]));
    expect(tokens.allowed?.get("a")).toBe(1_000_000);
    const many = new Map(Array.from({ length: 1001 }, (_, i) => [`s${i}`, 1n] as const));
    expect(() => tokens.add(many)).toThrow("over 1000 services");
  });
});

describe("waiting", () => {
  test("a server retry is base × 1.1^n × (1…2)", () => {
    expect(serverRetryMs(0, 60_000, () => 0)).toBe(60_000);
    expect(serverRetryMs(2, 60_000, () => 0)).toBeCloseTo(72_600);
    expect(serverRetryMs(0, 60_000, () => 0.999)).toBeLessThan(120_000);
    expect(serverRetryMs(10_000, 60_000, () => 0)).toBeLessThan(31 * 24 * 3600 * 1000);
  });

  test("a failure waits up to half longer", () => {
    expect(failureDelayMs(1000, () => 0)).toBe(1000);
    expect(failureDelayMs(1000, () => 1)).toBe(1500);
  });

  test("after a stream: jitter, then doubling up to the failure delay", () => {
    const delays = [0, 1, 2, 3, 4].map((attempt) => reconnectDelayMs(attempt, 5000, () => 0.5));
    expect(delays).toEqual([1000, 1000, 2000, 4000, 5000]);
  });
});

describe("labels and allocations", () => {
  test("all required labels must be there, of the same service", () => {
    const had = [{ serviceName: "client", label: "linux" }];
    expect(hasLabels(had, [])).toBe(true);
    expect(hasLabels(had, had)).toBe(true);
    expect(hasLabels(had, [{ serviceName: "grr", label: "linux" }])).toBe(false);
  });

  test("an allocation is a fifth of what is left, at least one", () => {
    expect(allocationSize(100n, 0n, 0n)).toBe(20n);
    expect(allocationSize(100n, 97n, 0n)).toBe(1n);
    expect(allocationSize(100n, 50n, 50n)).toBe(0n);
    expect(allocationSize(0n, 0n, 0n)).toBe(0n);
    expect(allocationSize(unlimitedBroadcast, 5n, 0n)).toBe((unlimitedBroadcast - 5n) / 5n);
  });
});

describe("times", () => {
  test("survive the way there and back", () => {
    expect(msFromTimestamp(timestampFromMs(1_767_225_599_123))).toBe(1_767_225_599_123);
    expect(microsFromTimestamp(timestampFromMicros(1_767_225_599_123_456))).toBe(
      1_767_225_599_123_456,
    );
  });

  test("before the epoch nanos still count forward", () => {
    expect(timestampFromMs(-1)).toEqual({ seconds: -1, nanos: 999_000_000 });
    expect(timestampFromMicros(-1)).toEqual({ seconds: -1, nanos: 999_999_000 });
  });
});

describe("errors", () => {
  test("every code has its three numbers", () => {
    const error = new FleetError("refused", "no", { hint: "ask" });
    expect([error.grpcStatus, error.httpStatus, error.exitCode, error.hint]).toEqual([
      7,
      403,
      6,
      "ask",
    ]);
  });

  test("what was thrown is kept as the cause", () => {
    const cause = new Error("broken");
    expect(toFleetError(cause).cause).toBe(cause);
    const own = new FleetError("conflict", "held");
    expect(toFleetError(own)).toBe(own);
  });
});
