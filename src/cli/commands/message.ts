/** fleet message … */
import type { ListClientsOptions } from "../actions/list-clients.ts";
import type { PendingOptions } from "../actions/pending-messages.ts";
import type { SendOptions } from "../actions/send-message.ts";
import type { WaitOptions } from "../actions/message-status.ts";
import {
  type CommandContext,
  type FleetCommand,
  parsedBy,
  withJson,
  withServerChoice,
  withTimeout,
} from "../command.ts";
import { registerMessageReports } from "./message-reports.ts";
import { withSelection } from "../server/selection-options.ts";
import { withData } from "../message-data.ts";

export function registerMessage(program: FleetCommand, context: CommandContext): void {
  const message = program
    .command("message")
    .group("send messages to services of clients, and see what becomes of them");
  registerSend(message, context);
  registerStatus(message, context);
  registerPending(message, context);
  registerDelete(message, context);
  registerMessageReports(message, context);
}

function registerSend(message: FleetCommand, { terminal, run }: CommandContext): void {
  const send = message
    .command("send [words...]")
    .usage(
      "[options] <client> <service> <type>\n       fleet message send [options] <service> <type>",
    )
    .summary("send a message to a service of one client or many")
    .description(
      "send a message to a service of a client; prints the message's id\n\n" +
        "Where options choose the clients (--client, --clients_from, --label, --all), each gets a message of its own, " +
        "and a line of totals is printed. One that fails does not keep the others back. Exit code: 1 when some " +
        "failed, 5 when none did and some still wait when the time of --wait is over, or the server is gone.",
    )
    .option("--yes", "send even if more than 100 clients are chosen")
    .option(
      "--idempotency_key <text>",
      "sent again with the same key, a client that has the message does not get it twice",
    )
    .examples(
      "fleet message send 0123 echo Greeting --text hello --wait",
      "fleet message send 0123 ls StdinServiceInputMessage --data_file in.pb --type_url fleetspeak.stdinservice.InputMessage",
      "fleet message send updater Update --text 2.0 --label linux --label test --wait",
      "fleet message send updater Update --text 2.0 --all --yes --idempotency_key update-2.0 --json",
      "fleet message send updater Update --clients_from ids.txt",
    );
  const json = "print JSON; with many clients, one line for each message";
  withJson(withWait(withData(withSelection(send))), json).action(
    (words: string[], options: SendOptions) =>
      run(async () => {
        const { sendMessage } = await import("../actions/send-message.ts");
        return sendMessage(terminal, words, options);
      }),
  );
}

function registerStatus(message: FleetCommand, { terminal, run }: CommandContext): void {
  const status = message
    .command("status <id>")
    .summary("tell what became of a message")
    .description("tell what became of a message; exit code 1 if it failed, 4 if it is not known")
    .examples(
      "id=$(fleet message send 0123 echo Greeting --text hello)",
      'fleet message status "$id" --wait',
    );
  withJson(withWait(status)).action((id: string, options: WaitOptions) =>
    run(async () => {
      const { showMessageStatus } = await import("../actions/message-status.ts");
      return showMessageStatus(terminal, id, options);
    }),
  );
}

function registerPending(message: FleetCommand, { terminal, run }: CommandContext): void {
  const pending = message
    .command("pending <client>")
    .description("list the messages that wait for a client")
    .option("--limit <count>", "list at most so many", parsedBy(parseLimit), 1000)
    .examples("fleet message pending 0123");
  withJson(withServerChoice(pending)).action((client: string, options: PendingOptions) =>
    run(async () => {
      const { listPending } = await import("../actions/pending-messages.ts");
      return listPending(terminal, client, options);
    }),
  );
}

function registerDelete(message: FleetCommand, { terminal, run }: CommandContext): void {
  const remove = message
    .command("delete <id...>")
    .summary("delete messages that wait")
    .description(
      "delete single messages (by their ids, of 64 hex digits) or all that wait for clients (by theirs); each counts as " +
        "failed then. Exit code: 4 for a message that is not known, 8 for one that is done",
    )
    .examples(
      "fleet message delete 0123456789abcdef 4567",
      "id=$(fleet message send 0123 echo Greeting --text hello)",
      'fleet message delete "$id"',
    );
  withJson(withServerChoice(remove)).action((ids: string[], options: ListClientsOptions) =>
    run(async () => {
      const { deleteMessages } = await import("../actions/delete-messages.ts");
      return deleteMessages(terminal, ids, options);
    }),
  );
}

function withWait(command: FleetCommand) {
  command.option("--wait", "wait until the message is processed or failed");
  return withServerChoice(withTimeout(command, "how long --wait waits"));
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new RangeError("Write a whole number from 1 up.");
}
