/** What is known of a message's life, as steps in the order of time. */
import type { z } from "zod";

import type { Address } from "../../../../core/message.ts";
import { formatMicros, formatTimestamp } from "../../../../core/rfc3339.ts";
import type { MessageTrace } from "../../../../store/reports.ts";
import type { traceStep } from "../shapes/message.ts";

type Step = z.input<typeof traceStep>;

export function describeSteps(trace: MessageTrace): Step[] {
  const steps = [created(trace), stored(trace), handedOut(trace), ended(trace)];
  return steps.filter((step) => step !== undefined);
}

function created({ message }: MessageTrace): Step {
  const { source, destination, creationTime } = message;
  const text = `created by ${placeOf(source)} for ${placeOf(destination)}`;
  return { step: "created", time: formatTimestamp(creationTime), text };
}

/** Only of clients' messages: one that an operator sends is stored when it is created. */
function stored({ broughtBy: contact }: MessageTrace): Step | undefined {
  if (!contact) return undefined;
  const { contactId, observedAddress, server } = contact;
  return {
    step: "stored",
    text: "brought by the client's contact, stored and acknowledged",
    ...{ contact_id: contactId, address: observedAddress, server },
  };
}

function handedOut({ message, life, handedOutOn: contact }: MessageTrace): Step | undefined {
  const { tries, handedOutTime, handedOutBy: server, handedOutContact } = life;
  if (tries === 0 || handedOutTime === undefined) return undefined;
  const times = tries === 1 ? "once" : `${tries} times, the last time then`;
  return {
    step: "handed_out",
    time: formatMicros(handedOutTime),
    text: `handed to ${receiverOf(message.destination)} ${times}`,
    tries,
    ...(server !== undefined && { server }),
    ...(handedOutContact !== undefined && { contact_id: handedOutContact }),
    ...(contact && { address: contact.observedAddress }),
  };
}

function ended(trace: MessageTrace): Step {
  const { message, life } = trace;
  if (life.result === undefined) return waiting(trace);
  const { processedTime, failed, failedReason } = life.result;
  const time = processedTime && { time: formatTimestamp(processedTime) };
  if (failed) return { step: "failed", ...time, text: "failed", reason: failedReason };
  const isServers = message.destination.clientId === undefined;
  const text = isServers ? "processed by its service" : "acknowledged by the client: processed";
  return { step: "processed", ...time, text };
}

function waiting({ message, life: { tries, dueTime } }: MessageTrace): Step {
  const receiver = receiverOf(message.destination);
  const text =
    tries === 0
      ? `waits for ${receiver}, from this time on`
      : `waits for an answer of ${receiver}; offered again at this time`;
  return { step: "waiting", ...(dueTime !== undefined && { time: formatMicros(dueTime) }), text };
}

function receiverOf({ clientId }: Address): string {
  return clientId === undefined ? "its service" : "the client";
}

function placeOf({ clientId, serviceName }: Address): string {
  const service = serviceName === "" ? "" : `service ${JSON.stringify(serviceName)} of `;
  return `${service}${clientId === undefined ? "the server" : `client ${clientId}`}`;
}
