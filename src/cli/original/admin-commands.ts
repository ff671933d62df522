/**
 * The commands of the original's admin tool, whose output scripts read: line for line as it prints them, but for what
 * clients chose, of which nothing reaches a terminal that could steer it.
 */
import { readFileSync } from "node:fs";

import { FleetError, toFleetError } from "../../core/errors.ts";
import { type Method, adminMethods } from "../../proto/admin-methods.ts";
import type { AdminClient as ClientDescription, ClientContact } from "../../proto/admin-types.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { showLine } from "../terminal/text.ts";
import { readBroadcastId, readClientId, readLimit } from "./admin-arguments.ts";
import type { AdminCommandName } from "./admin-usage.ts";
import { compareTimes, epoch, summarizeContacts } from "./contact-history.ts";
import { goFileError } from "./go-text.ts";
import { columnTime, goTime } from "./go-time.ts";
import { describeRpcError } from "./rpc-error.ts";

/** What a command has around it. */
export interface AdminTool {
  readonly client: AdminClient;
  /** Standard output. */
  readonly write: (text: string) => Promise<void>;
  /** What is odd, but keeps nothing from going on. */
  readonly warn: (text: string) => void;
}

type Run = (tool: AdminTool, args: readonly string[]) => Promise<void>;

/** What each command does, with as many arguments as its usage says. They throw FleetErrors with the original's words. */
export const adminCommands: Readonly<Record<AdminCommandName, Run>> = {
  listclients: listClients,
  listcontacts: listContacts,
  analysehistory: analyseHistory,
  blacklistclients: blacklistClients,
  storefile: storeFile,
  deletefile: deleteFile,
  listactivebroadcasts: listActiveBroadcasts,
  disablebroadcasts: disableBroadcasts,
};

async function listClients({ client, write }: AdminTool, args: readonly string[]): Promise<void> {
  const clientIds = args.map((text, index) =>
    readClientId(text, `Unable to convert [${text}] (index ${index}) to client id`),
  );
  const { clients } = await callNamed(client, adminMethods.listClients, { clientIds });
  if (clients.length === 0) return await write("No clients found.\n");
  const sorted = clients.toSorted((a, b) => compareTimes(a.lastContactTime, b.lastContactTime));
  const heading = `${"Client ID:".padEnd(16)} ${"Last Seen:".padEnd(23)} Labels:\n`;
  await write(heading + sorted.map(showClient).join(""));
}

function showClient({ clientId, lastContactTime, labels, blacklisted }: ClientDescription): string {
  const names = labels.map(({ serviceName, label }) => `${serviceName}:${label}`).join(",");
  const tag = blacklisted ? " *blacklisted*" : "";
  return line(`${clientId} ${columnTime(lastContactTime ?? epoch)} [${names}]${tag}`);
}

async function listContacts(tool: AdminTool, [id = "", limit]: readonly string[]): Promise<void> {
  const clientId = readClientId(id, `Unable to parse ${id} as client id`);
  const most = readLimit(limit);
  const contacts = await contactsOf(tool, clientId);
  if (contacts === undefined) return;
  // The original shows one more than it was asked for.
  const shown = most > 0 ? most + 1 : contacts.length;
  const latest = contacts.toSorted((a, b) => compareTimes(b.timestamp, a.timestamp));
  const heading = `${"Timestamp:".padEnd(23)} Observed IP:\n`;
  const lines = latest
    .slice(0, shown)
    .map(({ timestamp = epoch, observedAddress }) =>
      line(`${columnTime(timestamp)} ${observedAddress}`),
    );
  await tool.write(`Found ${contacts.length} contacts.\n${heading}${lines.join("")}`);
}

