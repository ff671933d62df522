/** fleet version */
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerVersion(program: FleetCommand, { terminal, run }: CommandContext): void {
  withJson(
    program
      .command("version")
      .description("print which version this is")
      .examples("fleet version --json"),
  ).action((options: { json?: true }) =>
    run(async () => {
      const { printVersion } = await import("../actions/version.ts");
      return printVersion(terminal, options.json ?? false);
    }),
  );
}
