/** fleet service … */
import type { SignOptions } from "../actions/sign-service.ts";
import { type CommandContext, type FleetCommand, collected } from "../command.ts";

export function registerService(program: FleetCommand, { terminal, run }: CommandContext): void {
  const service = program.command("service").group("sign services for clients");
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