async function analyseHistory(tool: AdminTool, [id = ""]: readonly string[]): Promise<void> {
  const clientId = readClientId(id, `Unable to parse ${id} as client id`);
  const contacts = await contactsOf(tool, clientId);
  if (contacts === undefined) return;
  const summary = summarizeContacts(contacts, tool.warn);
  const { splits, splitPoints, skips } = summary;
  await tool.write(
    `Raw Summary:
  First Recorded Contact: ${goTime(summary.start)}
  Last Recorded Contact: ${goTime(summary.end)}
  Contact Count: ${summary.count}
  Observed IP Count: ${summary.addresses}
  Split Points: ${splitPoints}
  Splits: ${splits}
  Skips: ${skips}
`,
  );
  if (splits > 0)
    await tool.write(
      `This client appears to have be restored ${splits} times from ${splitPoints} different backup images.\n`,
    );
  if (skips > splits)
    await tool.write(
      `Observed ${skips} Skips, but only ${splits} splits. The machine may have been cloned.\n`,
    );
}

/** @returns undefined, having said so, where there are none. */
async function contactsOf(
  { client, write }: AdminTool,
  clientId: ClientDescription["clientId"],
): Promise<readonly ClientContact[] | undefined> {
  const { contacts } = await callNamed(client, adminMethods.listClientContacts, { clientId });
  if (contacts.length > 0) return contacts;
  await write("No contacts found.\n");
  return undefined;
}

async function blacklistClients({ client }: AdminTool, args: readonly string[]): Promise<void> {
  const clientIds = args.map((text, index) =>
    readClientId(text, `Unable to convert "${text}" (index ${index}) to client id`),
  );
  for (const clientId of clientIds)
    await callNamed(client, adminMethods.blacklistClient, { clientId });
}

async function storeFile(
  { client, write }: AdminTool,
  [serviceName = "", fileName = "", path = ""]: readonly string[],
): Promise<void> {
  const data = readFileToStore(path);
  await callNamed(client, adminMethods.storeFile, { serviceName, fileName, data });
  await write(line(`Stored file ${serviceName}/${fileName} to server.`));
}

function readFileToStore(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const message = `Failed to read file [${path}]: ${goFileError(path, thrown)}`;
    throw new FleetError("not_found", message, { cause: thrown });
  }
}

async function deleteFile(
  { client, write }: AdminTool,
  [serviceName = "", fileName = ""]: readonly string[],
): Promise<void> {
  await callNamed(client, adminMethods.deleteFile, { serviceName, fileName });
  await write(line(`Deleted file ${serviceName}/${fileName} from server.`));
}

async function listActiveBroadcasts(
  { client, write }: AdminTool,
  [serviceName = ""]: readonly string[],
): Promise<void> {
  const { broadcasts } = await callNamed(client, adminMethods.listActiveBroadcasts, {
    serviceName,
  });
  if (broadcasts.length === 0) return await write("No active broadcasts found.\n");
  const rows = [
    ["Broadcast ID:", "Source Service:", "Message Type:"],
    ...broadcasts.map(({ broadcastId, source, messageType }) => [
      broadcastId,
      source.serviceName,
      messageType,
    ]),
  ];
  const lines = rows.map(([id = "", service = "", type = ""]) =>
    line(`${id.padEnd(20)} ${service.padEnd(20)} ${type}`),
  );
  await write(`Found ${broadcasts.length} active broadcasts.\n${lines.join("")}`);
}

async function disableBroadcasts(
  { client, write }: AdminTool,
  args: readonly string[],
): Promise<void> {
  const broadcastIds = args.map((text, index) =>
    readBroadcastId(text, `Unable to convert "${text}" (index ${index}) to broadcast id`),
  );
  await callNamed(client, adminMethods.disableBroadcasts, { broadcastIds });
  await write(`Successfully sent disable request for ${broadcastIds.length} broadcasts.\n`);
}

/** @throws FleetError "ListClients RPC failed: rpc error: code = … desc = …". */
async function callNamed<Request, Response>(
  client: AdminClient,
  method: Method<Request, Response, false>,
  request: Request,
): Promise<Response> {
  try {
    return await client.call(method, request);
  } catch (thrown) {
    const words = describeRpcError(thrown);
    if (words === undefined) throw thrown;
    const name = method.path.slice(method.path.lastIndexOf("/") + 1);
    const { code } = toFleetError(thrown);
    throw new FleetError(code, `${name} RPC failed: ${words}`, { cause: thrown });
  }
}

function line(text: string): string {
  return `${showLine(text)}\n`;
}
