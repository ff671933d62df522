/** fleet file … */
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  withServerChoice,
} from "../command.ts";

export function registerFile(program: FleetCommand, { terminal, run }: CommandContext): void {
  const file = program.command("file").description("files that clients can fetch from the server");
  const store = file
    .command("store <service> <name> <file>")
    .description(
      "store a file under a service and a name, in place of one that is there; - is standard input",
    )
    .examples("fleet file store updater agent.tar.gz ./agent-2.tar.gz");
  withServerChoice(store).action(
    (service: string, name: string, path: string, options: ServerChoice) =>
      run(async () => {
        const { storeFile } = await import("../actions/change-file.ts");
        return storeFile(terminal, path, { service, name, ...options });
      }),
  );
  const remove = file
    .command("delete <service> <name>")
    .description("delete a file")
    .examples("fleet file delete updater agent.tar.gz");
  withServerChoice(remove).action((service: string, name: string, options: ServerChoice) =>
    run(async () => {
      const { deleteFile } = await import("../actions/change-file.ts");
      return deleteFile(terminal, { service, name, ...options });
    }),
  );
}
