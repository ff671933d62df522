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

  const kinds: [text: string, kind: string, port: number][] = [
    ["https://proxy", "https", 443],
    ["HTTPS://proxy:8443/", "https", 8443],
    ["socks5://proxy", "socks5", 1080],
    ["socks5h://proxy:9", "socks5", 9],
  ];
  test.each(kinds)("%s is one of kind %s at port %d", (text, kind, port) => {
    const address = { host: "proxy", port };
    expect(proxyOptions(text, {}).proxy).toMatchObject({ kind, address });
  });

  test("has its credentials unescaped", () => {
    const { credentials } = proxyOptions("socks5://me:s%3At@proxy", {}).proxy ?? {};
    expect(credentials).toEqual({ user: "me", password: "s:t" });
  });

  const wrong = [
    ...["ftp://a:b@c:1", "socks4://a:b@c", "constructor://a:b@c", "http://", "http://%zz@a:1"],
    ...[`socks5://u:${"x".repeat(256)}@c`, "socks5://:pass@c"],
  ];
  test.each(wrong)("%s is refused", (text) => {
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
    ["10.0.0.0/", "10.1.2.3:443", true],
    ["/", "10.1.2.3:443", true],
    ["2001:db8::/32", "[2001:db8:5::1]:443", false],
    ["2001:db8::/32", "10.1.2.3:443", true],
    ["2001:DB8:0::1", "[2001:db8::1]:443", false],
    ["192.0.2.1:8443", "192.0.2.1:443", true],
    ["192.0.2.1:8443", "192.0.2.1:8443", false],
    ["*.example.com:8443", "a.example.com:8443", false],
    [":443,,", "fleet:443", true],
    ["", "[0:0:0:0:0:0:0:1]:6060", false],
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
