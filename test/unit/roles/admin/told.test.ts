import { expect, test } from "bun:test";

import { unlimitedBroadcast } from "../../../../src/core/broadcast.ts";
import { newBroadcastId } from "../../../../src/core/ids.ts";
import { describeBroadcast } from "../../../../src/roles/admin/changes.ts";
import {
  createBroadcast,
  disableBroadcasts,
} from "../../../../src/roles/admin/operations/broadcasts.ts";
import { blacklistClient } from "../../../../src/roles/admin/operations/clients.ts";
import { addClients, makeContext } from "../../../helpers/admin-fixture.ts";

test("the server is told of broadcasts once they are stored or disabled", async () => {
  let told = 0;
  const context = makeContext({ broadcastsChanged: () => void (told += 1) });
  const address = { clientId: undefined, serviceName: "hunts" };
  const broadcast = {
    ...{
      broadcastId: newBroadcastId(),
      source: address,
      destination: address,
      messageType: "Hunt",
    },
    ...{ requiredLabels: [], expirationTime: undefined, data: undefined, groupName: "" },
  };
  await createBroadcast(context, { broadcast, limit: unlimitedBroadcast });
  expect(told).toBe(1);
  await expect(createBroadcast(context, { broadcast, limit: 1n })).rejects.toThrow("exists");
  await disableBroadcasts(context, { broadcastIds: [broadcast.broadcastId] });
  expect(told).toBe(2);
});

test("a broadcast is logged with the service that gets it", () => {
  const source = { clientId: undefined, serviceName: "fleet" };
  const destination = { clientId: undefined, serviceName: "ls" };
  const broadcast = {
    ...{ broadcastId: newBroadcastId(), source, destination, messageType: "Hunt" },
    ...{ requiredLabels: [], expirationTime: undefined, data: undefined, groupName: "" },
  };
  const request = { broadcast, limit: unlimitedBroadcast };
  expect(describeBroadcast(request)).toEndWith('for service "ls"');
  const own = { ...broadcast, destination: { ...destination, serviceName: "" } };
  expect(describeBroadcast({ ...request, broadcast: own })).toEndWith('for service "fleet"');
});

test("the server is told of clients that were blacklisted, and of no others", async () => {
  const told: string[] = [];
  const context = makeContext({ clientsBlacklisted: (clientIds) => void told.push(...clientIds) });
  const [clientId] = await addClients(context.store, "a client");
  if (!clientId) throw new Error("a client is needed");
  await blacklistClient(context, { clientId });
  const unknown = "00000000000000ff" as typeof clientId;
  await expect(blacklistClient(context, { clientId: unknown })).rejects.toThrow();
  expect(told).toEqual([clientId]);
});
