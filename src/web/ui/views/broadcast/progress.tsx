/** How far a broadcast has come: towards its limit, or how many so far. */
import type { Broadcast } from "../../api/types.ts";
import { Meter } from "../../charts/bars.tsx";
import { formatCount, plural } from "../../text/format.ts";

const stateWords: Readonly<Record<Broadcast["state"], string>> = {
  active: "active",
  complete: "complete",
  disabled: "stopped",
  expired: "expired",
};

export function BroadcastProgress({
  broadcast: { sent, limit, state },
}: {
  readonly broadcast: Broadcast;
}) {
  const text =
    limit === undefined
      ? `${plural(sent, "client")} so far`
      : `${formatCount(sent)} of ${formatCount(limit)} clients`;
  return (
    <div>
      <div class="progress-text">
        <strong>{text}</strong>
        <span class={state === "active" ? "chip info" : state === "complete" ? "chip ok" : "chip"}>
          {stateWords[state]}
        </span>
      </div>
      {limit !== undefined && limit > 0 && (
        <Meter name="Progress" share={sent / limit} text={text} />
      )}
    </div>
  );
}
