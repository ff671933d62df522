import { describe, expect, test } from "bun:test";

import { parseProxyHeader } from "../../../src/net/proxy-protocol.ts";
import { matchAddresses } from "../../../src/net/proxy-rules.ts";

const signature = Buffer.from("\r\n\r\n\0\r\nQUIT\n", "latin1");

function binary(command: number, family: number, block: Buffer): Buffer {
  const head = Buffer.from([0x20 | command, family, block.length >> 8, block.length & 0xff]);
  return Buffer.concat([signature, head, block]);
}

const ipv4 = Buffer.from([192, 0, 2, 1, 198, 51, 100, 2, 0x10, 0xe1, 1, 187]);
const ipv6 = Buffer.concat([
  Buffer.from("20010db8000000000000000000000001", "hex"),
  Buffer.from("20010db8000000000000000000000002", "hex"),
  Buffer.from([0x10, 0xe1, 1, 187]),
]);

const good: Readonly<Record<string, [Buffer, { host: string; port: number } | undefined]>> = {
  "TCP4 as text": [
    Buffer.from("PROXY TCP4 192.0.2.1 198.51.100.2 4321 443\r\n"),
    { host: "192.0.2.1", port: 4321 },
  ],
  "TCP6 as text": [
    Buffer.from("PROXY TCP6 2001:db8::1 2001:db8::2 4321 443\r\n"),
    { host: "2001:db8::1", port: 4321 },
  ],
  "UNKNOWN as text": [Buffer.from("PROXY UNKNOWN and more\r\n"), undefined],
  "TCP over IPv4": [binary(1, 0x11, ipv4), { host: "192.0.2.1", port: 4321 }],
  "TCP over IPv6": [binary(1, 0x21, ipv6), { host: "2001:db8::1", port: 4321 }],
  "addresses with extensions behind": [
    binary(1, 0x11, Buffer.concat([ipv4, Buffer.alloc(100)])),
    { host: "192.0.2.1", port: 4321 },
  ],
  "the proxy itself (LOCAL)": [binary(0, 0x11, ipv4), undefined],
  "a Unix socket": [binary(1, 0x31, Buffer.alloc(216)), undefined],
};

describe("a PROXY header", () => {
  for (const [what, [bytes, source]] of Object.entries(good)) {
    test(`of ${what} is read, however it is cut, and nothing behind it`, () => {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(parseProxyHeader(bytes.subarray(0, length))).toBeUndefined();
      }
      const followed = Buffer.concat([bytes, Buffer.from("GET /")]);
      expect(parseProxyHeader(followed)).toEqual({ length: bytes.length, source });
    });
  }

  const bad: Readonly<Record<string, Buffer>> = {
    "another beginning": Buffer.from("GET / HTTP/1.1\r\n"),
    "a TLS handshake": Buffer.from([0x16, 3, 1, 0, 0]),
    "an address of the other family": Buffer.from("PROXY TCP4 ::1 192.0.2.2 1 2\r\n"),
    "no address": Buffer.from("PROXY TCP4 localhost 192.0.2.2 1 2\r\n"),
    "a port that is none": Buffer.from("PROXY TCP4 192.0.2.1 192.0.2.2 65536 2\r\n"),
    "a port with a sign": Buffer.from("PROXY TCP4 192.0.2.1 192.0.2.2 +1 2\r\n"),
    "two spaces": Buffer.from("PROXY TCP4  192.0.2.1 192.0.2.2 1 2\r\n"),
    "one word more": Buffer.from("PROXY TCP4 192.0.2.1 192.0.2.2 1 2 3\r\n"),
    "an endless line": Buffer.from(`PROXY TCP4 ${"1".repeat(200)}`),
    "another version": Buffer.concat([signature, Buffer.from([0x11, 0x11, 0, 12]), ipv4]),
    "another command": binary(2, 0x11, ipv4),
    "addresses cut off": binary(1, 0x21, ipv4),
    "over 536 bytes": binary(1, 0x11, Buffer.alloc(521)),
  };
  for (const [what, bytes] of Object.entries(bad)) {
    test(`with ${what} is refused`, () => {
      expect(() => parseProxyHeader(bytes)).toThrow("PROXY header is malformed");
    });
  }
});

test("ranges of addresses match as CIDR says, also addresses that sockets show as mapped", () => {
  const isTrusted = matchAddresses(["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]);
  const trusted = ["10.255.0.1", "192.0.2.1", "2001:db8:1::1", "::ffff:10.1.2.3"];
  expect(trusted.map(isTrusted)).toEqual([true, true, true, true]);
  const others = ["11.0.0.1", "192.0.2.2", "2001:db9::1", "::ffff:11.0.0.1", "", "unknown"];
  expect(others.some(isTrusted)).toBe(false);
});
