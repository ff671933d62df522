/** What the server has logged lately. */
import type { LogEvent } from "../../api/types.ts";
import { useResource } from "../../api/use-resource.ts";
import { useInterval } from "../../live/use-interval.ts";
import { Segments } from "../../parts/forms.tsx";
import { Card } from "../../parts/layout.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { setQuery, useQuery } from "../../router.ts";
import { formatClock, formatTime } from "../../text/format.ts";
import { ShortText, Text } from "../../text/text.tsx";

const refreshMs = 2000;

export function LogTab() {
  const level = useQuery()("level");
  const log = useResource<{ readonly events: readonly LogEvent[] }>("/server/log", {
    level,
    limit: 500,
  });
  useInterval(log.reload, refreshMs);
  return (
    <div class="stack">
      <div class="filters">
        <Segments
          name="Level"
          value={level}
          set={(value) => setQuery({ level: value })}
          choices={[
            { value: "", name: "All" },
            { value: "info", name: "Info" },
            { value: "warning", name: "Warning" },
            { value: "error", name: "Error" },
          ]}
        />
      </div>
      <Card
        title="Recent events"
        note="kept in memory; the whole log is where the server writes it"
        flush
      >
        <Loaded resource={log} action="The log could not be read">
          {({ events }) =>
            events.length === 0 ? <NoEvents level={level} /> : <LogLines events={events} />
          }
        </Loaded>
      </Card>
    </div>
  );
}

function NoEvents({ level }: { readonly level: string }) {
  return (
    <Empty
      icon="check"
      title={
        level === "" ? "Nothing has been logged yet" : `Nothing of level ${level} has been logged`
      }
    >
      <p>Since its last start the server had nothing to say here.</p>
    </Empty>
  );
}

const kinds: Readonly<Record<string, string>> = {
  warning: "warn",
  error: "bad",
  fatal: "bad",
  info: "info",
};

function LogLines({ events }: { readonly events: readonly LogEvent[] }) {
  return (
    <ol class="log-list" tabIndex={0} aria-label="Events">
      {events.map((event, index) => (
        <li class="log-line" key={`${event.time} ${index}`}>
          <time dateTime={event.time} title={formatTime(event.time)} class="muted">
            {formatClock(event.time)}
          </time>
          <span>
            <span class={`chip ${kinds[event.level] ?? ""}`}>
              <ShortText value={event.level} most={10} />
            </span>
          </span>
          <span>
            {event.area !== "" && (
              <span class="muted">
                <ShortText value={event.area} most={30} />{" "}
              </span>
            )}
            <Text value={event.text} most={400} />
          </span>
        </li>
      ))}
    </ol>
  );
}
