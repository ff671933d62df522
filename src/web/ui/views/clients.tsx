/** All clients: search as you type, order, filters; any number of them. */
import type { ClientSummary } from "../api/types.ts";
import { type Pages, usePages } from "../api/use-pages.ts";
import { listPauseMs, useLiveReload } from "../live/use-live.ts";
import { Command } from "../parts/command.tsx";
import { Segments, Select } from "../parts/forms.tsx";
import { Icon } from "../parts/icon.tsx";
import { View } from "../parts/layout.tsx";
import { LongTable } from "../parts/long-table.tsx";
import { SearchBox } from "../parts/search-box.tsx";
import { narrowScreen, useMedia } from "../parts/use-media.ts";
import { Empty, Problem } from "../parts/states.tsx";
import { setQuery, useQuery } from "../router.ts";
import { formatCount, plural } from "../text/format.ts";
import { ShortText } from "../text/text.tsx";
import { clientColumns, CompactClient } from "./clients/row.tsx";
import { useSpan } from "./use-span.ts";

const defaultSort = "-last_contact";

export function ClientsView() {
  const query = useQuery();
  const [search, label, state] = [query("query"), query("label"), query("state")];
  const seen = query("seen");
  const { start } = useSpan(seen);
  const sort = query("sort") || defaultSort;
  const pages = usePages<ClientSummary>(
    "/clients",
    { query: search, label, state, sort, ...(seen !== "" && { seen_after: start }) },
    "clients",
    ({ client_id: id }) => id,
  );
  useLiveReload(pages.reload, ({ type }) => type.startsWith("client."), listPauseMs);
  const isFiltered = [search, label, state, seen].some((value) => value !== "");
  const narrow = useMedia(narrowScreen);
  const isEmpty = !pages.waiting && pages.rows.length === 0 && pages.problem === undefined;
  return (
    <View title="Clients" lead={<Total pages={pages} isFiltered={isFiltered} />}>
      <div class="filters">
        <SearchBox
          name="Search clients"
          placeholder="Id, label or address"
          value={search}
          set={(value) => setQuery({ query: value })}
        />
        <Segments
          name="State"
          value={state}
          set={(value) => setQuery({ state: value })}
          choices={[
            { value: "", name: "All" },
            { value: "online", name: "Online" },
            { value: "offline", name: "Offline" },
            { value: "blacklisted", name: "Blacklisted" },
          ]}
        />
        <SeenSelect seen={seen} />
        {narrow && <SortSelect sort={sort} />}
        {label !== "" && (
          <button type="button" class="button" onClick={() => setQuery({ label: undefined })}>
            <span class="sr-only">Remove the filter by label</span>
            <ShortText value={label} most={40} />
            <Icon name="close" />
          </button>
        )}
      </div>
      {pages.problem && (
        <Problem
          action="The clients could not be read"
          problem={pages.problem}
          retry={pages.reload}
        />
      )}
      {isEmpty ? (
        <div class="card">{isFiltered ? <NoneMatches /> : <NoneYet />}</div>
      ) : (
        <div class="card flush">
          <LongTable
            name="Clients"
            pages={pages}
            columns={clientColumns}
            idOf={({ client_id: id }) => id}
            compact={(client) => <CompactClient client={client} />}
            sort={sort}
            setSort={setSort}
          />
        </div>
      )}
    </View>
  );
}

function Total({
  pages,
  isFiltered,
}: {
  readonly pages: Pages<ClientSummary>;
  readonly isFiltered: boolean;
}) {
  const total = pages.total ?? pages.rows.length;
  if (pages.waiting && pages.rows.length === 0) return <>…</>;
  return (
    <span role="status">
      {isFiltered ? `${formatCount(total)} match` : plural(total, "client")}
    </span>
  );
}

function SeenSelect({ seen }: { readonly seen: string }) {
  return (
    <Select
      name="Last contact"
      value={seen}
      set={(value) => setQuery({ seen: value })}
      choices={[
        { value: "", name: "Any time" },
        { value: "hour", name: "In the last hour" },
        { value: "day", name: "In the last day" },
        { value: "week", name: "In the last week" },
      ]}
    />
  );
}

/** Where there is no heading of columns to click. */
function SortSelect({ sort }: { readonly sort: string }) {
  return (
    <Select
      name="Order"
      value={sort}
      set={setSort}
      choices={[
        { value: "-last_contact", name: "Last contact, newest first" },
        { value: "last_contact", name: "Last contact, oldest first" },
        { value: "client_id", name: "Id" },
        { value: "address", name: "Address" },
        { value: "-added", name: "Newest clients first" },
      ]}
    />
  );
}

function setSort(sort: string): void {
  setQuery({ sort: sort === defaultSort ? undefined : sort });
}

function NoneMatches() {
  return (
    <Empty icon="search" title="No client matches">
      <p>
        Words are parts of labels and addresses, or the beginning of an id; all of them have to
        match.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button"
          onClick={() =>
            setQuery({ query: undefined, label: undefined, state: undefined, seen: undefined })
          }
        >
          Show all clients
        </button>
      </div>
    </Empty>
  );
}

function NoneYet() {
  return (
    <Empty icon="clients" title="No client has connected yet">
      <p>
        Make the configuration of clients on the server's machine, then start the client with it on
        each machine of the fleet. It appears here at its first contact.
      </p>
      <Command text="fleet config init --help" />
    </Empty>
  );
}
