/** A client's identity, labels, services and addresses. */
import { pathOf } from "../../api/client.ts";
import type { AddressUse, ClientDetail, ClientService } from "../../api/types.ts";
import { useResource } from "../../api/use-resource.ts";
import { Card, Facts, TableWrap } from "../../parts/layout.tsx";
import { Loaded } from "../../parts/states.tsx";
import { routePath } from "../../routes.ts";
import { formatCount, formatDuration } from "../../text/format.ts";
import { ShortText, Text } from "../../text/text.tsx";
import { Ago, Time } from "../../text/time.tsx";
import { LabelChip } from "../../parts/chips.tsx";

export function ClientSummaryTab({ client }: { readonly client: ClientDetail }) {
  return (
    <div class="client-cols">
      <div class="stack">
        <Identity client={client} />
        <LabelCard client={client} />
      </div>
      <div class="stack">
        <Services services={client.services} />
        <Addresses id={client.client_id} />
      </div>
    </div>
  );
}

function Identity({ client }: { readonly client: ClientDetail }) {
  return (
    <Card title="Identity">
      <Facts
        rows={[
          ["Id", <code>{client.client_id}</code>],
          ["Public key", <code>sha256:{client.public_key_sha256}</code>],
          ["First seen", client.added_time && <Time time={client.added_time} />],
          ["Last contact", <Time time={client.last_contact_time} />],
          [
            "From",
            client.last_contact_address !== "" && <Text value={client.last_contact_address} />,
          ],
          ["Stream to", client.streaming_to !== undefined && <Text value={client.streaming_to} />],
          ["Its clock", <ClockSkew client={client} />],
          ["Waiting", `${formatCount(client.pending)} messages on the way to it`],
        ]}
      />
    </Card>
  );
}

/** Under so many seconds it is the way of the message, not the clock. */
const skewSeconds = 60;

function ClockSkew({
  client: { last_clock: clock, last_clock_time: read },
}: {
  readonly client: ClientDetail;
}) {
  if (clock === undefined || read === undefined) return <span class="faint">not known</span>;
  const seconds = (Date.parse(clock) - Date.parse(read)) / 1000;
  const words =
    Math.abs(seconds) < skewSeconds
      ? "right"
      : `${formatDuration(Math.abs(seconds))} ${seconds > 0 ? "ahead" : "behind"}`;
  return (
    <span title={clock} class={words === "right" ? "" : "chip warn"}>
      {words}
    </span>
  );
}

function LabelCard({ client: { labels } }: { readonly client: ClientDetail }) {
  return (
    <Card title="Labels" note="what the client says of itself; they prove nothing">
      {labels.length === 0 ? (
        <p class="muted">
          It has none. Labels come from the client's configuration and its services.
        </p>
      ) : (
        <div class="row">
          {labels.map((label) => (
            <a
              href={`${routePath("clients")}?label=${encodeURIComponent(`${label.service_name}:${label.label}`)}`}
              title="Clients with this label"
            >
              <LabelChip label={label} />
            </a>
          ))}
        </div>
      )}
    </Card>
  );
}

function Services({ services }: { readonly services: readonly ClientService[] }) {
  return (
    <Card title="Services" note="as it last said" flush>
      {services.length === 0 ? (
        <p class="pad muted">
          It has not said yet what it runs. It does so a moment after its first contact.
        </p>
      ) : (
        <TableWrap name="Services">
          <table>
            <thead>
              <tr>
                <th>Service</th>
                <th>Version</th>
                <th>Configuration</th>
                <th>Seen</th>
              </tr>
            </thead>
            <tbody>
              {services.map((service) => (
                <tr key={service.name}>
                  <td>
                    <Text value={service.name} most={60} />
                  </td>
                  <td>
                    {service.version === undefined ? (
                      <span class="faint">–</span>
                    ) : (
                      <Text value={service.version} most={60} />
                    )}
                  </td>
                  <td>{signedWord(service.signed)}</td>
                  <td class="nowrap">
                    <Ago time={service.seen_time} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Card>
  );
}

function signedWord(signed: boolean | undefined) {
  if (signed === undefined) return <span class="faint">–</span>;
  return signed ? <span class="chip ok">signed</span> : <span class="chip">unsigned</span>;
}

function Addresses({ id }: { readonly id: string }) {
  const addresses = useResource<{ readonly addresses: readonly AddressUse[] }>(
    pathOf("clients", id, "addresses"),
  );
  return (
    <Card title="Addresses" note="of its newest contacts" flush>
      <Loaded resource={addresses} action="The addresses could not be read">
        {({ addresses: rows }) =>
          rows.length === 0 ? (
            <p class="pad muted">No contact of it is kept.</p>
          ) : (
            <TableWrap name="Addresses">
              <table>
                <thead>
                  <tr>
                    <th>Address</th>
                    <th class="number">Contacts</th>
                    <th>First</th>
                    <th>Last</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.address}>
                      <td>
                        <ShortText value={row.address} />
                      </td>
                      <td class="number">{formatCount(row.contacts)}</td>
                      <td class="nowrap">
                        <Ago time={row.first_time} />
                      </td>
                      <td class="nowrap">
                        <Ago time={row.last_time} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableWrap>
          )
        }
      </Loaded>
    </Card>
  );
}
