/** One client with what is known of it. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { microsFromMs } from "../../../../core/time.ts";
import type { ClientService } from "../../../../store/reports.ts";
import { describeListedClient, keyHash, onlineSince } from "../describe/client.ts";
import { unknownClient } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput } from "../shapes/basic.ts";
import { type clientService, clientDetails } from "../shapes/client.ts";

export const getClient = defineOperation({
  name: "get_client",
  summary: "show one client",
  scope: "read",
  http: "GET /clients/{client_id}",
  input: z.strictObject({ client_id: clientIdInput }),
  output: clientDetails,
  examples: [{ summary: "one client", input: { client_id: sampleClientId } }],
  async run({ store, clock }, { client_id: clientId }) {
    const [listed, records, services, pending, contacts] = await Promise.all([
      store.reports.client(clientId, onlineSince(microsFromMs(clock.now()))),
      store.clients.get([clientId]),
      store.reports.clientServices(clientId),
      store.messages.countPending([clientId]),
      store.contacts.list(clientId, { before: undefined, limit: 1 }),
    ]);
    const record = records.get(clientId);
    if (!listed || !record) throw unknownClient(clientId);
    const clockTime = listed.lastClock && contacts[0]?.time;
    return {
      ...describeListedClient(listed),
      public_key_sha256: keyHash(record),
      ...(clockTime !== undefined && { last_clock_time: formatMicros(clockTime) }),
      services: services.map(describeService),
      pending,
    };
  },
});

function describeService(service: ClientService): z.input<typeof clientService> {
  const { serviceName: name, signed, version, seenTime } = service;
  return {
    name,
    ...(version !== undefined && { version }),
    ...(signed !== undefined && { signed }),
    seen_time: formatMicros(seenTime),
  };
}
