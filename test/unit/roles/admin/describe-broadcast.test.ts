/** What the API says of a broadcast's limit and of what servers may send of it. */
import { expect, test } from "bun:test";

import { type Broadcast, unlimitedBroadcast } from "../../../../src/core/broadcast.ts";
import { parseBroadcastId } from "../../../../src/core/ids.ts";
import { describeBroadcast } from "../../../../src/roles/admin/api/describe/broadcast.ts";
import { broadcast as shape } from "../../../../src/roles/admin/api/shapes/broadcast.ts";

const broadcast: Broadcast = {
  broadcastId: parseBroadcastId("0011223344556677"),
  source: { clientId: undefined, serviceName: "a" },
  destination: { clientId: undefined, serviceName: "" },
  messageType: "T",
  requiredLabels: [],
  expirationTime: undefined,
  groupName: "",
  data: undefined,
};

test.each([
  ["a limit", 20n, 5n, { limit: 20, allocated: 5 }],
  ["no limit, of which no number can say what is left", unlimitedBroadcast, 2n ** 60n, {}],
  ["a limit that it lost when it was disabled", 0n, 0n, {}],
])("a broadcast with %s", (_, limit, allocated, expected) => {
  const described = describeBroadcast({ broadcast, limit, sent: 1n, allocated }, 0);
  expect(shape.safeParse(described).success).toBe(true);
  const { limit: told, allocated: left } = described;
  expect(JSON.parse(JSON.stringify({ limit: told, allocated: left }))).toEqual(expected);
});
