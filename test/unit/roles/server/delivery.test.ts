import { expect, test } from "bun:test";

import type { ClientClaim } from "../../../../src/store/store.ts";
import { getLog } from "../../../../src/observability/log.ts";
import { Delivery, type DeliveryTarget } from "../../../../src/roles/server/delivery.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import { FakeClock, settle } from "../../../helpers/fake-clock.ts";
import { newIdentity } from "../../../helpers/server-fixture.ts";

test("a target that is gone claims nothing more, however much waits", async () => {
  const { clientId } = newIdentity();
  const store = createMemoryStore();
  let claims = 0;
  let leave = () => {};
  const messages = {
    ...store.messages,
    claimForClients: (wanted: readonly ClientClaim[]) => {
      claims += 1;
      // Its stream breaks while the claim is being committed.
      if (claims === 3) leave();
      return Promise.resolve(wanted.map(() => ({ messages: [], more: true })));
    },
  };
  await using delivery = new Delivery({
    ...{ store: { ...store, messages }, clock: new FakeClock(), log: getLog("test") },
    sweepMs: 1000,
  });
  const target: DeliveryTarget = {
    clientId,
    contactId: 1,
    claim: () => ({
      ...{ clientId, contactId: 1, server: "here", now: 0, reofferTime: 1 },
      ...{ maxMessages: 1, maxBytes: 1, allowed: undefined },
    }),
    deliver: () => Promise.resolve(),
    end: () => {},
  };
  const registration = delivery.register(target);
  leave = () => registration[Symbol.dispose]();
  delivery.notify([clientId]);
  await settle();
  await settle();
  expect(claims).toBe(3);
});
