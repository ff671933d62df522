/**
 * fleet exec: runs a Stdin service of a client and behaves like its program (ours.md 2 and 3).
 *
 * Exit codes: the program's own; 2 for a wrong command line, 5 when no answer came in time; 125 for everything else that
 * kept the program from being run.
 */
import type { ServerChoice } from "../command.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import { newMessageId } from "../../core/ids.ts";
import { maxMessageBytes } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import { reportFailure } from "../terminal/failure.ts";
import { showAge } from "../terminal/output.ts";
import { Interruption, OutputClosed, type Terminal } from "../terminal/terminal.ts";
import { showLines, showRemark } from "../terminal/text.ts";
import { unknownClient } from "./show-client.ts";
import { type StdinQuestion, askStdinService } from "./ask-stdin-service.ts";
import type { Answer } from "./stdin-answer.ts";

export interface ExecOptions extends ServerChoice {
  readonly stdin?: true;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface ExecRequest extends ExecOptions {
  readonly client: string;
  readonly service: string;
  readonly args: readonly string[];
}

const execFailed = 125;
const silenceMs = 5000;
/** Left in a message for everything but the program's input. Bytes. */
const envelopeBytes = 64 * 1024;

export async function execute(terminal: Terminal, request: ExecRequest): Promise<number> {
  try {
    const answer = await runOnce(terminal, request);
    return await printAnswer(terminal, answer);
  } catch (thrown) {
    if (thrown instanceof Interruption || thrown instanceof OutputClosed) throw thrown;
    const error = toFleetError(thrown);
    const own = error.code === "invalid_argument" || error.code === "deadline_exceeded";
    const exitCode = await reportFailure(terminal, error);
    return own ? exitCode : execFailed;
  }
}

async function runOnce(terminal: Terminal, request: ExecRequest): Promise<Answer> {
  const input = request.stdin
    ? await terminal.readInput(maxMessageBytes - envelopeBytes)
    : new Uint8Array();
  using client = connect(request, terminal);
  const question = {
    clientId: await resolveClientId(client, request.client),
    messageId: newMessageId(),
    service: request.service,
    args: request.args,
    input,
    timeoutMs: request.timeout,
  };
  const isTold = await noticeAbsence(client, question, terminal);
  using _patience = isTold ? undefined : noticeSilence(terminal, question);
  const answer = await askStdinService(client, terminal, question).catch(
    async (thrown: unknown) => {
      if (thrown instanceof Interruption) await terminal.writeError(`${whatWaits(question)}\n`);
      throw thrown;
    },
  );
  if (answer === undefined) throw await noAnswer(client, question, terminal);
  return answer;
}

async function printAnswer(terminal: Terminal, answer: Answer): Promise<number> {
  if (answer.output !== undefined) {
    await terminal.write(answer.output.stdout);
    await terminal.writeError(answer.output.stderr);
  }
  if (answer.exitCode !== undefined) return answer.exitCode;
  const reason = showRemark(answer.error ?? "it does not say why");
  const message = `the client could not process the message: ${reason}`;
  await reportFailure(terminal, new FleetError("invalid_data", message));
  return execFailed;
}

/** Programs take their time, but a service that is not there takes it all. */
function noticeSilence(terminal: Terminal, question: StdinQuestion): Disposable {
  const { clientId, service, timeoutMs } = question;
  const limit = `waiting up to ${timeoutMs / 1000} s`;
  const text = `no answer yet; is a service "${service}" installed on client ${clientId}? ${limit}\n`;
  return terminal.clock.after(silenceMs, () => void terminal.writeError(showLines(text)));
}

/**
 * Said before the waiting begins: what keeps the answer from coming at once, as far as the server knows.
 * @returns whether there was anything to say.
 */
async function noticeAbsence(
  client: AdminClient,
  { clientId, timeoutMs }: StdinQuestion,
  terminal: Terminal,
): Promise<boolean> {
  const { clients } = await client.call(adminMethods.listClients, { clientIds: [clientId] });
  const [known] = clients;
  if (known === undefined) throw unknownClient(clientId);
  const contact = showAge(known.lastContactTime, terminal.clock.now());
  if (known.blacklisted) {
    await terminal.writeError(`client ${clientId} is blacklisted: it is handed no message\n`);
    return true;
  }
  if (known.lastContactStreamingTo !== "") return false;
  const wait = `waiting up to ${timeoutMs / 1000} s`;
  await terminal.writeError(
    `client ${clientId} is not connected (last contact ${contact}): ${wait}\n`,
  );
  return true;
}

/** Says whether the client is there at all, as far as the server knows. */
async function noAnswer(
  client: AdminClient,
  { clientId, messageId, service, timeoutMs }: StdinQuestion,
  { clock }: Terminal,
): Promise<FleetError> {
  const { clients } = await client.call(adminMethods.listClients, { clientIds: [clientId] });
  const known = clients[0];
  const connected = known !== undefined && known.lastContactStreamingTo !== "";
  const contact = showAge(known?.lastContactTime, clock.now());
  const state = connected ? "is connected" : `is not connected; its last contact was ${contact}`;
  // A client takes messages for services that it has (protocol.md 6): one for another waits until it is installed.
  const message = `no answer within ${timeoutMs / 1000} s; client ${clientId} ${state}`;
  return new FleetError("deadline_exceeded", message, {
    hint:
      (connected ? `Is a service "${service}" installed there? ` : "") + whatWaits({ messageId }),
  });
}

/** Giving up here takes nothing back. */
function whatWaits({ messageId }: Pick<StdinQuestion, "messageId">): string {
  return (
    `Message ${messageId} stays queued, and the program runs when the client takes it; ` +
    `fleet message delete ${messageId} takes it back.`
  );
}
