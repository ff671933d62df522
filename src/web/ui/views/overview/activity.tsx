/** The newest events, in words; the events themselves, not what the API says of them. */
import { useState } from "preact/hooks";

import type { LiveEvent } from "../../live/parse-event.ts";
import { useLive } from "../../live/use-live.ts";
import { routePath } from "../../routes.ts";
import { formatClock } from "../../text/format.ts";
import { ShortText } from "../../text/text.tsx";
import { describeEvent } from "./describe-event.ts";

const shown = 60;

interface Line {
  readonly number: number;
  readonly event: LiveEvent;
}

let numbers = 0;

export function Activity() {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useLive((events) => {
    if (events === undefined || events.length === 0) return;
    const added = events
      .slice(-shown)
      .toReversed()
      .map((event) => ({ number: (numbers += 1), event }));
    setLines((old) => [...added, ...old].slice(0, shown));
  });
  if (lines.length === 0) {
    return (
      <p class="muted small">
        Nothing has happened since this page was opened. Clients that come and go and messages that
        move appear here.
      </p>
    );
  }
  return (
    <ol class="activity" tabIndex={0} aria-label="Newest events first">
      {lines.map(({ number, event }) => (
        <ActivityLine event={event} key={number} />
      ))}
    </ol>
  );
}

function ActivityLine({ event }: { readonly event: LiveEvent }) {
  const { kind, text, subject } = describeEvent(event);
  const href =
    event.message_id !== undefined
      ? routePath("message", event.message_id)
      : event.client_id === undefined
        ? undefined
        : routePath("client", event.client_id);
  return (
    <li data-event={event.type}>
      <time dateTime={event.time}>{formatClock(event.time)}</time>
      <span class={`dot ${kind}`} />
      <span>
        {text}{" "}
        {href === undefined ? (
          <ShortText value={subject} />
        ) : (
          <a href={href}>
            <ShortText value={subject} />
          </a>
        )}
      </span>
    </li>
  );
}
