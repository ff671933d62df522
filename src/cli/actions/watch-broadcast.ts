/** fleet broadcast watch: how far a broadcast has come, a line at each change, until it is over. */
import { parseBroadcastId } from "../../core/ids.ts";
import { apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import { connect } from "../server/connect.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { broadcastJson, showProgress } from "./describe-broadcast.ts";
import type { ListBroadcastsOptions } from "./list-broadcasts.ts";

const pauseMs = 200;

/** @throws not_found for an unknown id. Ctrl-C ends an unlimited one. */
export async function watchBroadcast(
  terminal: Terminal,
  text: string,
  options: ListBroadcastsOptions,
): Promise<void> {
  const broadcastId = parseBroadcastId(text);
  using admin = connect(options, terminal);
  let shown = "";
  for (;;) {
    const broadcast = await admin.call(apiMethod("get_broadcast"), { broadcast_id: broadcastId });
    const { state } = broadcast;
    const line = options.json
      ? formatJson(broadcastJson(broadcast))
      : `${broadcastId} ${state}: ${showProgress(broadcast)}\n`;
    if (line !== shown) await terminal.write(line);
    shown = line;
    if (state !== "active") return;
    await terminal.clock.sleep(pauseMs, terminal.interrupted);
  }
}
