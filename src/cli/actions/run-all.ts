/**
 * fleet all: starts everything, sends a first message through the admin API, shows its answer, and goes on serving.
 */
import { loadSettled } from "../../config/settled.ts";
import { newMessageId } from "../../core/ids.ts";
import { getLog } from "../../observability/log.ts";
import { type ProvisionedOptions, type RunningAll, startAll } from "../../roles/all/all.ts";
import { echoService } from "../../roles/all/demo-services.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { AdminClient } from "../server/admin-client.ts";
import { formatJson, showRemark } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { askStdinService } from "./ask-stdin-service.ts";
import { offerLogin } from "./offer-login.ts";
import { catchHangups } from "./reload-on-hangup.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { addressesOf } from "./show-addresses.ts";
import { placesOf } from "./run-server.ts";
import { type LogFlags, startLog } from "./start-log.ts";
import { startOrUndo } from "./undo-failed-start.ts";

export interface AllOptions extends LogFlags {
  readonly database_path: string;
  /** "host:port" */
  readonly https_addr: string;
  /** "host:port" */
  readonly admin_addr: string;
  /** "host:port"; empty for no page. */
  readonly web_addr: string;
  readonly public_host?: readonly string[];
  /** PEM file. */
  readonly admin_client_ca?: string;
  readonly admin_tokens?: true;
  readonly once?: true;
  readonly json?: true;
}

const answerTimeoutMs = 10_000;
const enrolPollMs = 5;
const firstWords = "hello from the other side";

interface FirstAnswer {
  readonly text: string;
  readonly roundTripMs: number;
}

export async function runAll(terminal: Terminal, options: AllOptions): Promise<number> {
  // Warnings only: each step has a line of its own here.
  const log = startLog(terminal, { ...(options.once && { log_level: "warning" }), ...options });
  const hangups = catchHangups(getLog("server"));
  const say = (text: string) => void terminal.writeError(`${text}\n`);
  const start: ProvisionedOptions = {
    databasePath: options.database_path,
    listen: {
      ...{ https: options.https_addr, admin: options.admin_addr },
      web: options.web_addr === "" ? undefined : options.web_addr,
    },
    publicHosts: options.public_host,
    adminClientCaFile: options.admin_client_ca,
    adminTokens: options.admin_tokens,
    services: undefined,
    recentLog: log.recent,
    onStep: say,
  };
  const all = await startOrUndo(terminal, placesOf(start), () => startAll(start));
  const answer = await sendFirstMessage(terminal, all, say);
  await printResult(terminal, options, all, answer);
  if (options.once) {
    await all[Symbol.asyncDispose]();
    return answer === undefined ? 1 : 0;
  }
  const caFiles = options.admin_client_ca === undefined ? [] : [options.admin_client_ca];
  hangups.serve(
    async () => log.reload(),
    () => loadSettled(caFiles, () => {}, terminal.clock).then(() => all.reload()),
    () => all.client.reload(),
  );
  await offerLogin(terminal, all.installation);
  say("serving; Ctrl-C ends");
  return await runUntilEnded(terminal, all);
}

async function sendFirstMessage(
  terminal: Terminal,
  { installation, client }: RunningAll,
  say: (text: string) => void,
): Promise<FirstAnswer | undefined> {
  const address = { target: `unix:${installation.socket}`, foundBy: "this process" };
  using admin = new AdminClient({ address, signal: terminal.interrupted });
  const { clientId } = client;
  if (!(await waitForClient(terminal, admin, client.clientId))) {
    say(`client ${clientId} did not connect within ${answerTimeoutMs / 1000} s`);
    return undefined;
  }
  say(`sending a message to service ${echoService} of client ${clientId}`);
  const start = performance.now();
  const answer = await askStdinService(admin, terminal, {
    ...{ clientId, messageId: newMessageId(), service: echoService, args: [firstWords] },
    ...{ input: new Uint8Array(), timeoutMs: answerTimeoutMs },
  });
  const roundTripMs = performance.now() - start;
  if (answer?.output === undefined) {
    say(
      answer === undefined
        ? "no answer came"
        : `the client reports: ${showRemark(answer.error ?? "nothing")}`,
    );
    return undefined;
  }
  return { text: Buffer.from(answer.output.stdout).toString("utf8").trimEnd(), roundTripMs };
}

/** Until its stream is open. @returns whether it is, in time. */
async function waitForClient(
  { clock, interrupted }: Terminal,
  admin: AdminClient,
  clientId: RunningAll["client"]["clientId"],
): Promise<boolean> {
  const deadline = clock.elapsed() + answerTimeoutMs;
  while (clock.elapsed() < deadline) {
    const { clients } = await admin.call(adminMethods.listClients, { clientIds: [clientId] });
    if (clients[0]?.lastContactStreamingTo) return true;
    await clock.sleep(enrolPollMs, interrupted);
  }
  return false;
}

async function printResult(
  terminal: Terminal,
  options: AllOptions,
  { installation, client }: RunningAll,
  answer: FirstAnswer | undefined,
): Promise<void> {
  if (options.json) {
    const result = answer && {
      answer: answer.text,
      round_trip_ms: Number(answer.roundTripMs.toFixed(2)),
    };
    await terminal.write(
      formatJson({ ...addressesOf(installation), client_id: client.clientId, ...result }),
    );
  } else if (answer !== undefined) {
    await terminal.write(
      `answer: ${answer.text} (round trip ${answer.roundTripMs.toFixed(1)} ms)\n`,
    );
  }
}
