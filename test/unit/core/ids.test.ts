import { describe, expect, test } from "bun:test";

import {
  bytesToHex,
  clientIdFromBytes,
  deriveClientId,
  deriveMessageId,
  hexToBytes,
  messageIdFromBytes,
  newMessageId,
  parseClientId,
  parseMessageId,
} from "../../../src/core/ids.ts";
import clientIds from "../../fixtures/stock/client_ids.json";
import messageIds from "../../fixtures/stock/message_ids.json";

describe("ids as the original derives them", () => {
  test.each(clientIds)("client id of a $key key", ({ spki, client_id }) => {
    expect<string>(deriveClientId(hexToBytes(spki))).toBe(client_id);
  });

  test.each(messageIds)("message id of $service_name, $source_message_id", (vector) => {
    const id = deriveMessageId(
      parseClientId(vector.client_id),
      vector.service_name,
      hexToBytes(vector.source_message_id),
    );
    expect<string>(id).toBe(vector.message_id);
  });
});

describe("ids from outside", () => {
  test("bytes of another length are refused", () => {
    expect(() => clientIdFromBytes(new Uint8Array(7))).toThrow("a client id has 8 bytes, not 7");
    expect(() => messageIdFromBytes(new Uint8Array(33))).toThrow(
      "a message id has 32 bytes, not 33",
    );
  });

  test("text is taken in either case and refused when it is not hex of its length", () => {
    expect<string>(parseClientId("00FFaa1122334455")).toBe("00ffaa1122334455");
    expect(() => parseClientId("00ffaa112233445")).toThrow('"00ffaa112233445" is not a client id');
    expect(() => parseClientId("00ffaa112233445x")).toThrow("is not a client id");
    expect(() => parseMessageId("ab")).toThrow("is not a message id");
  });

  test("a view into a larger buffer gives its own bytes only", () => {
    const larger = new Uint8Array([9, 9, 1, 2, 3, 9]);
    expect(bytesToHex(larger.subarray(2, 5))).toBe("010203");
  });

  test("server-made ids differ", () => {
    expect(newMessageId()).not.toBe(newMessageId());
    expect(newMessageId()).toMatch(/^[0-9a-f]{64}$/);
  });
});
