import { expect, test } from "bun:test";

import { type ClientId, newMessageId, parseClientId } from "../../../../src/core/ids.ts";
import { type IdentifiedMessage, type Message, makeMessage } from "../../../../src/core/message.ts";
import { insertMessage } from "../../../../src/roles/admin/operations/insert-message.ts";
import { addClients, makeContext } from "../../../helpers/admin-fixture.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";

const clock = new FakeClock(1_700_000_000_500);

function messageTo(clientId: ClientId | undefined, fields: Partial<Message> = {}): Message {
  return makeMessage({
    source: { clientId: undefined, serviceName: "tool" },
    destination: { clientId, serviceName: "ls" },
    messageType: "Request",
    ...fields,
  });
}

test("id and creation time are filled in, the client's holder is told", async () => {
  const context = makeContext({ clock });
  const [clientId] = (await addClients(context.store, "one")) as [ClientId];
  await insertMessage(context, messageTo(clientId));
  const query = { clientIds: [clientId], offset: 0, limit: undefined, wantData: true };
  const [stored] = await context.store.messages.pending(query);
  expect(stored?.messageId).toMatch(/^[0-9a-f]{64}$/);
  expect(stored?.creationTime).toEqual({ seconds: 1_700_000_000, nanos: 500_000_000 });
  expect(context.notified).toEqual([clientId]);
});

test("the same message twice is stored once, and no error", async () => {
  const context = makeContext();
  const [clientId] = (await addClients(context.store, "one")) as [ClientId];
  const message = messageTo(clientId, { messageId: newMessageId() });
  await insertMessage(context, message);
  await insertMessage(context, message);
  expect(await context.store.messages.countPending([clientId])).toBe(1);
});

test("both service names and a known client are needed; nobody is told of what was not stored", async () => {
  const context = makeContext();
  const clientId = parseClientId("00000000000000ff");
  const nameless = { clientId: undefined, serviceName: "" };
  const destination = { clientId, serviceName: "" };
  await expect(insertMessage(context, messageTo(clientId, { source: nameless }))).rejects.toThrow(
    "source.service_name",
  );
  await expect(insertMessage(context, messageTo(clientId, { destination }))).rejects.toThrow(
    "destination.service_name",
  );
  await expect(insertMessage(context, messageTo(clientId))).rejects.toMatchObject({
    code: "not_found",
  });
  expect(context.notified).toEqual([]);
});

test("a message for a server service goes to whoever processes those", async () => {
  const accepted: IdentifiedMessage[] = [];
  const context = makeContext({
    acceptServerMessage: async (message) => void accepted.push(message),
  });
  await insertMessage(context, messageTo(undefined));
  expect(accepted).toMatchObject([{ messageType: "Request", messageId: expect.any(String) }]);
});

test("without one, it is stored and due", async () => {
  const context = makeContext({ clock });
  await insertMessage(context, messageTo(undefined));
  expect(await context.store.messages.nextServerDue([])).toBe(1_700_000_000_500_000);
});
