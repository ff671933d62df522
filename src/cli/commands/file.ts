/** fleet file … */
import type { ListClientsOptions } from "../actions/list-clients.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  withJson,
  withServerChoice,
} from "../command.ts";

export function registerFile(program: FleetCommand, { terminal, run }: CommandContext): void {
  const file = program.command("file").group("files that clients can fetch from the server");
  const store = file
    .command("store <service> <name> <file>")
    .summary("store a file")
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
  registerList(file, { terminal, run });
  const remove = file
    .command("delete <service> <name>")
    .summary("delete a file")
    .description("delete a file; exit code 4 if there is none")
    .examples("fleet file delete updater agent.tar.gz");
  withServerChoice(remove).action((service: string, name: string, options: ServerChoice) =>
    run(async () => {
      const { deleteFile } = await import("../actions/change-file.ts");
      return deleteFile(terminal, { service, name, ...options });
    }),
  );
}

function registerList(file: FleetCommand, { terminal, run }: CommandContext): void {
  const list = file
    .command("list [service]")
    .summary("list the files")
    .description("list the files that are stored, of all services or of one")
    .examples("fleet file list", "fleet file list updater --json");
  withJson(withServerChoice(list)).action(
    (service: string | undefined, options: ListClientsOptions) =>
      run(async () => {
        const { listFiles } = await import("../actions/list-files.ts");
        return listFiles(terminal, service, options);
      }),
  );
}
