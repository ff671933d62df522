/** What a client's services took of its machine, as charts: CPU and memory, one pair for each service. */
import { pathOf } from "../../api/client.ts";
import type { ResourceUsage } from "../../api/types.ts";
import { useResource } from "../../api/use-resource.ts";
import { AreaChart, Legend } from "../../charts/area-chart.tsx";
import { useInterval } from "../../live/use-interval.ts";
import { Segments } from "../../parts/forms.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Card } from "../../parts/layout.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { setQuery, useQuery } from "../../router.ts";
import { formatShort } from "../../text/format.ts";
import { visibleText } from "../../text/visible.ts";
import { useSpan } from "../use-span.ts";

const refreshMs = 30_000;

interface UsageAnswer {
  readonly records: readonly ResourceUsage[];
  readonly next_cursor?: string;
}

export function ClientUsage({ id }: { readonly id: string }) {
  const span = useQuery()("span") || "day";
  const { start, renew } = useSpan(span);
  const usage = useResource<UsageAnswer>(pathOf("clients", id, "resource_usage"), {
    start,
    limit: 10_000,
  });
  useInterval(renew, refreshMs);
  return (
    <div class="stack">
      <div class="filters">
        <Segments
          name="Time"
          value={span}
          set={(value) => setQuery({ span: value })}
          choices={[
            { value: "hour", name: "Last hour" },
            { value: "day", name: "Last day" },
            { value: "week", name: "Last week" },
          ]}
        />
      </div>
      <Loaded resource={usage} action="The figures could not be read">
        {({ records, next_cursor: more }) => (
          <div class="stack">
            {more !== undefined && <TooMuch />}
            {records.length === 0 ? <NoUsage /> : <ScopeCharts records={records} />}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function TooMuch() {
  return (
    <div class="notice info">
      <Icon name="info" />
      <div>
        <p>
          The services have reported more than is drawn at once: the end of this time is missing.
        </p>
        <p class="hint">Choose a shorter time.</p>
      </div>
    </div>
  );
}

function NoUsage() {
  return (
    <div class="card">
      <Empty icon="counts" title="Nothing was reported in this time">
        <p>
          Clients report the use of CPU and memory of themselves and of their daemon services every
          ten minutes. Choose a longer time, or wait.
        </p>
      </Empty>
    </div>
  );
}

function ScopeCharts({ records }: { readonly records: readonly ResourceUsage[] }) {
  const scopes = Map.groupBy(records, ({ scope }) => scope);
  return (
    <div class="grid" style={{ "--least": "26rem" }}>
      {[...scopes].map(([scope, of]) => (
        <ScopeChart scope={scope} records={of} key={scope} />
      ))}
    </div>
  );
}

function ScopeChart({
  scope,
  records,
}: {
  readonly scope: string;
  readonly records: readonly ResourceUsage[];
}) {
  const times = records.map(({ server_time: time }) => time);
  const name = scope === "system" ? "The client itself" : visibleText(scope).slice(0, 80);
  // Milliseconds of CPU per second are thousandths of one processor.
  const percent = (value: number) => `${formatShort(value / 10)} %`;
  const mib = (value: number) => `${formatShort(value)} MiB`;
  return (
    <Card title={name}>
      <div class="stack tight">
        <h3>CPU, of one processor</h3>
        <AreaChart
          name={`CPU of ${name}`}
          times={times}
          format={percent}
          height={120}
          series={[
            { name: "user", color: "1", values: records.map((each) => each.mean_user_cpu_rate) },
            {
              name: "system",
              color: "2",
              values: records.map((each) => each.mean_system_cpu_rate),
            },
          ]}
        />
        <Legend
          entries={[
            { name: "user", color: "1" },
            { name: "system", color: "2" },
          ]}
        />
        <h3>Memory, resident</h3>
        <AreaChart
          name={`Memory of ${name}`}
          times={times}
          format={mib}
          height={120}
          series={[
            {
              name: "highest",
              color: "3",
              values: records.map((each) => each.max_resident_memory_mib),
            },
          ]}
        />
      </div>
    </Card>
  );
}
