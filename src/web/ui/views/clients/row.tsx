/** One client in the list of them: a row of columns, or a small card on a narrow screen. */
import type { ClientSummary } from "../../api/types.ts";
import { Labels, OnlineDot } from "../../parts/chips.tsx";
import type { LongColumn } from "../../parts/long-table.tsx";
import { routePath } from "../../routes.ts";
import { ShortText } from "../../text/text.tsx";
import { Ago } from "../../text/time.tsx";

export const clientColumns: readonly LongColumn<ClientSummary>[] = [
  { name: "", width: "0.5625rem", cell: (client) => <OnlineDot {...client} /> },
  {
    name: "Client",
    width: "minmax(10.5rem, 1.1fr)",
    sort: "client_id",
    cell: (client) => <RowLink client={client} />,
  },
  {
    name: "Labels",
    width: "minmax(0, 2.4fr)",
    cell: ({ labels }) => <Labels labels={labels} most={6} />,
  },
  {
    name: "Address",
    width: "minmax(0, 1.2fr)",
    sort: "address",
    cell: ({ last_contact_address: address }) => <ShortText value={address} />,
  },
  {
    name: "Last contact",
    width: "minmax(7.5rem, 0.8fr)",
    sort: "last_contact",
    cell: (client) => <LastContact client={client} />,
  },
];

export function CompactClient({ client }: { readonly client: ClientSummary }) {
  return (
    <div class="compact-row">
      <div class="row">
        <OnlineDot {...client} />
        <RowLink client={client} />
        <span class="small muted push">
          <LastContact client={client} />
        </span>
      </div>
      <div class="one-line">
        <Labels labels={client.labels} most={4} />
      </div>
      <div class="small muted one-line">
        <ShortText value={client.last_contact_address} />
      </div>
    </div>
  );
}

function RowLink({ client: { client_id: id } }: { readonly client: ClientSummary }) {
  return (
    <a class="client-id" href={routePath("client", id)} data-row-link>
      {id}
    </a>
  );
}

function LastContact({ client }: { readonly client: ClientSummary }) {
  return client.streaming_to === undefined ? (
    <Ago time={client.last_contact_time} />
  ) : (
    <span class="muted">connected</span>
  );
}
