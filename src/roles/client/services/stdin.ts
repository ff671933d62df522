/**
 * Stdin: runs a program for each message and replies with what it wrote (protocol.md 8; ours.md 3).
 *
 * The reply says which message it answers and how the program ended, and is sent also when the program failed; the
 * message is then reported as a MessageError too.
 */
import type { StdinSettings } from "../../../config/schemas/client-service.ts";
import { FleetError } from "../../../core/errors.ts";
import { type Message, maxMessageBytes } from "../../../core/message.ts";
import { timestampFromMs } from "../../../core/time.ts";
import { packAny } from "../../../proto/codec.ts";
import { decodeStdinInput, encodeStdinOutput, typeNames } from "../../../proto/system-codec.ts";
import { type ProgramResult, runProgram } from "./program.ts";
import { logOutput } from "./stdin-log.ts";
import type { ClientService, OutgoingMessage, ServiceContext } from "./service.ts";

const inputType = "StdinServiceInputMessage";
const outputType = "StdinServiceOutputMessage";
/** Left for everything in the reply that is not output. Bytes. */
const envelopeBytes = 16 * 1024;
const maxOutputBytes = maxMessageBytes - envelopeBytes;

export function makeStdinService(settings: StdinSettings, context: ServiceContext): ClientService {
  return {
    async process(message, signal) {
      if (message.messageType !== inputType) {
        const failure = `service "${context.name}" takes "${inputType}", not "${message.messageType}"`;
        throw new FleetError("invalid_argument", failure);
      }
      const { input, args } = decodeStdinInput(message.data?.value ?? new Uint8Array());
      const result = await runProgram({
        cmd: settings.cmd,
        args: [...settings.args, ...args],
        input,
        maxOutputBytes,
        clock: context.clock,
        signal,
      });
      logOutput(settings.logLevel, result, message.messageId ?? "", context);
      const replies = [replyTo(message, result, context)];
      return result.failure === undefined ? { replies } : { replies, failure: failureOf(result) };
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function replyTo(
  message: Message,
  result: ProgramResult,
  context: ServiceContext,
): OutgoingMessage {
  const output = encodeStdinOutput({
    stdout: result.stdout,
    stderr: withNote(result),
    timestamp: timestampFromMs(context.clock.now()),
  });
  return {
    messageType: outputType,
    data: packAny(typeNames.stdinOutput, output),
    annotations: [
      { key: "fleet.in_reply_to", value: message.messageId ?? "" },
      { key: "fleet.exit_code", value: String(result.exitCode) },
    ],
  };
}

function withNote({ stderr, droppedBytes }: ProgramResult): Uint8Array {
  if (droppedBytes === 0) return stderr;
  const note = `\nfleet: the output was cut, ${droppedBytes} bytes do not fit a message\n`;
  return Buffer.concat([stderr, Buffer.from(note)]);
}

function failureOf({ failure, stderr }: ProgramResult): string {
  const lastLine = Buffer.from(stderr).toString().trimEnd().split("\n").at(-1) ?? "";
  const shown = lastLine.slice(0, 200);
  return shown === "" || failure?.includes(shown) ? `${failure}` : `${failure}: ${shown}`;
}
