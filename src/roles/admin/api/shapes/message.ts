/** Messages: in a list, whole, and their life. */
import { z } from "zod";

import { address, count, messageId, time } from "./basic.ts";

type Json = z.output<ReturnType<typeof z.json>>;
/** What it is was seen to by who read it: zod's own shape of it says nothing more, and takes its time. */
const anyJson = z.unknown() as z.ZodType<Json, Json>;

export const messageState = z.enum(["pending", "processed", "failed"]).meta({ id: "MessageState" });

/** By the destination. */
export const direction = z.enum(["to_client", "to_server"]).meta({ id: "Direction" });

export const message = z
  .strictObject({
    message_id: messageId,
    source: address,
    destination: address,
    message_type: z.string(),
    creation_time: time,
    state: messageState,
    failed_reason: z.string().optional(),
    processed_time: time.optional(),
    tries: count.meta({ description: "How often it was handed to its receiver" }),
    data_bytes: count.optional().meta({ description: "Of its payload, while it is kept" }),
  })
  .meta({ id: "Message" });

export const priority = z.enum(["low", "medium", "high"]);

/** What could be made of the payload. */
export const payload = z
  .strictObject({
    type_url: z.string(),
    bytes: count,
    json: anyJson.optional().meta({ description: "Where the type is known to this server" }),
    hex: z.string().meta({ description: "The first 64 KiB" }),
    truncated: z.boolean(),
  })
  .meta({ id: "Payload" });

export const annotation = z
  .strictObject({ key: z.string(), value: z.string() })
  .meta({ id: "Annotation" });

export const messageDetails = z
  .strictObject({
    ...message.shape,
    data: payload
      .optional()
      .meta({ description: "While it is kept: until the message has a result" }),
    annotations: z.array(annotation),
    background: z.boolean(),
    priority,
  })
  .meta({ id: "MessageDetails" });

export const traceStep = z
  .strictObject({
    step: z.enum(["created", "stored", "handed_out", "waiting", "processed", "failed"]),
    time: time
      .optional()
      .meta({ description: "When it happened; of waiting, when it is tried next" }),
    text: z.string().meta({ description: "In words" }),
    server: z.string().optional(),
    contact_id: z.int().optional(),
    address: z.string().optional(),
    tries: count.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: "TraceStep" });

export const messageTrace = z
  .strictObject({ ...message.shape, steps: z.array(traceStep) })
  .meta({ id: "MessageTrace" });

/** How many messages of one kind there were. */
export const messageCount = z
  .strictObject({
    day: z.string().optional().meta({ format: "date" }),
    direction: direction.optional(),
    service: z.string().optional(),
    message_type: z.string().optional(),
    stored: count,
    processed: count,
    failed: count,
    pending: count,
  })
  .meta({ id: "MessageCount" });

/** A payload to send: its type with one of base64 and json, or text alone. */
export const dataInput = z
  .strictObject({
    type_url: z.string().max(1000).optional().meta({
      description:
        "A full type URL, or the name of a message such as fleetspeak.stdinservice.InputMessage",
    }),
    base64: z.base64().optional(),
    json: anyJson.optional().meta({ description: "For types that this server knows" }),
    text: z
      .string()
      .optional()
      .meta({ description: "As google.protobuf.StringValue, without type_url" }),
  })
  .meta({ id: "DataInput" });
