/** How a broadcast and its progress are described. */
import type { OutputOf } from "../../roles/admin/api/grpc-methods.ts";

export type Broadcast = OutputOf<"get_broadcast">;

/** One that was disabled has lost its limit. */
export function showLimit({ limit, state }: Broadcast): string {
  if (state === "disabled") return "0";
  return limit === undefined ? "unlimited" : limit.toString();
}

export function showProgress(broadcast: Broadcast): string {
  const { sent, state } = broadcast;
  return state === "disabled" ? `sent ${sent}` : `sent ${sent} of ${showLimit(broadcast)}`;
}

/** As the API has it, with labels as they are written on the command line. */
export function broadcastJson({ required_labels: labels, ...broadcast }: Broadcast) {
  return { ...broadcast, required_labels: labels.map(({ label }) => label) };
}
