/** fleet broadcast … */
import type { CreateBroadcastOptions } from "../actions/create-broadcast.ts";
import type { ListBroadcastsOptions } from "../actions/list-broadcasts.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  collected,
  parsedBy,
  withJson,
  withServerChoice,
} from "../command.ts";
import { parseDuration } from "../terminal/duration.ts";
import { withData } from "../message-data.ts";

export function registerBroadcast(program: FleetCommand, context: CommandContext): void {
  const broadcast = program
    .command("broadcast")
    .group("send messages to every client that has the labels, now or when it connects");
  registerCreate(broadcast, context);
  registerList(broadcast, context);
  registerDisable(broadcast, context);
  registerWatch(broadcast, context);
}

function registerCreate(broadcast: FleetCommand, { terminal, run }: CommandContext): void {
  const create = broadcast
    .command("create <service> <type>")
    .summary("send a message to every client")
    .description(
      "send a message to a service of every client, now or when it connects; prints the broadcast's id",
    )
    .option(
      "--label <label>",
      "only clients with this label; if given several times, with all of them",
      collected,
    )
    .option(
      "--limit <count>",
      "to at most so many clients (default: unlimited)",
      parsedBy(parseLimit),
    )
    .option(
      "--expires <duration>",
      "not after this time: 90s, 5m, 12h, at most 24h (default: never)",
      parsedBy(parseDuration),
    )
    .option("--group <name>", "replaces the broadcast of the same group, service and labels")
    .option("--watch", "show how far it has come until it is over")
    .examples(
      "fleet broadcast create ls StdinServiceInputMessage --label linux --limit 100 --watch",
      "fleet broadcast create updater Update --text 2.0 --expires 12h --group update",
    );
  withJson(withServerChoice(withData(create))).action(
    (service: string, type: string, options: CreateBroadcastOptions) =>
      run(async () => {
        const { createBroadcast } = await import("../actions/create-broadcast.ts");
        return createBroadcast(terminal, service, type, options);
      }),
  );
}

function registerList(broadcast: FleetCommand, { terminal, run }: CommandContext): void {
  const list = broadcast
    .command("list")
    .description("list the active broadcasts and how far they have come")
    .examples("fleet broadcast list --json");
  withJson(withServerChoice(list)).action((options: ListBroadcastsOptions) =>
    run(async () => {
      const { listBroadcasts } = await import("../actions/list-broadcasts.ts");
      return listBroadcasts(terminal, options);
    }),
  );
}

function registerDisable(broadcast: FleetCommand, { terminal, run }: CommandContext): void {
  const disable = broadcast
    .command("disable <id...>")
    .description("let no further client get these broadcasts")
    .examples("fleet broadcast disable 0123456789abcdef");
  withServerChoice(disable).action((ids: string[], options: ServerChoice) =>
    run(async () => {
      const { disableBroadcasts } = await import("../actions/list-broadcasts.ts");
      return disableBroadcasts(terminal, ids, options);
    }),
  );
}

function registerWatch(broadcast: FleetCommand, { terminal, run }: CommandContext): void {
  const watch = broadcast
    .command("watch <id>")
    .description(
      "show how far a broadcast has come, a line at each change, until it is complete, expired or disabled",
    )
    .examples("fleet broadcast watch 0123456789abcdef");
  withJson(withServerChoice(watch)).action((id: string, options: ListBroadcastsOptions) =>
    run(async () => {
      const { watchBroadcast } = await import("../actions/watch-broadcast.ts");
      return watchBroadcast(terminal, id, options);
    }),
  );
}

function parseLimit(text: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  throw new RangeError("Write a whole number from 1 up.");
}
