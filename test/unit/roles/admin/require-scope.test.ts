import { expect, test } from "bun:test";

import type { Caller } from "../../../../src/core/caller.ts";
import { deriveClientId, newBroadcastId } from "../../../../src/core/ids.ts";
import { makeMessage } from "../../../../src/core/message.ts";
import {
  scopeOfMessage,
  scopeOfService,
} from "../../../../src/roles/admin/access/require-scope.ts";
import { makeAdminHandlers } from "../../../../src/roles/admin/handlers.ts";
import { makeContext } from "../../../helpers/admin-fixture.ts";

const clientId = deriveClientId(Buffer.from("a key"));
const of = (serviceName: string) => ({ clientId, serviceName });
const here = (serviceName: string) => ({ clientId: undefined, serviceName });

test.each([
  [here("echo"), of("echo"), "send"],
  [here("echo"), here("inbox"), "send"],
  [here("echo"), of("system"), "admin"],
  [here("system"), of("echo"), "send"],
  // A broadcast without a destination is for the service that it is from.
  [here("system"), here(""), "admin"],
  [here("echo"), here("system"), "admin"],
  [of("echo"), here("inbox"), "admin"],
] as const)("from %j to %j needs %s", (source, destination, scope) => {
  expect(scopeOfMessage({ source, destination })).toBe(scope);
});

test("what is sent under a service's own name needs what the service does", () => {
  expect([scopeOfService("echo"), scopeOfService("system")]).toEqual(["send", "admin"]);
});

test("the original's methods hold to it, and change nothing", async () => {
  const context = makeContext();
  await using _store = context.store;
  const handlers = makeAdminHandlers(context);
  const facts = {
    caller: {
      door: "tls",
      name: "t",
      serial: undefined,
      scope: "send",
      address: "a test",
    } as Caller,
    signal: new AbortController().signal,
  };
  const message = makeMessage({
    ...{ source: here("echo"), destination: of("system"), messageType: "DieRequest" },
  });
  const broadcast = {
    ...{ broadcastId: newBroadcastId(), source: here("system"), destination: here("") },
    ...{ messageType: "RekeyRequest", requiredLabels: [], groupName: "" },
    ...{ expirationTime: undefined, data: undefined },
  };
  const attempts = [
    handlers.insertMessage(message, facts),
    handlers.createBroadcast({ broadcast, limit: 1n }, facts),
  ];
  for (const attempt of attempts) {
    const thrown: unknown = await attempt.catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: "refused" });
  }
  expect((await context.store.audit.head()).seq).toBe(0);
});
