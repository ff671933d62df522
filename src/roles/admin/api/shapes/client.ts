/** Clients, their contacts and what their services use. */
import { z } from "zod";

import { clientId, count, label, time } from "./basic.ts";

export const client = z
  .strictObject({
    client_id: clientId,
    labels: z
      .array(label)
      .meta({ description: "What the client says of itself: it selects, and proves nothing" }),
    blacklisted: z.boolean(),
    online: z.boolean().meta({ description: "Whether it holds a stream, or polled a moment ago" }),
    last_contact_time: time,
    last_contact_address: z
      .string()
      .meta({ description: "address:port; empty before the first contact" }),
    last_clock: time
      .optional()
      .meta({ description: "What the client's clock said when its last contact began" }),
    streaming_to: z.string().optional().meta({ description: "The server that holds its stream" }),
    added_time: time.meta({ description: "Of its first contact" }),
  })
  .meta({ id: "Client" });

export const clientService = z
  .strictObject({
    name: z.string(),
    version: z.string().optional(),
    signed: z.boolean().optional(),
    seen_time: time,
  })
  .meta({ id: "ClientService" });

export const clientDetails = z
  .strictObject({
    ...client.shape,
    public_key_sha256: z.string(),
    last_clock_time: time
      .optional()
      .meta({ description: "When its clock said last_clock, by the server's clock" }),
    services: z.array(clientService),
    pending: count.meta({ description: "Messages that wait for it" }),
  })
  .meta({ id: "ClientDetails" });

export const contact = z
  .strictObject({
    contact_id: z.int(),
    time,
    ended_time: time.optional(),
    sent_nonce: z.string().meta({ description: "uint64, 16 hex digits" }),
    received_nonce: z.string().meta({ description: "uint64, 16 hex digits" }),
    observed_address: z.string(),
    server: z.string(),
    chain: z.enum(["first", "continues", "splits"]).meta({
      description:
        "Whether the nonce that the client gave back is the one of its contact before (first: none before it is kept): a chain that splits is a sign of a clone or of a restored client",
    }),
  })
  .meta({ id: "Contact" });

export const clientAddress = z
  .strictObject({ address: z.string(), first_time: time, last_time: time, contacts: count })
  .meta({ id: "ClientAddress" });

export const resourceUsage = z
  .strictObject({
    scope: z.string().meta({ description: 'The service, or "system" for the client itself' }),
    pid: z.string(),
    process_start_time: time.optional(),
    client_time: time.optional(),
    server_time: time,
    process_terminated: z.boolean(),
    mean_user_cpu_rate: z.number().meta({ description: "Milliseconds of CPU per second" }),
    max_user_cpu_rate: z.number(),
    mean_system_cpu_rate: z.number(),
    max_system_cpu_rate: z.number(),
    mean_resident_memory_mib: z.number(),
    max_resident_memory_mib: z.number(),
    mean_num_fds: z.number(),
    max_num_fds: z.number(),
  })
  .meta({ id: "ResourceUsage" });
