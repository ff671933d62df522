/** A list of messages, newest first, wherever one is shown. */
import type { Query } from "../api/client.ts";
import type { MessageSummary } from "../api/types.ts";
import { usePages } from "../api/use-pages.ts";
import { listPauseMs, useLiveReload } from "../live/use-live.ts";
import { End, StateChip } from "../parts/chips.tsx";
import { type LongColumn, LongTable } from "../parts/long-table.tsx";
import { Empty, Problem } from "../parts/states.tsx";
import { routePath } from "../routes.ts";
import { formatBytes } from "../text/format.ts";
import { ShortText } from "../text/text.tsx";
import { Ago } from "../text/time.tsx";

const columns: readonly LongColumn<MessageSummary>[] = [
  { name: "Type", width: "minmax(8rem, 1.5fr)", cell: (message) => <TypeLink message={message} /> },
  { name: "From", width: "minmax(0, 1.6fr)", cell: ({ source }) => <End address={source} /> },
  {
    name: "To",
    width: "minmax(0, 1.6fr)",
    cell: ({ destination }) => <End address={destination} />,
  },
  { name: "State", width: "minmax(6rem, 1.4fr)", cell: (message) => <State message={message} /> },
  {
    name: "Payload",
    width: "5rem",
    cell: ({ data_bytes: bytes }) =>
      bytes === undefined ? <span class="faint">–</span> : formatBytes(bytes),
  },
  { name: "Created", width: "6.5rem", cell: ({ creation_time: time }) => <Ago time={time} /> },
];

/** @param query filters as the API names them. */
export function MessageTable({ query }: { readonly query: Query }) {
  const pages = usePages<MessageSummary>(
    "/messages",
    query,
    "messages",
    ({ message_id: id }) => id,
  );
  const { client_id: client } = query;
  useLiveReload(
    pages.reload,
    (event) =>
      event.type.startsWith("message") &&
      (client === undefined || event.client_id === undefined || event.client_id === client),
    listPauseMs,
  );
  const isFiltered = Object.entries(query).some(
    ([name, value]) => name !== "client_id" && value !== undefined && value !== "",
  );
  if (pages.problem !== undefined && pages.rows.length === 0)
    return (
      <Problem
        action="The messages could not be read"
        problem={pages.problem}
        retry={pages.reload}
      />
    );
  if (!pages.waiting && pages.rows.length === 0 && !pages.more) {
    return <div class="card">{isFiltered ? <NoneMatches /> : <NoneYet />}</div>;
  }
  return (
    <>
      {pages.problem && (
        <Problem
          action="The messages could not be read"
          problem={pages.problem}
          retry={pages.reload}
        />
      )}
      <div class="card flush">
        <LongTable
          name="Messages"
          pages={pages}
          columns={columns}
          idOf={({ message_id: id }) => id}
          compact={(message) => <CompactMessage message={message} />}
        />
      </div>
    </>
  );
}

function TypeLink({ message }: { readonly message: MessageSummary }) {
  return (
    <a href={routePath("message", message.message_id)} data-row-link>
      {message.message_type === "" ? (
        <span class="mono">{message.message_id.slice(0, 12)}…</span>
      ) : (
        <ShortText value={message.message_type} />
      )}
    </a>
  );
}

function State({
  message: { state, failed_reason: reason, tries },
}: {
  readonly message: MessageSummary;
}) {
  return (
    <>
      <StateChip state={state} />{" "}
      {reason !== undefined && reason !== "" ? (
        <span class="small muted">
          <ShortText value={reason} />
        </span>
      ) : (
        state === "pending" && tries > 1 && <span class="small muted">{tries} tries</span>
      )}
    </>
  );
}

function CompactMessage({ message }: { readonly message: MessageSummary }) {
  return (
    <div class="compact-row">
      <div class="row">
        <span class="one-line">
          <TypeLink message={message} />
        </span>
        <span class="small muted push nowrap">
          <Ago time={message.creation_time} />
        </span>
      </div>
      <div class="small one-line">
        <End address={message.source} /> → <End address={message.destination} />
      </div>
      <div class="one-line">
        <State message={message} />
      </div>
    </div>
  );
}

function NoneMatches() {
  return (
    <Empty icon="search" title="No message matches">
      <p>
        Messages that are done are removed after a while, as the server's retention says; the counts
        remain.
      </p>
      <div class="actions">
        <a class="button" href={routePath("messages")}>
          Show all messages
        </a>
        <a class="button" href={routePath("counts")}>
          To the counts
        </a>
      </div>
    </Empty>
  );
}

function NoneYet() {
  return (
    <Empty icon="messages" title="There is no message yet">
      <p>Messages appear here as soon as a client sends one, or one is sent to a client.</p>
      <div class="actions">
        <a class="button primary" href={routePath("send")}>
          Send a message
        </a>
      </div>
    </Empty>
  );
}
