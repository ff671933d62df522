/** fleet broadcast watch: how far a broadcast has come, a line at each change, until it is over. */
import { FleetError } from "../../core/errors.ts";
import { type BroadcastId, parseBroadcastId } from "../../core/ids.ts";
import { fleetMethods } from "../../proto/admin-methods.ts";
import type { BroadcastProgress } from "../../proto/admin-types.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { connect } from "../server/connect.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { broadcastJson, broadcastState, showLimit } from "./describe-broadcast.ts";
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
    const progress = await fetchProgress(admin, broadcastId);
    const now = terminal.clock.now();
    const state = broadcastState(progress, now);
    const line = options.json
      ? formatJson(broadcastJson(progress, now))
      : `${broadcastId} ${state}: sent ${progress.sent} of ${showLimit(progress.limit)}\n`;
    if (line !== shown) await terminal.write(line);
    shown = line;
    if (state !== "active") return;
    await terminal.clock.sleep(pauseMs, terminal.interrupted);
  }
}

async function fetchProgress(
  admin: AdminClient,
  broadcastId: BroadcastId,
): Promise<BroadcastProgress> {
  const request = { broadcastIds: [broadcastId] };
  const { broadcasts } = await admin.call(fleetMethods.listBroadcasts, request);
  const [progress] = broadcasts;
  if (progress !== undefined) return progress;
  throw new FleetError("not_found", `the server has no broadcast ${broadcastId}`, {
    hint: "fleet broadcast list shows the active ones.",
  });
}
