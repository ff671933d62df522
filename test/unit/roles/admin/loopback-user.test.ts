/** Whose the other end of a connection is, by the kernel's tables. */
import { describe, expect, test } from "bun:test";

import { findOwner } from "../../../../src/roles/admin/listeners/loopback-user.ts";

const head =
  "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

function row(local: string, remote: string, state: string, uid: number): string {
  return `   1: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${uid}        0 4242 1 0 20 4 30 10 -1`;
}

function table(...rows: string[]): string {
  return [head, ...rows, ""].join("\n");
}

/** 6061 and 40000 as the tables write them. */
const [ownPort, peerPort] = ["17AD", "9C40"];
const ipv4 = "0100007F";
const mapped = "0000000000000000FFFF00000100007F";
const ipv6 = "00000000000000000000000001000000";

function ends(address: string) {
  return { localAddress: address, localPort: 6061, remoteAddress: address, remotePort: 40000 };
}

const peerRow = (address: string, state: string, uid: number) =>
  row(`${address}:${peerPort}`, `${address}:${ownPort}`, state, uid);

describe("the owner of the peer's socket", () => {
  test("is that of the other end, not of this one", () => {
    const own = row(`${ipv4}:${ownPort}`, `${ipv4}:${peerPort}`, "01", 0);
    const listening = row(`${ipv4}:${ownPort}`, "00000000:0000", "0A", 0);
    const text = table(listening, own, peerRow(ipv4, "01", 1000));
    expect(findOwner(text, ends("127.0.0.1"))).toBe(1000);
  });

  test.each([
    ["::1", ipv6],
    ["127.0.0.1", mapped],
    ["::ffff:127.0.0.1", ipv4],
  ])("is found for %s as %s", (address, written) => {
    expect(findOwner(table(peerRow(written, "01", 65534)), ends(address))).toBe(65534);
  });

  test.each(["02", "04", "05", "06", "08"])("is not believed in state %s", (state) => {
    expect(findOwner(table(peerRow(ipv4, state, 0)), ends("127.0.0.1"))).toBeUndefined();
  });

  test("is unknown for another port, another address, and nonsense", () => {
    const text = table(peerRow(ipv4, "01", 0), "garbage", row("xx:yy", "zz", "01", 0));
    expect(findOwner(text, { ...ends("127.0.0.1"), remotePort: 40001 })).toBeUndefined();
    expect(findOwner(text, ends("127.0.0.2"))).toBeUndefined();
    expect(findOwner(text, ends("::1"))).toBeUndefined();
    expect(findOwner(text, ends("fe80::1"))).toBeUndefined();
    expect(findOwner("", ends("127.0.0.1"))).toBeUndefined();
  });
});
