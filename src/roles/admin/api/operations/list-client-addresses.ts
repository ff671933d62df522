/** Where a client came from. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput } from "../shapes/basic.ts";
import { clientAddress } from "../shapes/client.ts";

/** Of the contacts that are looked at; a client that polls has one every few seconds or minutes. */
const maxContacts = 10_000;

export const listClientAddresses = defineOperation({
  name: "list_client_addresses",
  summary: "list the addresses that a client came from, last used first",
  scope: "read",
  http: "GET /clients/{client_id}/addresses",
  input: z.strictObject({ client_id: clientIdInput }),
  output: z.strictObject({
    addresses: z.array(clientAddress),
    more: z.boolean().meta({
      description: `Whether the client has more contacts than the newest ${maxContacts}, which this looks at`,
    }),
  }),
  examples: [{ summary: "one client", input: { client_id: sampleClientId } }],
  async run({ store }, { client_id: clientId }) {
    const { addresses, more } = await store.reports.clientAddresses(clientId, maxContacts);
    return {
      addresses: addresses.map(({ address, firstTime, lastTime, contacts }) => ({
        address,
        first_time: formatMicros(firstTime),
        last_time: formatMicros(lastTime),
        contacts,
      })),
      more,
    };
  },
});
