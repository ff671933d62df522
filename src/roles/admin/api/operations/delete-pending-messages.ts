/** Takes back every message that waits for a client. */
import { z } from "zod";

import { deletePendingMessages as remove } from "../../operations/messages.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, empty } from "../shapes/basic.ts";

export const deletePendingMessages = defineOperation({
  name: "delete_pending_messages",
  summary: "take back every message that waits for a client",
  description: "Each counts as failed then.",
  scope: "admin",
  http: "POST /clients/{client_id}/pending/delete",
  input: z.strictObject({ client_id: clientIdInput }),
  output: empty,
  examples: [{ summary: "one client", input: { client_id: sampleClientId } }],
  change: ({ client_id: clientId }) => `deleted the pending messages of clients ${clientId}`,
  run: (context, { client_id: clientId }) => remove(context, { clientIds: [clientId] }),
});
