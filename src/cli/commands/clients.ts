/** fleet clients … */
import type { ListClientsOptions } from "../actions/list-clients.ts";
import { type CommandContext, type FleetCommand, withJson, withServerChoice } from "../command.ts";

export function registerClients(program: FleetCommand, { terminal, run }: CommandContext): void {
  const clients = program
    .command("clients")
    .description("the clients that made contact with a server");
  const list = clients
    .command("list")
    .description("list the clients")
    .examples("fleet clients list", "fleet clients list --json --database_path data/demo.sqlite");
  withJson(withServerChoice(list)).action((options: ListClientsOptions) =>
    run(async () => {
      const { listClients } = await import("../actions/list-clients.ts");
      return listClients(terminal, options);
    }),
  );
}
