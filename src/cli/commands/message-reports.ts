/** fleet message list, trace and stats: what the server knows of messages. */
import { Option } from "commander";

import type { CountOptions } from "../actions/count-messages.ts";
import type { ListClientsOptions } from "../actions/list-clients.ts";
import type { ListMessagesOptions } from "../actions/list-messages.ts";
import {
  type CommandContext,
  type FleetCommand,
  parsedBy,
  withJson,
  withServerChoice,
} from "../command.ts";

const directions = ["to_client", "to_server"];
const groups = ["day", "direction", "service", "type"];

export function registerMessageReports(message: FleetCommand, context: CommandContext): void {
  registerList(message, context);
  registerTrace(message, context);
  registerStats(message, context);
}

function registerList(message: FleetCommand, { terminal, run }: CommandContext): void {
  const list = message
    .command("list")
    .description("list messages, the newest first")
    .option("--client <client>", "from or to this client")
    .option("--service <service>", "for this service")
    .option("--type <type>", "of this type")
    .addOption(new Option("--direction <direction>", "for clients or servers").choices(directions))
    .addOption(
      new Option("--state <state>", "what became of them").choices([
        "pending",
        "processed",
        "failed",
      ]),
    )
    .option("--after <time>", "created then or later: 2026-11-21T18:00:00Z")
    .option("--before <time>", "created earlier")
    .option("--limit <count>", "list at most so many", parsedBy(parseLimit), 100)
    .examples("fleet message list --state failed", "fleet message list --client 0123 --json");
  withJson(withServerChoice(list)).action((options: ListMessagesOptions) =>
    run(async () => {
      const { listMessages } = await import("../actions/list-messages.ts");
      return listMessages(terminal, options);
    }),
  );
}

function registerTrace(message: FleetCommand, { terminal, run }: CommandContext): void {
  const trace = message
    .command("trace <id>")
    .summary("tell a message's whole life")
    .description(
      "tell where a message came from, when and by which server it was handed out, and what became of it; " +
        "exit code 1 if it failed, 4 if it is not known",
    )
    .examples(
      "id=$(fleet message send 0123 echo Greeting --text hello)",
      'fleet message trace "$id"',
    );
  withJson(withServerChoice(trace)).action((id: string, options: ListClientsOptions) =>
    run(async () => {
      const { traceMessage } = await import("../actions/trace-message.ts");
      return traceMessage(terminal, id, options);
    }),
  );
}

function registerStats(message: FleetCommand, { terminal, run }: CommandContext): void {
  const stats = message
    .command("stats")
    .summary("count messages")
    .description(
      "count messages exactly, also those that were removed since; days are those of UTC in which messages were created",
    )
    .option("--by <words>", "a line for each type, service, day, direction", parsedBy(parseGroups))
    .option("--from <day>", "from this day on: 2026-11-21")
    .option("--to <day>", "until this day")
    .addOption(new Option("--direction <direction>", "for clients or servers").choices(directions))
    .option("--service <service>", "for this service")
    .option("--type <type>", "of this type")
    .examples("fleet message stats --by type,service,day", "fleet message stats --by day --json");
  withJson(withServerChoice(stats)).action((options: CountOptions) =>
    run(async () => {
      const { countMessages } = await import("../actions/count-messages.ts");
      return countMessages(terminal, options);
    }),
  );
}

function parseGroups(text: string): string[] {
  const words = text.split(",");
  const unknown = words.find((word) => !groups.includes(word));
  if (unknown === undefined) return [...new Set(words)];
  throw new RangeError(`"${unknown}" is none of ${groups.join(", ")}.`);
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new RangeError("Write a whole number from 1 up.");
}
