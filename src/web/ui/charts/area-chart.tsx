/** Values over time as lines on a ground, with what is under the pointer. */
import { useState } from "preact/hooks";

import { formatClock, formatTime } from "../text/format.ts";
import { areaPath, linePath, niceTicks } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface Series {
  readonly name: string;
  /** Its colour: "1", "2", "3" or "bad". */
  readonly color: string;
  readonly values: readonly number[];
}

interface AreaChartProps {
  /** Said to those who do not see it. */
  readonly name: string;
  /** RFC 3339, one for each value. */
  readonly times: readonly string[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  readonly height?: number;
  /** The least that the scale shows. */
  readonly least?: number;
}

const margin = { top: 8, right: 2, bottom: 20, left: 44 };

export function AreaChart(props: AreaChartProps) {
  const { name, times, series, format, height = 180, least = 1 } = props;
  const { element, width } = useWidth<HTMLDivElement>(600);
  const [hovered, setHovered] = useState<number | undefined>(undefined);
  const inner = {
    width: Math.max(10, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const ticks = niceTicks(Math.max(least, ...series.flatMap(({ values }) => values)), 3);
  const top = ticks.at(-1) ?? 1;
  const x = (index: number) =>
    margin.left + (times.length < 2 ? 0 : (index / (times.length - 1)) * inner.width);
  const y = (value: number) => margin.top + inner.height * (1 - value / top);
  const last = series.map(({ name: part, values }) => `${part} ${format(values.at(-1) ?? 0)}`);
  return (
    <div
      class="chart"
      ref={element}
      onPointerMove={(event) => {
        const at =
          event.clientX - (element.current?.getBoundingClientRect().left ?? 0) - margin.left;
        const index = Math.round((at / inner.width) * (times.length - 1));
        setHovered(index >= 0 && index < times.length ? index : undefined);
      }}
      onPointerLeave={() => setHovered(undefined)}
    >
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${name}: now ${last.join(", ")}`}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? "chart-base" : "chart-grid"}
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={margin.left - 8} y={y(tick) + 4} text-anchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {times.length > 1 && (
          <>
            <text x={margin.left} y={height - 4}>
              {edgeTime(times, 0)}
            </text>
            <text x={width - margin.right} y={height - 4} text-anchor="end">
              {edgeTime(times, -1)}
            </text>
          </>
        )}
        {series.map(({ name: part, color, values }) => {
          const points = values.map((value, index) => [x(index), y(value)] as const);
          return (
            <g class={`series-${color}`} key={part}>
              <path class="chart-area" d={areaPath(points, y(0))} />
              <path class="chart-line" d={linePath(points)} />
              {hovered !== undefined && (
                <circle class="chart-point" cx={x(hovered)} cy={y(values[hovered] ?? 0)} r={3.5} />
              )}
            </g>
          );
        })}
        {hovered !== undefined && (
          <line class="chart-cross" x1={x(hovered)} x2={x(hovered)} y1={margin.top} y2={y(0)} />
        )}
      </svg>
      {hovered !== undefined && (
        <div
          class="chart-tip"
          style={{ left: `${Math.max(0, Math.min(x(hovered) + 8, width - 170))}px` }}
        >
          <div class="faint">{formatTime(times[hovered] ?? "")}</div>
          {series.map(({ name: part, values }) => (
            <div key={part}>
              {part} <strong>{format(values[hovered] ?? 0)}</strong>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const dayMs = 86_400_000;

/** Of the first or the last value; with its day where the chart reaches over one. */
function edgeTime(times: readonly string[], index: number): string {
  const [first = "", last = ""] = [times[0], times.at(-1)];
  const time = times.at(index) ?? "";
  const isLong = Date.parse(last) - Date.parse(first) > dayMs / 2;
  return isLong ? formatTime(time).slice(5, 16) : formatClock(time);
}

export function Legend({
  entries,
}: {
  readonly entries: readonly { readonly name: string; readonly color: string }[];
}) {
  return (
    <ul class="legend">
      {entries.map(({ name, color }) => (
        <li class={`series-${color}`} key={name}>
          <span class="legend-key" />
          {name}
        </li>
      ))}
    </ul>
  );
}
