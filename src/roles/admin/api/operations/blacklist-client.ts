/** Makes a client take a new identity. */
import { z } from "zod";

import { blacklistClient as blacklist } from "../../operations/clients.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, empty } from "../shapes/basic.ts";

export const blacklistClient = defineOperation({
  name: "blacklist_client",
  summary: "give a client nothing but the request to take a new identity",
  description: "A client that obeys comes back under another id.",
  scope: "admin",
  http: "POST /clients/{client_id}/blacklist",
  input: z.strictObject({ client_id: clientIdInput }),
  output: empty,
  examples: [{ summary: "a client", input: { client_id: sampleClientId } }],
  change: ({ client_id: clientId }) => `blacklisted client ${clientId}`,
  run: (context, { client_id: clientId }) => blacklist(context, { clientId }),
});
