import { describe, expect, test } from "bun:test";

import {
  type AuditEntry,
  AuditVerifier,
  auditHash,
  auditOrigin,
  auditText,
  formatAuditHead,
  parseAuditHead,
} from "../../../src/core/audit.ts";

function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const told: Omit<AuditEntry, "hash"> = {
      ...{ seq, time: seq * 1000, door: "http", who: "a", from: "b", action: "c", what: `${seq}` },
      ...{ outcome: "done", reason: "" },
    };
    entries.push({ ...told, hash: auditHash((entries.at(-1) ?? auditOrigin).hash, told) });
  }
  return entries;
}

function verify(entries: readonly AuditEntry[], head?: string) {
  const verifier = new AuditVerifier(head === undefined ? undefined : parseAuditHead(head));
  for (const entry of entries) verifier.add(entry);
  return formatAuditHead(verifier.finish());
}

const chain = chainOf(5);
const headOf = (seq: number) => formatAuditHead({ seq, hash: chain[seq - 1]?.hash ?? "" });

describe("a chain", () => {
  test("that nobody touched is good, with every head that it had", () => {
    expect(verify(chain)).toBe(headOf(5));
    for (const seq of [1, 3, 5]) expect(verify(chain, headOf(seq))).toBe(headOf(5));
    expect(verify([])).toBe(formatAuditHead(auditOrigin));
    expect(verify(chain, formatAuditHead(auditOrigin))).toBe(headOf(5));
  });

  test.each([
    ["time", 7],
    ["door", "socket"],
    ["who", "x"],
    ["from", "x"],
    ["action", "x"],
    ["what", "x"],
    ["outcome", "failed"],
    ["reason", "x"],
    ["hash", "0".repeat(64)],
  ])("breaks where somebody altered the %s of an entry", (field, value) => {
    const altered = chain.map((entry) => (entry.seq === 3 ? { ...entry, [field]: value } : entry));
    expect(() => verify(altered)).toThrow("entry 3 is not what was written");
  });

  test("breaks where an entry is missing, stands twice or in another place", () => {
    const [a, b, c, d, e] = chain as [AuditEntry, AuditEntry, AuditEntry, AuditEntry, AuditEntry];
    expect(() => verify([a, b, d, e])).toThrow("entry 3 is missing: entry 4 follows entry 2");
    expect(() => verify([b, c])).toThrow("entry 1 is missing");
    expect(() => verify([a, b, b, c])).toThrow("entry 3 is missing");
    expect(() => verify([a, b, { ...d, seq: 3 }])).toThrow("entry 3 is not what was written");
  });

  test("that was written anew does not have the head that was noted", () => {
    const anew = chainOf(2);
    const [, second] = anew;
    const other = { ...chain[2], what: "something else", seq: 3 } as AuditEntry;
    const third = { ...other, hash: auditHash(second?.hash ?? "", other) };
    expect(verify([...anew, third])).toStartWith("3:");
    expect(() => verify([...anew, third], headOf(3))).toThrow("entry 3 has the hash");
  });

  test("that was cut does not have the head that was noted", () => {
    expect(() => verify(chain.slice(0, 3), headOf(5))).toThrow("it ends with entry 3, and entry 5");
  });
});

test("a head is read as it is printed, and nothing else is", () => {
  expect(parseAuditHead(headOf(2).toUpperCase())).toEqual({ seq: 2, hash: chain[1]?.hash ?? "" });
  for (const text of ["", "2", "2:", `x:${"0".repeat(64)}`, `1:${"0".repeat(63)}`, `-${headOf(1)}`])
    expect(() => parseAuditHead(text)).toThrow("is not a head of the audit log");
});

test("a text that was cut within a character is still one", () => {
  expect(auditText("\u{1f600}".repeat(600)).isWellFormed()).toBe(true);
  expect(auditText(`x${"\u{1f600}".repeat(600)}`).isWellFormed()).toBe(true);
  expect(auditText("\u{1f600} ä")).toBe("\u{1f600} ä");
});
