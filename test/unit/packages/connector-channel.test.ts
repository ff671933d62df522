import { expect, test } from "bun:test";
import { PassThrough } from "node:stream";

import { Channel } from "../../../packages/connector/src/channel.ts";
import { encodeMessage, makeMessage } from "../../../packages/connector/src/message.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const magic = Buffer.from("0110eef1", "hex");

function frame(messageType: string, bytes: number): Buffer {
  const value = new Uint8Array(bytes).fill(bytes % 251);
  const content = encodeMessage(makeMessage({ messageType, data: { typeUrl: "t", value } }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([magic, size, content]);
}

test("what came before the channel broke is received, then it throws what broke it", async () => {
  const input = new PassThrough();
  const channel = new Channel(input, new PassThrough());
  const arrived = ["1", "2", "3"].map((type) => frame(type, 100_000));
  input.write(Buffer.concat(arrived));
  await waitFor(() => input.readableLength === 0 && input.writableLength === 0, {
    what: "the channel to hold everything",
  });
  const closed = new Promise((resolve) => input.once("close", resolve));
  input.destroy(new Error("reset"));
  await closed;
  for (const type of ["1", "2", "3"]) {
    const message = await channel.receive();
    expect([message?.messageType, message?.data?.value.length]).toEqual([type, 100_000]);
  }
  expect(await channel.receive().catch(String)).toBe("Error: reset");
});

test("a message in pieces is received whole, and an end is an end", async () => {
  const input = new PassThrough();
  const channel = new Channel(input, new PassThrough());
  const bytes = Buffer.concat([frame("1", 3_000), frame("2", 0), frame("3", 1_500_000), magic]);
  for (let at = 0; at < bytes.length; at += 997) input.write(bytes.subarray(at, at + 997));
  input.end();
  const types: (string | undefined)[] = [];
  for (let count = 0; count < 4; count += 1) types.push((await channel.receive())?.messageType);
  expect(types).toEqual(["1", "2", "3", undefined]);
});
