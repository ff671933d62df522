/** fleet all */
import type { AllOptions } from "../actions/run-all.ts";
import {
  type CommandContext,
  type FleetCommand,
  withJson,
  withLogFlags,
  withServerPlaces,
} from "../command.ts";

export function registerAll(program: FleetCommand, { terminal, run }: CommandContext): void {
  const all = withLogFlags(withServerPlaces(program.command("all")))
    .summary("server, admin API and a local client, with everything made")
    .description(
      "run server, admin API and one local client in one process; certificates, keys and everything else that is " +
        "missing is made. Sends a first message, then serves until Ctrl-C",
    )
    .option("--once", "end after the first message: exit code 0, or 1 if no answer came")
    .examples(
      "fleet all --database_path data/demo.sqlite",
      "fleet all --database_path demo.sqlite --https_addr 127.0.0.1:0 --once",
    );
  withJson(all, "print the addresses and the answer as JSON").action((options: AllOptions) =>
    run(async () => {
      const { runAll } = await import("../actions/run-all.ts");
      return runAll(terminal, options);
    }),
  );
}
