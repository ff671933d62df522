/** What contacts tell of a client that was cloned or restored. */
import { describe, expect, test } from "bun:test";

import { summarizeContacts } from "../../../../src/cli/original/contact-history.ts";
import type { ClientContact } from "../../../../src/proto/admin-types.ts";

/** A contact at a second, with the nonce it got and the one it had. */
function contact(
  seconds: number,
  sentNonce: bigint,
  receivedNonce: bigint,
  observedAddress = "10.0.0.1:1",
): ClientContact {
  return { timestamp: { seconds, nanos: 0 }, sentNonce, receivedNonce, observedAddress };
}

function counts(contacts: readonly ClientContact[]) {
  const { splits, splitPoints, skips } = summarizeContacts(contacts, () => {});
  return { splits, splitPoints, skips };
}

describe("a client's contacts", () => {
  test("one after the other, in any order: nothing is odd", () => {
    const contacts = [contact(3, 13n, 12n), contact(1, 11n, 0n), contact(2, 12n, 11n)];
    expect(summarizeContacts(contacts, () => {})).toEqual({
      start: { seconds: 1, nanos: 0 },
      end: { seconds: 3, nanos: 0 },
      count: 3,
      addresses: 1,
      splits: 0,
      splitPoints: 0,
      skips: 0,
    });
  });

  test("restored from a backup: one split and one skip", () => {
    const contacts = [
      contact(1, 11n, 0n),
      contact(2, 12n, 11n),
      contact(3, 13n, 12n),
      contact(4, 14n, 11n),
    ];
    expect(counts(contacts)).toEqual({ splits: 1, splitPoints: 1, skips: 1 });
  });

  test("cloned: more skips than splits", () => {
    const contacts = [
      contact(1, 11n, 0n),
      contact(2, 12n, 11n),
      contact(3, 13n, 11n),
      contact(4, 14n, 12n),
      contact(5, 15n, 13n),
    ];
    expect(counts(contacts)).toEqual({ splits: 1, splitPoints: 1, skips: 3 });
  });

  test("nonces from before count as one", () => {
    const contacts = [contact(1, 11n, 5n), contact(2, 12n, 6n), contact(3, 13n, 0n)];
    expect(counts(contacts)).toEqual({ splits: 2, splitPoints: 1, skips: 2 });
  });

  test("addresses are counted without their ports; what is none is told", () => {
    const told: string[] = [];
    const contacts = [
      contact(1, 11n, 0n, "10.0.0.1:1"),
      contact(2, 12n, 11n, "10.0.0.1:2"),
      contact(3, 13n, 12n, "[::1]:2"),
      contact(4, 14n, 13n, "nowhere"),
      contact(5, 15n, 14n, "::1"),
    ];
    expect(summarizeContacts(contacts, (text) => told.push(text)).addresses).toBe(2);
    expect(told).toEqual([
      "Unable to parse ObservedAddress [nowhere], ignoring",
      "Unable to parse ObservedAddress [::1], ignoring",
    ]);
  });

  test.each([
    [
      [contact(1, 11n, 0n), contact(1, 12n, 0n)],
      "duplicate timestamp: 1970-01-01 00:00:01 +0000 UTC",
    ],
    [[contact(1, 11n, 0n), contact(2, 11n, 0n)], "duplicate sent nonce: 11"],
    [
      [contact(1, 11n, 12n), contact(2, 12n, 0n)],
      "Nonce at [seconds:1] references future time [seconds:2].",
    ],
  ])("contradictions %#", (contacts, reason) => {
    expect(() => counts(contacts)).toThrow(`Error creating summary: ${reason}`);
  });
});
