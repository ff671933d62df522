/** A client's contacts, and whether each one's nonce follows from the one before. */
import { z } from "zod";

import { describeContact } from "../describe/client.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, pageInput, pageOutput } from "../shapes/basic.ts";
import { contact } from "../shapes/client.ts";

const name = "list_client_contacts";

export const listClientContacts = defineOperation({
  name,
  summary: "list a client's contacts, newest first",
  scope: "read",
  http: "GET /clients/{client_id}/contacts",
  input: z.strictObject({ client_id: clientIdInput, ...pageInput }),
  output: z.strictObject({ contacts: z.array(contact), ...pageOutput }),
  examples: [{ summary: "the newest", input: { client_id: sampleClientId, limit: 10 } }],
  async run({ store, clock }, { client_id: clientId, limit, cursor }) {
    const listing = { operation: name, filters: clientId, nowMs: clock.now() };
    const before = readCursor(listing, cursor, z.int());
    // One more than is shown: whether the last one's nonce follows is seen from the contact before it.
    const records = await store.contacts.list(clientId, { before, limit: limit + 1 });
    const shown = records.slice(0, limit);
    const last = shown.at(-1);
    return {
      contacts: shown.map((record, index) => describeContact(record, records[index + 1])),
      ...(records.length > limit && last && { next_cursor: writeCursor(listing, last.contactId) }),
    };
  },
});
