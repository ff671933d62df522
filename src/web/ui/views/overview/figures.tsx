/** The figures on top: each leads to the view that has more of it. */
import type { Overview } from "../../api/types.ts";
import { routePath } from "../../routes.ts";
import { formatCount, formatShort } from "../../text/format.ts";

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly note: string;
  readonly href: string;
  readonly bad?: boolean;
}

function Figure({ name, value, unit, note, href, bad = false }: FigureProps) {
  return (
    <a class={bad ? "card figure bad" : "card figure"} href={href}>
      <span class="figure-name">{name}</span>
      <span class="figure-value">
        {value} {unit !== undefined && <small>{unit}</small>}
      </span>
      <span class="figure-note">{note}</span>
    </a>
  );
}

export function Figures({
  overview: { clients, messages, rates },
}: {
  readonly overview: Overview;
}) {
  const list = routePath("messages");
  return (
    <div class="figures">
      <Figure
        name="Clients online"
        value={formatCount(clients.online)}
        note={`of ${formatCount(clients.ever)}; ${formatCount(clients.seen_today)} today`}
        href={`${routePath("clients")}?state=online`}
      />
      <Figure
        name="Messages in"
        value={formatShort(rates.in_per_second)}
        unit="/ s"
        note="from clients"
        href={`${list}?direction=to_server`}
      />
      <Figure
        name="Messages out"
        value={formatShort(rates.out_per_second)}
        unit="/ s"
        note="to clients"
        href={`${list}?direction=to_client`}
      />
      <Figure
        name="On their way"
        value={formatCount(messages.pending)}
        note="stored, not yet processed"
        href={`${list}?state=pending`}
      />
      <Figure
        name="Failed today"
        value={formatCount(messages.failed_today)}
        note={`${formatCount(messages.failed)} ever`}
        href={`${list}?state=failed`}
        bad={messages.failed_today > 0}
      />
      <Figure
        name="Blacklisted"
        value={formatCount(clients.blacklisted)}
        note={clients.blacklisted === 0 ? "no client is refused" : "clients are refused"}
        href={`${routePath("clients")}?state=blacklisted`}
      />
    </div>
  );
}
