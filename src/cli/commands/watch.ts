/** fleet watch */
import type { WatchOptions } from "../actions/watch.ts";
import { type CommandContext, type FleetCommand, collected, withServerChoice } from "../command.ts";

export function registerWatch(program: FleetCommand, { terminal, run }: CommandContext): void {
  const watch = program
    .command("watch")
    .summary("show what happens, as it happens")
    .description(
      "show what happens to clients, messages, broadcasts and alerts, a line for each event, until Ctrl-C; " +
        "goes on by itself when the server was away",
    )
    .option(
      "--type <type>",
      "only events of this type, as message.failed, or message for all about messages; may be given several times",
      collected,
    )
    .option("--client <id>", "only of this client; may be given several times", collected)
    .option(
      "--service <name>",
      "only of messages for this service; may be given several times",
      collected,
    )
    .option("--since <id>", "begin after the event with this id, as --json shows it")
    .option("--json", "print each event as JSON, on one line")
    .examples("fleet watch --type message.failed --type alert", "fleet watch --client 0123 --json");
  withServerChoice(watch).action((options: WatchOptions) =>
    run(async () => {
      const { watchEvents } = await import("../actions/watch.ts");
      return watchEvents(terminal, options);
    }),
  );
}
