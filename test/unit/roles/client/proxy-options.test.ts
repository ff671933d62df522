import { describe, expect, test } from "bun:test";

import { makeProxyRule, proxyOptions } from "../../../../src/roles/client/proxy-options.ts";

const environment = { HTTPS_PROXY: "http://env:1", NO_PROXY: "" };

describe("the proxy", () => {
  test("of the file counts before that of the environment", () => {
    expect(proxyOptions("http://file:2", environment).proxy?.address.host).toBe("file");
    expect(proxyOptions("", environment).proxy?.address.host).toBe("env");
    expect(proxyOptions(undefined, environment).proxy?.address.host).toBe("env");
    expect(proxyOptions(undefined, {})).toEqual({});
  });

  test("may be written without a scheme, and has port 80 where none is said", () => {
    expect(proxyOptions("proxy:3128", {}).proxy?.address).toEqual({ host: "proxy", port: 3128 });
    expect(proxyOptions("http://[::1]", {}).proxy?.address).toEqual({ host: "::1", port: 80 });
  });

  test.each(["https://a:b@c:1", "http://", "http://%zz@a:1"])("%s is refused", (text) => {
    expect(() => proxyOptions(text, {})).toThrow(
      expect.objectContaining({
        code: "configuration",
        message: expect.not.stringContaining(text),
      }),
    );
  });
});

describe("NO_PROXY", () => {
  const cases: [noProxy: string, server: string, proxied: boolean][] = [
    ["", "fleet.example.com:443", true],
    ["*", "fleet.example.com:443", false],
    ["example.com", "example.com:443", false],
    ["example.com", "fleet.EXAMPLE.com:443", false],
    ["example.com", "notexample.com:443", true],
    [".example.com", "example.com:443", true],
    [".example.com", "fleet.example.com:443", false],
    ["*.example.com", "fleet.example.com:443", false],
    ["other, fleet:8443", "fleet:8443", false],
    ["fleet:8443", "fleet:443", true],
    ["10.0.0.0/8", "10.1.2.3:443", false],
    ["10.0.0.0/8", "11.1.2.3:443", true],
    ["10.0.0.0/99", "10.1.2.3:443", true],
    ["192.0.2.1", "192.0.2.1:443", false],
    ["[2001:db8::1]:443", "[2001:db8::1]:443", false],
    ["", "localhost:6060", false],
    ["", "127.0.0.2:6060", false],
    ["", "[::1]:6060", false],
  ];
  test.each(cases)("%p: %s is proxied: %p", (noProxy, server, proxied) => {
    expect(makeProxyRule(noProxy)(server)).toBe(proxied);
  });
});
