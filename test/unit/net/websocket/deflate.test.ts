import { describe, expect, test } from "bun:test";
import { constants, deflateRawSync } from "node:zlib";

import { deflateMessage, inflateMessage } from "../../../../src/net/websocket/deflate.ts";

describe("permessage-deflate", () => {
  test("inflates the examples of RFC 7692 7.2.3", async () => {
    const hello = [
      "f248cdc9c90700",
      "00050 0faff48656c6c6f00".replace(" ", ""),
      "f348cdc9c9070000",
    ];
    for (const hex of hello) {
      const bytes = await inflateMessage(Buffer.from(hex, "hex"), 100);
      expect(Buffer.from(bytes).toString()).toBe("Hello");
    }
    // Two blocks in one message.
    const two = await inflateMessage(
      Buffer.from("f248050000 00ffffcac9c90700".replace(" ", ""), "hex"),
      100,
    );
    expect(Buffer.from(two).toString()).toBe("Hello");
  });

  test.each([0, 1, 100, 10_000, 300_000])("%d bytes come back", async (size) => {
    const message = Buffer.from(Array.from({ length: size }, (_, index) => (index * index) & 0xff));
    const inflated = await inflateMessage(await deflateMessage(message), Math.max(1, size));
    expect(Buffer.compare(inflated, message)).toBe(0);
  });

  test("each message stands alone", async () => {
    const message = Buffer.from("the same words, the same words, the same words");
    const [first, second] = [await deflateMessage(message), await deflateMessage(message)];
    expect(second).toEqual(first);
  });

  test("a message that inflates without end is 1009, and costs no more than the limit", async () => {
    const bomb = deflateRawSync(Buffer.alloc(20_000_000), { finishFlush: constants.Z_SYNC_FLUSH });
    expect(bomb.length).toBeLessThan(50_000);
    await expect(inflateMessage(bomb, 1_000_000)).rejects.toHaveProperty("closeCode", 1009);
    const small = await deflateMessage(Buffer.alloc(1001));
    await expect(inflateMessage(small, 1000)).rejects.toHaveProperty("closeCode", 1009);
  });

  test("what is not deflated, or is followed by something, is 1007", async () => {
    await expect(inflateMessage(Buffer.from("ffffff", "hex"), 100)).rejects.toHaveProperty(
      "closeCode",
      1007,
    );
    const followed = Buffer.concat([deflateRawSync(Buffer.from("a")), Buffer.alloc(20, 1)]);
    await expect(inflateMessage(followed, 100)).rejects.toHaveProperty("closeCode", 1007);
  });
});
