/** fleet message delete: takes back what waits for clients. */
import { adminMethods } from "../../proto/admin-methods.ts";
import type { ListClientsOptions } from "./list-clients.ts";
import { connect, resolveClientIds } from "../connect.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";

export async function deleteMessages(
  terminal: Terminal,
  texts: readonly string[],
  options: ListClientsOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const clientIds = await resolveClientIds(admin, texts);
  const { count } = await admin.call(adminMethods.getPendingMessageCount, { clientIds });
  await admin.call(adminMethods.deletePendingMessages, { clientIds });
  const json = formatJson({ deleted: count, client_ids: clientIds });
  await terminal.write(options.json ? json : `${count} pending messages deleted\n`);
}
