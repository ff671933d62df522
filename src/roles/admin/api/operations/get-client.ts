/** One client with what is known of it. */
import { z } from "zod";

import { microsFromMs } from "../../../../core/time.ts";
import { describeClient, keyHash } from "../describe/client.ts";
import { unknownClient } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { clientIdInput } from "../shapes/basic.ts";
import { clientDetails } from "../shapes/client.ts";

export const getClient = defineOperation({
  name: "get_client",
  summary: "show one client",
  scope: "read",
  http: "GET /clients/{client_id}",
  input: z.strictObject({ client_id: clientIdInput }),
  output: clientDetails,
  examples: [{ summary: "one client", input: { client_id: "$CLIENT_ID" } }],
  async run({ store, clock }, { client_id: clientId }) {
    const record = (await store.clients.get([clientId])).get(clientId);
    if (!record) throw unknownClient(clientId);
    return {
      ...describeClient(record, microsFromMs(clock.now())),
      public_key_sha256: keyHash(record),
      services: [],
      pending: await store.messages.countPending([clientId]),
    };
  },
});
