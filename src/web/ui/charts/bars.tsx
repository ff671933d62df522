/** Bars: shares side by side, one measure, and columns over days. */
import type { Column } from "./column.ts";
import { useWidth } from "./use-width.ts";
import { niceTicks } from "./scale.ts";
import { formatShort } from "../text/format.ts";

export function ShareBars(props: {
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    readonly text: string;
    readonly color: string;
  }[];
}) {
  const most = Math.max(1, ...props.rows.map(({ value }) => value));
  return (
    <ul class="bars">
      {props.rows.map(({ name, value, text, color }) => (
        <li class={`series-${color}`} key={name}>
          <span class="muted">{name}</span>
          <span class="bar" aria-hidden="true">
            <span style={{ width: `${(value / most) * 100}%` }} />
          </span>
          <span class="number nowrap">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** @param share 0 to 1. */
export function Meter(props: {
  readonly name: string;
  readonly share: number;
  readonly kind?: "" | "warn" | "bad";
  readonly text: string;
}) {
  const percent = Math.max(0, Math.min(100, props.share * 100));
  return (
    <div
      class={`bar tall ${props.kind ?? ""}`}
      role="progressbar"
      aria-label={props.name}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={props.text}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}

const margin = { top: 8, right: 2, bottom: 20, left: 44 };

/** One column for each day. */
export function Columns(props: {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly height?: number;
}) {
  const { columns, height = 200 } = props;
  const { element, width } = useWidth<HTMLDivElement>(600);
  const sums = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const ticks = niceTicks(Math.max(1, ...sums), 4, true);
  const top = ticks.at(-1) ?? 1;
  const bottom = height - margin.bottom;
  const unit = (bottom - margin.top) / top;
  const step = (width - margin.left - margin.right) / Math.max(1, columns.length);
  const thick = Math.min(48, step * 0.7);
  const every = Math.ceil(columns.length / Math.max(1, Math.floor(width / 90)));
  return (
    <div class="chart" ref={element}>
      <svg height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.name}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? "chart-base" : "chart-grid"}
              x1={margin.left}
              x2={width - margin.right}
              y1={bottom - tick * unit}
              y2={bottom - tick * unit}
            />
            <text x={margin.left - 8} y={bottom - tick * unit + 4} text-anchor="end">
              {formatShort(tick)}
            </text>
          </g>
        ))}
        {columns.map(({ name, parts }, index) => {
          const middle = margin.left + step * (index + 0.5);
          let from = bottom;
          return (
            <g key={name}>
              <title>{`${name}: ${parts.map((part) => `${formatShort(part.value)} ${part.name}`).join(", ")}`}</title>
              {parts.map((part) => {
                from -= part.value * unit;
                return (
                  <rect
                    class={`chart-bar series-${part.color}`}
                    key={part.name}
                    x={middle - thick / 2}
                    y={from}
                    width={thick}
                    height={part.value * unit}
                  />
                );
              })}
              {index % every === 0 && (
                <text x={middle} y={height - 4} text-anchor="middle">
                  {name.slice(5)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
