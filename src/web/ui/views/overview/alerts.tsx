/** What somebody should look at, the worst first, and what to do about it. */
import type { Alert } from "../../api/types.ts";
import { ClientLink } from "../../parts/chips.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Text } from "../../text/text.tsx";
import { Ago } from "../../text/time.tsx";

const kinds = { critical: "bad", warning: "warn", info: "info" } as const;

export function Alerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  if (alerts.length === 0) {
    return (
      <div class="notice ok">
        <Icon name="check" />
        <div>
          <p>All is well: there is no alert.</p>
        </div>
      </div>
    );
  }
  return (
    <section aria-label="Alerts">
      <ul class="stack tight">
        {alerts.map((alert) => (
          <li class={`notice ${kinds[alert.severity]}`} key={alert.id}>
            <Icon name={alert.severity === "info" ? "info" : "warning"} />
            <div>
              <p>
                <span class="sr-only">{alert.severity}: </span>
                <Text value={alert.text} most={300} />
                {alert.client_id !== undefined && (
                  <>
                    {" "}
                    <ClientLink id={alert.client_id} />
                  </>
                )}
              </p>
              {alert.hint !== undefined && (
                <p class="hint">
                  <Text value={alert.hint} most={400} />
                </p>
              )}
            </div>
            <span class="muted small nowrap">
              <Ago time={alert.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
