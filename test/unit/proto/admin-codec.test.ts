import { describe, expect, test } from "bun:test";

import { parseBroadcastId, parseClientId } from "../../../src/core/ids.ts";
import {
  clientIdCodec,
  clientIdsCodec,
  watchMessagesCodec,
} from "../../../src/proto/admin-codec.ts";
import { adminMethods, fleetMethods } from "../../../src/proto/admin-methods.ts";
import { createBroadcastCodec } from "../../../src/proto/admin-record-codec.ts";
import { fleetspeak } from "../../../src/proto/generated/server.js";

const admin = fleetspeak.server;
const clientId = parseClientId("0011223344556677");
const client_id = Buffer.from(clientId, "hex");

describe("one codec for messages that look alike", () => {
  test.each([
    "ListClientsRequest",
    "DeletePendingMessagesRequest",
    "GetPendingMessageCountRequest",
  ] as const)("%s", (name) => {
    const bytes = admin[name].encode({ client_ids: [client_id] }).finish();
    expect(clientIdsCodec.decode(bytes)).toEqual({ clientIds: [clientId] });
    expect(Buffer.from(clientIdsCodec.encode({ clientIds: [clientId] }))).toEqual(
      Buffer.from(bytes),
    );
  });

  test.each([
    "BlacklistClientRequest",
    "ListClientContactsRequest",
    "StreamClientContactsRequest",
    "StreamClientIdsResponse",
  ] as const)("%s", (name) => {
    const bytes = admin[name].encode({ client_id }).finish();
    expect(clientIdCodec.decode(bytes)).toEqual({ clientId });
    expect(Buffer.from(clientIdCodec.encode({ clientId }))).toEqual(Buffer.from(bytes));
  });
});

test("ids of another length are refused, missing ones too", () => {
  const bytes = admin.BlacklistClientRequest.encode({ client_id: Buffer.alloc(7) }).finish();
  expect(() => clientIdCodec.decode(bytes)).toThrow("a client id has 8 bytes, not 7");
  expect(() => clientIdCodec.decode(new Uint8Array())).toThrow("a client id has 8 bytes, not 0");
});

test("a broadcast keeps its limit of 64 bits and its id, or has none", () => {
  const address = { clientId: undefined, serviceName: "s" };
  const broadcast = {
    broadcastId: parseBroadcastId("8877665544332211"),
    source: address,
    destination: address,
    messageType: "T",
    requiredLabels: [{ serviceName: "client", label: "linux" }],
    expirationTime: { seconds: 5, nanos: 6 },
    data: { typeUrl: "t/x.Y", value: new Uint8Array([1, 2]) },
    groupName: "g",
  };
  for (const request of [
    { broadcast, limit: 2n ** 64n - 1n },
    { broadcast: { ...broadcast, broadcastId: undefined }, limit: 0n },
  ]) {
    expect(createBroadcastCodec.decode(createBroadcastCodec.encode(request))).toEqual(request);
  }
});

test("a watch that restricts nothing is empty on the wire", () => {
  const everything = { serviceName: "", clientIds: [], inReplyTo: undefined };
  expect(watchMessagesCodec.decode(watchMessagesCodec.encode(everything))).toEqual(everything);
  expect(watchMessagesCodec.decode(new Uint8Array())).toEqual(everything);
});

test("the table has all methods of the original, under their names", () => {
  const names = Object.values(adminMethods).map(({ path }) =>
    path.replace("/fleetspeak.server.Admin/", ""),
  );
  expect(names.toSorted()).toEqual([
    "BlacklistClient",
    "CreateBroadcast",
    "DeleteFile",
    "DeletePendingMessages",
    "DisableBroadcasts",
    "FetchClientResourceUsageRecords",
    "GetMessageStatus",
    "GetPendingMessageCount",
    "GetPendingMessages",
    "InsertMessage",
    "KeepAlive",
    "ListActiveBroadcasts",
    "ListClientContacts",
    "ListClients",
    "StoreFile",
    "StreamClientContacts",
    "StreamClientIds",
  ]);
  expect(Object.values(fleetMethods).map(({ path }) => path)).toEqual([
    "/fleet.v1.Fleet/WatchMessages",
  ]);
});
