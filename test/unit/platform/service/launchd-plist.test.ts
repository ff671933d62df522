import { expect, test } from "bun:test";

import { launchdPlist } from "../../../../src/platform/service/launchd-plist.ts";

const executable = "/usr/local/sbin/fleet-client";

test("starts the program with its arguments, each one string, and again when it ends", () => {
  const plist = launchdPlist("client", { executable, arguments: ["client", "--config", "/a b/c"] });
  const strings = [...plist.matchAll(/<string>(.*)<\/string>/g)].map(([, text]) => text);
  expect(strings.slice(0, 5)).toEqual([
    ...["fleet-client", executable, "client", "--config", "/a b/c"],
  ]);
  expect(plist).toMatch(/<key>KeepAlive<\/key>\s*<true\/>/);
  expect(plist).toMatch(/<key>RunAtLoad<\/key>\s*<true\/>/);
});

test("every key has a value, and every element an end", () => {
  const plist = launchdPlist("server", { executable, arguments: ["server"] });
  const body = plist.slice(plist.indexOf("<plist"));
  const open: string[] = [];
  for (const [, closing, name = "", selfClosed] of body.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
    if (selfClosed === "/") continue;
    if (closing === "/") expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
});

test("what XML gives a meaning is written so that it has none", () => {
  const plist = launchdPlist("client", { executable, arguments: ["<a> & b"] });
  expect(plist).toContain("<string>&lt;a&gt; &amp; b</string>");
});

test.each(["a\nb", "a\0"])("%j is refused", (word) => {
  expect(() => launchdPlist("client", { executable, arguments: [word] })).toThrow("control");
});
