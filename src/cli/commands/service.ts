/** fleet service … */
import type { ShowServiceOptions } from "../actions/show-service.ts";
import type { SignOptions } from "../actions/sign-service.ts";
import { type CommandContext, type FleetCommand, collected, withJson } from "../command.ts";

export function registerService(program: FleetCommand, context: CommandContext): void {
  const service = program.command("service").group("sign services for clients, and show them");
  registerSign(service, context);
  registerShow(service, context);
}

function registerSign(service: FleetCommand, { terminal, run }: CommandContext): void {
  service
    .command("sign [file]")
    .summary("sign what a client is allowed to run")
    .description(
      "sign a client service's configuration, from a text file or from flags; clients run only what is signed with " +
        "their deployment key",
    )
    .requiredOption("--key <file>", "the deployment key, PEM")
    .requiredOption(
      "--out <file>",
      "where the signed configuration goes: into services/ of the client's configuration directory",
    )
    .option("--name <name>", "the service's name, without a file")
    .option("--factory <factory>", "the service's factory, without a file", "Stdin")
    .option("--cmd <program>", "the program of a Stdin service, without a file")
    .option(
      "--arg <argument>",
      "an argument of that program; may be given several times",
      collected,
    )
    .option(
      "--label <label>",
      "only clients with this label; may be given several times",
      collected,
    )
    .examples(
      "fleet service sign --key deployment.key --out ls.signed ls.txt",
      "fleet service sign --key deployment.key --out ls.signed --name ls --cmd /bin/ls --arg=-l",
    )
    .action((file: string | undefined, options: SignOptions) =>
      run(async () => {
        const { signServiceFile } = await import("../actions/sign-service.ts");
        return signServiceFile(terminal, file, options);
      }),
    );
}

function registerShow(service: FleetCommand, { terminal, run }: CommandContext): void {
  const show = service
    .command("show <file>")
    .summary("show what a signed service allows")
    .description(
      "show what a signed service allows, as text; exit code 6 if its signature is not of the key",
    )
    .option("--key <file>", "PEM public keys that may have signed it")
    .examples("fleet service show --key deployment.pub ls.signed");
  withJson(show).action((file: string, options: ShowServiceOptions) =>
    run(async () => {
      const { showService } = await import("../actions/show-service.ts");
      return showService(terminal, file, options);
    }),
  );
}
