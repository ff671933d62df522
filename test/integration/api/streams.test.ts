/** What streams send, held to what the API's description says of it. */
import { expect, test } from "bun:test";
import Ajv2020 from "ajv/dist/2020";

import { makeMessage } from "../../../src/core/message.ts";
import { newMessageId } from "../../../src/core/ids.ts";
import { timestampFromMs } from "../../../src/core/time.ts";
import { LiveEvents } from "../../../src/observability/live-events.ts";
import { type ApiFixture, startApi } from "../../helpers/api-fixture.ts";
import type { Described } from "../../helpers/documented-client.ts";
import { waitFor } from "../../helpers/wait-for.ts";

/** The values of a stream, one after another. */
async function* valuesOf(response: Response): AsyncGenerator<unknown> {
  let text = "";
  const body = response.body as ReadableStream<Uint8Array>;
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString();
    const frames = text.split("\n\n");
    text = frames.pop() ?? "";
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

async function validatorOf(api: ApiFixture, path: string) {
  const document = (await (await api.fetch("/openapi.json")).json()) as Described;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "api");
  const schema = document.paths[path]?.["get"]?.responses["200"]?.content["text/event-stream"];
  const text = JSON.stringify(schema?.schema ?? false).replaceAll(
    '"#/components',
    '"api#/components',
  );
  return (value: unknown) => {
    if (!ajv.validate(JSON.parse(text) as object, value))
      throw new Error(`${ajv.errorsText()}: ${JSON.stringify(value)}`);
  };
}

test("events are as they are described, and go on after the last that was seen", async () => {
  const live = new LiveEvents();
  await using api = await startApi({ live });
  const check = await validatorOf(api, "/events");
  const { clientId: client_id, messageId: message_id, broadcastId: broadcast_id } = api.things;
  const contact = { client_id, address: "127.0.0.1:1", transport: "websocket" };
  const response = await api.fetch("/events");
  await waitFor(() => live.subscriberCount > 0 || undefined, { what: "the subscription" });
  live.publish({ type: "client.enrolled", ...contact, labels: ["linux"] });
  live.publish({ type: "client.disconnected", ...contact, reason: "gone", ended_by: "fault" });
  live.publish({ type: "message.failed", message_id, client_id, reason: "no", will_retry: true });
  live.publish({ type: "broadcast.progress", broadcast_id, state: "active", sent: 3 });
  const totals = { stored: 1, delivered: 2, acknowledged: 3, processed: 4, failed: 5 };
  live.publish({ type: "messages.summary", ...totals });
  const seen: { id: string; type: string }[] = [];
  for await (const value of valuesOf(response)) {
    check(value);
    seen.push(value as { id: string; type: string });
    if (seen.length === 5) break;
  }
  const headers = { "last-event-id": seen[3]?.id ?? "" };
  for await (const value of valuesOf(await api.fetch("/events", { headers }))) {
    expect(value).toEqual(seen[4]);
    break;
  }
  for await (const value of valuesOf(await api.fetch("/events?after=01234567-1"))) {
    check(value);
    expect(value).toMatchObject({ type: "reset" });
    break;
  }
});

test("replies are as they are described, with their payloads", async () => {
  await using api = await startApi();
  const check = await validatorOf(api, "/messages/{message_id}/replies/watch");
  const { clientId, messageId } = api.things;
  const response = await api.fetch(`/messages/${messageId}/replies/watch`);
  const { feed } = api.admin.context;
  await waitFor(() => feed.listeners.size > 0 || undefined, { what: "the watcher" });
  const source = { clientId, serviceName: "echo" };
  const destination = { clientId: undefined, serviceName: "echo" };
  const reply = (answered: string) => ({
    ...makeMessage({ source, destination, messageType: "Answer" }),
    ...{ messageId: newMessageId(), creationTime: timestampFromMs(Date.now()) },
    annotations: [{ key: "fleet.in_reply_to", value: answered }],
    data: {
      typeUrl: "type.googleapis.com/google.protobuf.StringValue",
      value: Buffer.from("\n\x02hi"),
    },
  });
  feed.send(reply(newMessageId()), reply(messageId));
  for await (const value of valuesOf(response)) {
    check(value);
    expect(value).toMatchObject({ message_type: "Answer", data: { json: "hi" } });
    break;
  }
  await waitFor(() => feed.listeners.size === 0 || undefined, { what: "the end of the watch" });
});
