/** fleet broadcast list and disable. */
import { FleetError } from "../../core/errors.ts";
import { type BroadcastId, parseBroadcastId } from "../../core/ids.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { isWithoutOurs } from "../server/service-error.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Broadcast, broadcastJson, showLimit } from "./describe-broadcast.ts";

export interface ListBroadcastsOptions extends ServerChoice {
  readonly json?: true;
}

const columns: Column<Broadcast>[] = [
  { heading: "BROADCAST", text: ({ broadcast_id: id }) => id },
  { heading: "SERVICE", text: ({ destination_service: service }) => service },
  { heading: "TYPE", text: ({ message_type: type }) => type },
  {
    heading: "LABELS",
    text: ({ required_labels: labels }) => labels.map(({ label }) => label).join(" "),
  },
  { heading: "SENT", text: ({ sent }) => sent.toString() },
  { heading: "LIMIT", text: showLimit },
  { heading: "EXPIRES", text: ({ expiration_time: time }) => time ?? "never" },
];

export async function listBroadcasts(
  terminal: Terminal,
  options: ListBroadcastsOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const { broadcasts } = await admin.call(apiMethod("list_broadcasts"), { limit: 1000 });
  if (options.json) {
    return await terminal.write(formatJson(broadcasts.map(broadcastJson)));
  }
  await terminal.write(formatTable(columns, broadcasts));
  if (broadcasts.length === 0) await terminal.writeError("No broadcast is active.\n");
}

export async function disableBroadcasts(
  terminal: Terminal,
  texts: readonly string[],
  options: ServerChoice,
): Promise<void> {
  const broadcastIds = texts.map(parseBroadcastId);
  using admin = connect(options, terminal);
  await requireKnown(admin, broadcastIds);
  await admin.call(adminMethods.disableBroadcasts, { broadcastIds });
  await terminal.writeError(`disabled ${broadcastIds.join(", ")}: no further client gets it\n`);
}

/** Where the server can tell: the original, and a port that asks nobody who he is, cannot. @throws not_found */
async function requireKnown(
  admin: AdminClient,
  broadcastIds: readonly BroadcastId[],
): Promise<void> {
  const found = await admin
    .call(apiMethod("list_broadcasts"), { broadcast_ids: [...broadcastIds], limit: 1000 })
    .catch((thrown: unknown) => {
      if (isWithoutOurs(thrown)) return undefined;
      throw thrown;
    });
  const known = new Set(found?.broadcasts.map(({ broadcast_id: id }) => id));
  const missing = found && broadcastIds.find((broadcastId) => !known.has(broadcastId));
  if (missing === undefined) return;
  throw new FleetError("not_found", `the server has no broadcast ${missing}; none is disabled`, {
    hint: "fleet broadcast list shows the active ones.",
  });
}
