import { expect, test } from "bun:test";

import { hideKeyMaterial, hideSecrets } from "../../../src/core/redact.ts";

const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";

test.each([
  [`a fleet_0a_${secret} b`, "a fleet_0a_*** b"],
  [`Authorization: Bearer ${secret}`, "Authorization: Bearer ***"],
  [`authorization: basic ${secret}`, "authorization: basic ***"],
  [`http://user:${secret}@proxy:1/x?y`, "http://***@proxy:1/x?y"],
  [`socks5://${secret}@proxy:1`, "socks5://***@proxy:1"],
  [
    `x -----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY----- y`,
    "x (private key: ***) y",
  ],
  [`-----BEGIN EC PRIVATE KEY-----\n${secret}`, "(private key: ***)"],
])("%j is shown as %j", (text, shown) => {
  expect(hideSecrets(text)).toBe(shown);
});

test.each([
  "client 0123456789abcdef at 192.0.2.1:5",
  "mail me@example.com about fleet_support",
  "https://example.com/a@b",
  "-----BEGIN CERTIFICATE-----",
  "the bearer of bad news",
])("%j stays as it is", (text) => {
  expect(hideSecrets(text)).toBe(text);
});

test("a key that is cut off hides as much as a key has, not what comes after", () => {
  const text = `-----BEGIN PRIVATE KEY-----\n${secret}\n${"x\n".repeat(4000)}the end`;
  const shown = hideSecrets(text);
  expect(shown).not.toContain(secret);
  expect(shown).toEndWith("the end");
});

test("a line of a key is hidden without its frame; hashes and paths are not", () => {
  const line = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3kXh0Yd9qk2fXw1P";
  expect(hideKeyMaterial(`x ${line} y`)).toBe("x *** y");
  const others = [
    "0123456789abcdef".repeat(4),
    "/home/User1/some/where/below/a/folder/with/many/parts/Client2/services/Echo3",
  ];
  for (const text of others) expect(hideKeyMaterial(text)).toBe(text);
});

test("what is made to take long takes no time", () => {
  const started = performance.now();
  for (const text of ["a.".repeat(1000), "://".repeat(700), "-----BEGIN ".repeat(200)]) {
    for (let round = 0; round < 20; round += 1) hideKeyMaterial(`${text}@`);
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
