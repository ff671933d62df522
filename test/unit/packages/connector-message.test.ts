import { describe, expect, test } from "bun:test";

import {
  decodeAckedIds,
  decodeMessage,
  encodeMessage,
  encodeStartupData,
  makeMessage,
  textData,
  textOf,
} from "../../../packages/connector/src/message.ts";
import { parseClientId } from "../../../src/core/ids.ts";
import { makeMessage as makeCoreMessage } from "../../../src/core/message.ts";
import {
  decodeMessage as decodeCore,
  encodeMessage as encodeCore,
} from "../../../src/proto/codec.ts";
import { decodeStartupData, encodeLocalAck } from "../../../src/proto/service-codec.ts";

const clientId = parseClientId("0102030405060708");
const core = makeCoreMessage({
  source: { clientId, serviceName: "süß" },
  destination: { clientId: undefined, serviceName: "d" },
  messageType: "T",
  sourceMessageId: "a1b2",
  creationTime: { seconds: 5, nanos: 6 },
  data: { typeUrl: "t/x", value: new Uint8Array(300).fill(9) },
  priority: "low",
  background: true,
  annotations: [
    { key: "a", value: "1" },
    { key: "b", value: "" },
  ],
});

describe("the connector's own codec", () => {
  test("reads and writes what the generated one does", () => {
    const message = decodeMessage(encodeCore(core));
    expect(message).toMatchObject({
      messageType: "T",
      priority: "low",
      background: true,
      annotations: { a: "1", b: "" },
    });
    expect(decodeCore(encodeMessage(message))).toEqual({ ...core, creationTime: undefined });
  });

  test("keeps an empty message of data apart from none", () => {
    const empty = makeMessage({ messageType: "T", data: { typeUrl: "", value: new Uint8Array() } });
    expect(decodeMessage(encodeMessage(empty)).data).toBeDefined();
    expect(decodeMessage(encodeMessage(makeMessage({ messageType: "T" }))).data).toBeUndefined();
  });

  test("throws, and nothing else, for every cut and every changed byte", () => {
    const bytes = encodeCore(core);
    for (let at = 0; at < bytes.length; at++) {
      for (const changed of [
        bytes.slice(0, at),
        bytes.map((byte, index) => (index === at ? 255 : byte)),
      ]) {
        try {
          decodeMessage(changed);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Error);
        }
      }
    }
  });

  test("has the small messages around it", () => {
    const startup = { pid: 4_000_000_000, version: "1.2" };
    expect(decodeStartupData(encodeStartupData(startup.pid, startup.version))).toEqual(startup);
    const acked = decodeAckedIds(encodeLocalAck(["0a0b", "ff"]));
    expect(acked.map((id) => Buffer.from(id).toString("hex"))).toEqual(["0a0b", "ff"]);
    expect(textOf(textData("héllo"))).toBe("héllo");
    expect(textOf(undefined)).toBe("");
  });
});
