/**
 * One question to a Stdin service of a client, and its answer. The watch is open before the message is inserted, so that
 * no answer is missed.
 */
import type { ClientId, MessageId } from "../../core/ids.ts";
import { makeMessage } from "../../core/message.ts";
import { adminMethods, fleetMethods } from "../../proto/admin-methods.ts";
import { packAny } from "../../proto/codec.ts";
import { encodeStdinInput, typeNames } from "../../proto/system-codec.ts";
import type { AdminClient } from "../server/admin-client.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Answer, waitForAnswer } from "./stdin-answer.ts";

export interface StdinQuestion {
  readonly clientId: ClientId;
  /** Chosen by the caller, so that it can tell where the message is if no answer comes. */
  readonly messageId: MessageId;
  readonly service: string;
  readonly args: readonly string[];
  readonly input: Uint8Array;
  readonly timeoutMs: number;
}

/** @returns undefined when no answer came in time. @throws what the server says, or the terminal's Interruption. */
export async function askStdinService(
  client: AdminClient,
  { interrupted, clock }: Pick<Terminal, "interrupted" | "clock">,
  question: StdinQuestion,
): Promise<Answer | undefined> {
  const enough = new AbortController();
  // The service is not filtered for: that a message could not be processed is told to another one.
  const filter = { serviceName: "", clientIds: [question.clientId], inReplyTo: undefined };
  const stop = AbortSignal.any([interrupted, enough.signal]);
  const messages = await client.open(fleetMethods.watchMessages, filter, stop);
  await insert(client, question);
  return await waitForAnswer({ messages, question, timeoutMs: question.timeoutMs, clock, enough });
}

async function insert(client: AdminClient, question: StdinQuestion): Promise<void> {
  const { clientId, messageId, service: serviceName, args, input } = question;
  await client.call(adminMethods.insertMessage, {
    ...makeMessage({
      source: { clientId: undefined, serviceName },
      destination: { clientId, serviceName },
      messageType: "StdinServiceInputMessage",
    }),
    messageId,
    data: packAny(typeNames.stdinInput, encodeStdinInput({ input, args })),
  });
}
