/** fleet clients … */
import type { ListClientsOptions, ListOptions } from "../actions/list-clients.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  collected,
  withJson,
  withServerChoice,
} from "../command.ts";

export function registerClients(program: FleetCommand, { terminal, run }: CommandContext): void {
  const clients = program.command("clients").group("the clients that made contact with a server");
  const list = clients
    .command("list")
    .description("list the clients")
    .option(
      "--label <label>",
      "only clients with this label; if given several times, with all of them",
      collected,
    )
    .examples(
      "fleet clients list",
      "fleet clients list --label linux",
      "fleet clients list --json --database_path data/demo.sqlite",
    );
  withJson(withServerChoice(list)).action((options: ListOptions) =>
    run(async () => {
      const { listClients } = await import("../actions/list-clients.ts");
      return listClients(terminal, options);
    }),
  );
  registerShow(clients, { terminal, run });
  registerChanges(clients, { terminal, run });
}

function registerShow(clients: FleetCommand, { terminal, run }: CommandContext): void {
  const show = clients
    .command("show <client>")
    .description("show one client and its latest ten contacts")
    .examples("fleet clients show 0123", "fleet clients show --json 0123456789abcdef");
  withJson(withServerChoice(show)).action((client: string, options: ListClientsOptions) =>
    run(async () => {
      const { showClient } = await import("../actions/show-client.ts");
      return showClient(terminal, client, options);
    }),
  );
}

function registerChanges(clients: FleetCommand, { terminal, run }: CommandContext): void {
  const blacklist = clients
    .command("blacklist <client>")
    .summary("deliver nothing to a client any more")
    .description(
      "deliver nothing to this identity any more but the request to make a new one. A client that follows it " +
        "counts as a new one, which is not blacklisted",
    )
    .examples("fleet clients blacklist 0123456789abcdef");
  withServerChoice(blacklist).action((client: string, options: ServerChoice) =>
    run(async () => {
      const { blacklistClient } = await import("../actions/change-client.ts");
      return blacklistClient(terminal, client, options);
    }),
  );
  const rekey = clients
    .command("rekey <client>")
    .summary("tell a client to make a new key")
    .description(
      "tell a client to make a new key, by which it becomes a client of another id; prints the id of the request",
    )
    .examples("fleet clients rekey 0123456789abcdef");
  withServerChoice(rekey).action((client: string, options: ServerChoice) =>
    run(async () => {
      const { rekeyClient } = await import("../actions/change-client.ts");
      return rekeyClient(terminal, client, options);
    }),
  );
}
