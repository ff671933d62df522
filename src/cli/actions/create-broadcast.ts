/** fleet broadcast create: a message to every client that has the labels, now or when it connects. */
import { unlimitedBroadcast } from "../../core/broadcast.ts";
import { newBroadcastId } from "../../core/ids.ts";
import { clientLabelService } from "../../core/labels.ts";
import { timestampFromMs } from "../../core/time.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type DataOptions, readData } from "../message-data.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { watchBroadcast } from "./watch-broadcast.ts";

export interface CreateBroadcastOptions extends ServerChoice, DataOptions {
  readonly label?: readonly string[];
  /** undefined: unlimited. */
  readonly limit?: bigint;
  /** Milliseconds from now; undefined: never. */
  readonly expires?: number;
  readonly group?: string;
  readonly watch?: true;
  readonly json?: true;
}

/** The service that broadcasts of the command line come from. */
const sourceService = "fleet";

export async function createBroadcast(
  terminal: Terminal,
  service: string,
  messageType: string,
  options: CreateBroadcastOptions,
): Promise<void> {
  const data = await readData(terminal, options);
  using admin = connect(options, terminal);
  const { label = [], expires, limit = unlimitedBroadcast } = options;
  const broadcastId = newBroadcastId();
  const expiresAt = expires === undefined ? undefined : terminal.clock.now() + expires;
  await admin.call(adminMethods.createBroadcast, {
    broadcast: {
      ...{ broadcastId, messageType, data },
      source: { clientId: undefined, serviceName: sourceService },
      destination: { clientId: undefined, serviceName: service },
      requiredLabels: label.map((text) => ({ serviceName: clientLabelService, label: text })),
      expirationTime: expiresAt === undefined ? undefined : timestampFromMs(expiresAt),
      groupName: options.group ?? "",
    },
    limit,
  });
  if (options.watch) return await watchBroadcast(terminal, broadcastId, options);
  const json = formatJson({ broadcast_id: broadcastId });
  await terminal.write(options.json ? json : `${broadcastId}\n`);
}
