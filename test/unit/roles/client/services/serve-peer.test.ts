import { describe, expect, test } from "bun:test";
import { PassThrough } from "node:stream";

import { parseClientId } from "../../../../../src/core/ids.ts";
import { encodeChannelMagic, encodeFrame } from "../../../../../src/net/channel-framing.ts";
import { encodeMessage } from "../../../../../src/proto/codec.ts";
import { LocalChannel } from "../../../../../src/roles/client/services/channel/local-channel.ts";
import { servePeer } from "../../../../../src/roles/client/services/channel/serve-peer.ts";
import type { ServiceContext } from "../../../../../src/roles/client/services/service.ts";
import { defaultServiceTimers } from "../../../../../src/roles/client/services/service-timers.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";
import { FakeClock, outgoing, settle, silentLog } from "../support.ts";

/** A peer whose messages wait in `waiting` until they are let go. */
function serve() {
  const waiting: (() => void)[] = [];
  const context: ServiceContext = {
    name: "test",
    clientId: parseClientId("0102030405060708"),
    clock: new FakeClock(),
    log: silentLog,
    timers: defaultServiceTimers,
    report: () => {},
    send: () => new Promise((resolve) => waiting.push(resolve)),
  };
  const input = new PassThrough();
  const channel = new LocalChannel(input, new PassThrough());
  const state = { error: undefined as unknown, taken: 0 };
  const handlers = { onStartup: () => {}, onHeartbeat: () => {}, onTaken: () => state.taken++ };
  const served = servePeer(channel, context, handlers).catch((thrown: unknown) => {
    state.error = thrown;
  });
  input.write(encodeChannelMagic());
  return { input, waiting, state, served };
}

const frame = encodeFrame(encodeMessage(outgoing("Test")));

describe("a service process", () => {
  test("that breaks the rules is not gone before its messages have found room: it could come again and again", async () => {
    const { input, waiting, state, served } = serve();
    input.write(frame);
    input.write(frame);
    await waitFor(() => waiting.length === 2, { what: "messages on their way" });
    input.write(Buffer.alloc(64, 0xff));
    for (let round = 0; round < 5; round++) await settle();
    expect(state.error).toBeUndefined();
    for (const letGo of waiting) letGo();
    await served;
    expect(state.error).toBeInstanceOf(Error);
    expect(state.taken).toBe(2);
  });

  test("may have 32 messages on their way", async () => {
    const { input, waiting, served, state } = serve();
    for (let count = 0; count < 40; count++) input.write(frame);
    await waitFor(() => waiting.length === 32, { what: "messages on their way" });
    for (let round = 0; round < 5; round++) await settle();
    expect(waiting.length).toBe(32);
    input.end();
    for (let index = 0; index < 40; index++) {
      await waitFor(() => waiting.length > index, { what: "messages on their way" });
      waiting[index]?.();
    }
    await served;
    expect(state.taken).toBe(40);
  });
});
