/** The fleet at one glance: how many, how fast, how healthy, and what somebody should look at. */
import type { Overview } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { AreaChart, Legend } from "../charts/area-chart.tsx";
import { Meter, ShareBars } from "../charts/bars.tsx";
import { useInterval } from "../live/use-interval.ts";
import { listPauseMs, useLiveReload } from "../live/use-live.ts";
import { Card, Facts, View } from "../parts/layout.tsx";
import { Loaded } from "../parts/states.tsx";
import { formatBytes, formatCount, formatMs, formatShort, formatTime } from "../text/format.ts";
import { Text } from "../text/text.tsx";
import { Ago } from "../text/time.tsx";
import { Activity } from "./overview/activity.tsx";
import { Alerts } from "./overview/alerts.tsx";
import { useCommitHistory } from "./overview/commit-history.ts";
import { useMedia } from "../parts/use-media.ts";
import { Figures } from "./overview/figures.tsx";

/** A point of the history is added so often. */
const refreshMs = 5000;

export function OverviewView() {
  const overview = useResource<Overview>("/overview");
  useInterval(overview.reload, refreshMs);
  useLiveReload(overview.reload, () => true, listPauseMs);
  const server = overview.data?.server;
  return (
    <View
      title="Overview"
      lead={
        server && (
          <>
            <Text value={server.name} most={60} /> · version{" "}
            <Text value={server.version} most={30} /> · started <Ago time={server.started_time} />
          </>
        )
      }
    >
      <Loaded resource={overview} action="The overview could not be read">
        {(data) => <OverviewContent overview={data} />}
      </Loaded>
    </View>
  );
}

function OverviewContent({ overview }: { readonly overview: Overview }) {
  const { rates } = overview;
  const tall = useMedia("(min-height: 1150px) and (min-width: 1300px)");
  return (
    <div class="stack">
      <Alerts alerts={overview.alerts} />
      <Figures overview={overview} />
      <div class="overview-charts">
        <Card title="Messages per second" note="the last 15 minutes">
          <AreaChart
            name="Messages per second"
            times={rates.history.map(({ time }) => time)}
            series={[
              { name: "in", color: "1", values: rates.history.map((point) => point.in) },
              { name: "out", color: "2", values: rates.history.map((point) => point.out) },
            ]}
            format={formatShort}
            height={tall ? 420 : 220}
          />
          <Legend
            entries={[
              { name: "in, from clients", color: "1" },
              { name: "out, to clients", color: "2" },
            ]}
          />
        </Card>
        <Card title="Happening now" note="as it happens">
          <Activity />
        </Card>
      </div>
      <div class="overview-rest">
        <Streams overview={overview} />
        <Storage overview={overview} />
        <Commits overview={overview} />
      </div>
    </div>
  );
}

function Streams({ overview: { streams } }: { readonly overview: Overview }) {
  const row = (name: string, value: number, color: string) => ({
    name,
    value,
    color,
    text: formatCount(value),
  });
  return (
    <Card title="Connections by transport">
      <ShareBars
        rows={[
          row("WebSocket", streams.websocket, "1"),
          row("Stream", streams.stream, "2"),
          row("Long poll", streams.long_poll, "3"),
          { ...row("Poll", streams.poll, "3"), text: `${formatShort(streams.poll)} / min` },
        ]}
      />
    </Card>
  );
}

/** Below so many times its floor a disk deserves a look. */
const nearFloor = 2;

function Storage({ overview: { disk, certificate } }: { readonly overview: Overview }) {
  const floor = disk?.floor_bytes ?? 0;
  const kind =
    disk === undefined || disk.free_bytes > nearFloor * floor
      ? ""
      : disk.free_bytes > floor
        ? "warn"
        : "bad";
  return (
    <Card title="Disk and certificate">
      <div class="stack">
        {disk && (
          <div>
            <div class="progress-text">
              <strong>{formatBytes(disk.free_bytes)} free</strong>
              <span class="muted">of {formatBytes(disk.total_bytes)}</span>
            </div>
            <Meter
              name="Disk in use"
              kind={kind}
              share={1 - disk.free_bytes / Math.max(1, disk.total_bytes)}
              text={`${formatBytes(disk.total_bytes - disk.free_bytes)} of ${formatBytes(disk.total_bytes)} used`}
            />
          </div>
        )}
        <Facts
          rows={[
            ["Database", disk && formatBytes(disk.database_bytes)],
            ["Floor", floor > 0 && `nothing is accepted below ${formatBytes(floor)} free`],
            [
              "Certificate",
              certificate && (
                <span title={formatTime(certificate.expires_time)}>
                  {certificate.days_left < 0
                    ? "has expired"
                    : `${formatCount(certificate.days_left)} days left`}
                </span>
              ),
            ],
          ]}
        />
      </div>
    </Card>
  );
}

function Commits({ overview }: { readonly overview: Overview }) {
  const { commit, messages } = overview;
  const history = useCommitHistory(overview);
  return (
    <Card title="Commits" note={`${formatShort(commit.per_second)} per second`}>
      <div class="stack">
        {history.length < 2 ? (
          <p class="muted small">A chart appears here while the page is open.</p>
        ) : (
          <AreaChart
            name="Commit time"
            times={history.map(({ time }) => time)}
            series={[
              { name: "99 of 100 under", color: "3", values: history.map(({ p99 }) => p99) },
              { name: "half under", color: "1", values: history.map(({ p50 }) => p50) },
            ]}
            format={formatMs}
            height={110}
          />
        )}
        <Facts
          rows={[
            ["Half under", formatMs(commit.p50_ms)],
            ["99 of 100 under", formatMs(commit.p99_ms)],
            ["Stored today", `${formatCount(messages.stored_today)} messages`],
          ]}
        />
      </div>
    </Card>
  );
}
