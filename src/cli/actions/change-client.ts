/** fleet clients blacklist and rekey: what makes a client take a new identity. */
import { newMessageId } from "../../core/ids.ts";
import { makeMessage, systemService } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** From now on the client is handed a RekeyRequest and nothing else. */
export async function blacklistClient(
  terminal: Terminal,
  text: string,
  options: ServerChoice,
): Promise<void> {
  using admin = connect(options, terminal);
  const clientId = await resolveClientId(admin, text);
  await admin.call(adminMethods.blacklistClient, { clientId });
  await terminal.writeError(`client ${clientId} is blacklisted: it is told to make a new key\n`);
}

/** Tells a client to make a new key; until it did it is served as before. Prints the id of the request. */
export async function rekeyClient(
  terminal: Terminal,
  text: string,
  options: ServerChoice,
): Promise<void> {
  using admin = connect(options, terminal);
  const clientId = await resolveClientId(admin, text);
  const messageId = newMessageId();
  const request = makeMessage({
    source: { clientId: undefined, serviceName: systemService },
    destination: { clientId, serviceName: systemService },
    messageType: "RekeyRequest",
  });
  await admin.call(adminMethods.insertMessage, { ...request, messageId });
  await terminal.write(`${messageId}\n`);
}
