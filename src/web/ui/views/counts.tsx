/** How many messages of each type there were: by day as columns, by service and type as a table. Exact, also of those that are gone. */
import type { MessageCount } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { Legend } from "../charts/area-chart.tsx";
import { Columns } from "../charts/bars.tsx";
import type { Column } from "../charts/column.ts";
import { listPauseMs, useLiveReload } from "../live/use-live.ts";
import { Input, Segments } from "../parts/forms.tsx";
import { Card, TableWrap, View } from "../parts/layout.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { setQuery, useQuery } from "../router.ts";
import { routePath } from "../routes.ts";
import { formatCount } from "../text/format.ts";
import { ShortText, Text } from "../text/text.tsx";
import { useSettled } from "../text/time.tsx";
import { dayColumns } from "./day-columns.ts";

interface Counts {
  readonly counts: readonly MessageCount[];
}

const typingMs = 200;
const daysOf: Readonly<Record<string, number>> = { week: 7, month: 30, quarter: 91 };

export function CountsView() {
  const query = useQuery();
  const span = query("span") || "week";
  const filter = useSettled(
    JSON.stringify({
      service: query("service"),
      message_type: query("message_type"),
      direction: query("direction"),
    }),
    typingMs,
  );
  const days = daysOf[span] ?? 7;
  const from = new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const fields = { ...(JSON.parse(filter) as Readonly<Record<string, string>>), from };
  const byDay = useResource<Counts>("/message_counts", { ...fields, by: "day" });
  const byType = useResource<Counts>("/message_counts", {
    ...fields,
    by: "direction,service,type",
  });
  useLiveReload(
    () => {
      byDay.reload();
      byType.reload();
    },
    ({ type }) => type.startsWith("message"),
    listPauseMs,
  );
  return (
    <View
      title="Counts"
      lead="Every message is counted once, by its day in UTC; messages that retention has removed too."
    >
      <div class="filters">
        <Segments
          name="Time"
          value={span}
          set={(value) => setQuery({ span: value === "week" ? undefined : value })}
          choices={[
            { value: "week", name: "7 days" },
            { value: "month", name: "30 days" },
            { value: "quarter", name: "91 days" },
          ]}
        />
        <Segments
          name="Direction"
          value={query("direction")}
          set={(value) => setQuery({ direction: value })}
          choices={[
            { value: "", name: "Both" },
            { value: "to_server", name: "In" },
            { value: "to_client", name: "Out" },
          ]}
        />
        <Input
          name="Service"
          value={query("service")}
          set={(value) => setQuery({ service: value })}
        />
        <Input
          name="Message type"
          value={query("message_type")}
          set={(value) => setQuery({ message_type: value })}
        />
      </div>
      <Card title="By day">
        <Loaded resource={byDay} action="The counts could not be read">
          {({ counts }) => <DayChart columns={dayColumns(counts, from, days)} />}
        </Loaded>
      </Card>
      <Card title="By service and type" flush>
        <Loaded resource={byType} action="The counts could not be read">
          {({ counts }) => (counts.length === 0 ? <NoCounts /> : <TypeTable counts={counts} />)}
        </Loaded>
      </Card>
    </View>
  );
}

function DayChart({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <>
      <Columns name="Messages by day" columns={columns} height={240} />
      <Legend
        entries={[
          { name: "processed", color: "1" },
          { name: "pending", color: "2" },
          { name: "failed", color: "bad" },
        ]}
      />
    </>
  );
}

/** More rows than anybody reads. */
const shownRows = 500;

function TypeTable({ counts }: { readonly counts: readonly MessageCount[] }) {
  const sorted = counts.toSorted((a, b) => b.stored - a.stored);
  return (
    <>
      <TableWrap name="Counts by service and type">
        <table>
          <thead>
            <tr>
              <th>Service</th>
              <th>Type</th>
              <th>Direction</th>
              <th class="number">Stored</th>
              <th class="number">Processed</th>
              <th class="number">Pending</th>
              <th class="number">Failed</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shownRows).map((row) => (
              <TypeRow
                row={row}
                key={`${row.direction ?? ""}/${row.service ?? ""}/${row.message_type ?? ""}`}
              />
            ))}
          </tbody>
        </table>
      </TableWrap>
      {sorted.length > shownRows && (
        <p class="foot">
          The {shownRows} most frequent of {formatCount(sorted.length)}; filter by service to see
          others.
        </p>
      )}
    </>
  );
}

function TypeRow({ row }: { readonly row: MessageCount }) {
  const { service = "", message_type: type = "", direction = "" } = row;
  const search = new URLSearchParams({ service, message_type: type, direction });
  return (
    <tr>
      <td>
        <Text value={service} most={60} />
      </td>
      <td>
        <a href={`${routePath("messages")}?${search.toString()}`}>
          {type === "" ? "no type" : <ShortText value={type} />}
        </a>
      </td>
      <td class="muted nowrap">{direction === "to_client" ? "out" : "in"}</td>
      <td class="number">{formatCount(row.stored)}</td>
      <td class="number">{formatCount(row.processed)}</td>
      <td class="number">{formatCount(row.pending)}</td>
      <td class="number">
        {row.failed > 0 ? <span class="chip bad">{formatCount(row.failed)}</span> : "0"}
      </td>
    </tr>
  );
}

function NoCounts() {
  return (
    <Empty icon="counts" title="Nothing was counted in this time">
      <p>
        Choose a longer time or fewer filters. Counting begins with the first message that a client
        sends or gets.
      </p>
    </Empty>
  );
}
