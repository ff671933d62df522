/** fleet message status, and the waiting that fleet message send --wait shares with it. */
import type { ServerChoice } from "../command.ts";
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { type MessageId, parseMessageId } from "../../core/ids.ts";
import type { MessageResult } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { MessageStatus } from "../../proto/admin-types.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { connect } from "../server/connect.ts";
import { isoTime } from "../terminal/output.ts";
import { formatJson, showRemark } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { unknownMessage } from "./delete-messages.ts";

export interface WaitOptions extends ServerChoice {
  readonly wait?: true;
  /** Milliseconds. */
  readonly timeout: number;
  readonly json?: true;
}

const firstPauseMs = 20;
const maxPauseMs = 1000;

export async function showMessageStatus(
  terminal: Terminal,
  id: string,
  options: WaitOptions,
): Promise<number> {
  const messageId = parseMessageId(id);
  using client = connect(options, terminal);
  const status = options.wait
    ? await waitForResult(client, messageId, options.timeout, terminal)
    : await client.call(adminMethods.getMessageStatus, { messageId });
  if (status.creationTime === undefined) throw unknownMessage(messageId);
  return await printStatus(terminal, messageId, status, options.json ?? false);
}

/**
 * Asks again and again, with growing pauses, until the message has a result.
 * @throws deadline_exceeded, not_found
 */
export async function waitForResult(
  client: AdminClient,
  messageId: MessageId,
  timeoutMs: number,
  { clock, interrupted }: { readonly clock: Clock; readonly interrupted: AbortSignal },
): Promise<MessageStatus> {
  const deadline = clock.elapsed() + timeoutMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    const status = await client.call(adminMethods.getMessageStatus, { messageId });
    if (status.creationTime === undefined) throw unknownMessage(messageId);
    if (status.result !== undefined) return status;
    if (clock.elapsed() + pauseMs > deadline) throw stillPending(messageId, timeoutMs);
    await clock.sleep(pauseMs, interrupted);
  }
}

/** @returns the exit code: 1 for a message that failed. */
export async function printStatus(
  terminal: Terminal,
  messageId: MessageId,
  { creationTime, result }: MessageStatus,
  json: boolean,
): Promise<number> {
  const text = json
    ? formatJson({
        message_id: messageId,
        state: stateOf(result),
        creation_time: isoTime(creationTime),
        processed_time: isoTime(result?.processedTime),
        failed_reason: result?.failed ? result.failedReason : undefined,
      })
    : `${describe(messageId, result)}\n`;
  await terminal.write(text);
  return result?.failed ? 1 : 0;
}

function stateOf(result: MessageResult | undefined): "pending" | "failed" | "processed" {
  if (result === undefined) return "pending";
  return result.failed ? "failed" : "processed";
}

function describe(messageId: MessageId, result: MessageResult | undefined): string {
  const state = `${messageId} ${stateOf(result)}`;
  if (result === undefined) return state;
  const time = isoTime(result.processedTime);
  const at = time === undefined ? state : `${state} ${time}`;
  return result.failed ? `${at}: ${showRemark(result.failedReason)}` : at;
}

function stillPending(messageId: MessageId, timeoutMs: number): FleetError {
  const message = `message ${messageId} is still pending after ${timeoutMs / 1000} s`;
  return new FleetError("deadline_exceeded", message, {
    hint: `It stays in the queue. See: fleet message status --wait ${messageId}`,
  });
}
