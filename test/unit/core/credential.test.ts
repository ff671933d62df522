import { expect, test } from "bun:test";

import {
  type CredentialId,
  formatCredential,
  hashSecret,
  isSecretOf,
  newCredential,
  parseCredentialId,
  readCredential,
} from "../../../src/core/credential.ts";

test("a credential is read as it is handed out", () => {
  const credential = newCredential();
  expect(readCredential(formatCredential(credential))).toEqual(credential);
  expect(newCredential()).not.toEqual(credential);
});

test.each([
  ["", "nothing"],
  ["fleet_0123456789abcdef_", "no secret"],
  [`fleet_0123456789abcdef_${"a".repeat(42)}`, "a short secret"],
  [`fleet_0123456789abcdef_${"a".repeat(44)}`, "a long secret"],
  [`fleet_0123456789ABCDEF_${"a".repeat(43)}`, "an id in capitals"],
  [` fleet_0123456789abcdef_${"a".repeat(43)}`, "a space before it"],
  [`fleet_0123456789abcdef_${"a".repeat(43)}\n`, "a line end"],
  [`fleet_0123456789abcdef_${"+".repeat(43)}`, "other characters"],
])("%p is none: %s", (text) => {
  expect(readCredential(text)).toBeUndefined();
});

test("a secret is known by its hash, and no other is", () => {
  const { secret } = newCredential();
  const hash = hashSecret(secret);
  expect(hash.toString("latin1")).not.toContain(secret);
  expect(isSecretOf(hash, secret)).toBe(true);
  expect(isSecretOf(hash, newCredential().secret)).toBe(false);
  expect(isSecretOf(hash.subarray(0, 31), secret)).toBe(false);
  expect(isSecretOf(new Uint8Array(), secret)).toBe(false);
});

test("an id is read from either case", () => {
  expect(parseCredentialId("0123456789ABCDEF")).toBe("0123456789abcdef" as CredentialId);
  expect(() => parseCredentialId("fleet_1")).toThrow('"fleet_1" is not the id of a credential');
});
