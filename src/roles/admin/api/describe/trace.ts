/** What a message's row says of its life, as steps in the order of time. */
import type { z } from "zod";

import type { Address, IdentifiedMessage } from "../../../../core/message.ts";
import { formatMicros, formatTimestamp } from "../../../../core/rfc3339.ts";
import type { MessageLife } from "../../../../store/store.ts";
import type { traceStep } from "../shapes/message.ts";

type Step = z.input<typeof traceStep>;

export function describeSteps(message: IdentifiedMessage, life: MessageLife): Step[] {
  const steps = [created(message), handedOut(message, life), ended(message, life)];
  return steps.filter((step) => step !== undefined);
}

function created({ source, destination, creationTime }: IdentifiedMessage): Step {
  const text = `created by ${placeOf(source)} for ${placeOf(destination)}`;
  return { step: "created", time: formatTimestamp(creationTime), text };
}

function handedOut({ destination }: IdentifiedMessage, life: MessageLife): Step | undefined {
  const { tries, handedOutTime, handedOutBy: server, handedOutContact: contact } = life;
  if (tries === 0 || handedOutTime === undefined) return undefined;
  const receiver = destination.clientId === undefined ? "its service" : "the client";
  const times = tries === 1 ? "once" : `${tries} times, the last time now`;
  return {
    step: "handed_out",
    time: formatMicros(handedOutTime),
    text: `handed to ${receiver} ${times}`,
    tries,
    ...(server !== undefined && { server }),
    ...(contact !== undefined && { contact_id: contact }),
  };
}

function ended(message: IdentifiedMessage, life: MessageLife): Step | undefined {
  const { result, dueTime } = life;
  if (result === undefined) return waiting(message, life, dueTime);
  const { processedTime, failed, failedReason } = result;
  const time = processedTime && { time: formatTimestamp(processedTime) };
  if (failed) return { step: "failed", ...time, text: "failed", reason: failedReason };
  const text =
    message.destination.clientId === undefined ? "processed" : "acknowledged by the client";
  return { step: "processed", ...time, text };
}

function waiting(
  { destination }: IdentifiedMessage,
  { tries }: MessageLife,
  dueTime: number | undefined,
): Step {
  const receiver = destination.clientId === undefined ? "its service" : "the client";
  const what = tries === 0 ? `waits for ${receiver}` : `waits for ${receiver}'s answer`;
  return {
    step: "waiting",
    ...(dueTime !== undefined && { time: formatMicros(dueTime) }),
    text: `${what}; handed out ${tries === 0 ? "at the earliest" : "again"} then`,
  };
}

function placeOf({ clientId, serviceName }: Address): string {
  const service = serviceName === "" ? "" : `service ${JSON.stringify(serviceName)} of `;
  return `${service}${clientId === undefined ? "the server" : `client ${clientId}`}`;
}
