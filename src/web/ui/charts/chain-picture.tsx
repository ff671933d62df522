/** Draws the chain of nonces beside the list of contacts: one knot for each row. */
import type { ChainKnot } from "./chain.ts";

const laneWidth = 18;
/** More than this many histories are one clutter. */
const maxLanes = 8;

/** @param rowHeight in pixels, of each row of the list. */
export function ChainPicture(props: {
  readonly knots: readonly ChainKnot[];
  readonly rowHeight: number;
}) {
  const { knots, rowHeight } = props;
  const lanes = Math.min(maxLanes, Math.max(1, ...knots.map(({ lane }) => lane + 1)));
  const width = lanes * laneWidth + 8;
  const height = knots.length * rowHeight;
  const x = (lane: number) => laneWidth / 2 + 4 + Math.min(lane, maxLanes - 1) * laneWidth;
  const y = (row: number) => (row + 0.5) * rowHeight;
  const splits = knots.filter(({ kind }) => kind === "splits").length;
  const words =
    splits === 0
      ? "each contact continues the one before"
      : `${splits} of ${knots.length} contacts split off`;
  return (
    <svg
      class="chain"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Chain of nonces: ${words}`}
    >
      {knots.map((knot) => {
        const parent = knots.find(({ row }) => row === knot.parent);
        if (parent === undefined) {
          return knot.kind === "unknown" ? (
            <line
              class="chain-line"
              key={knot.row}
              x1={x(knot.lane)}
              x2={x(knot.lane)}
              y1={y(knot.row)}
              y2={height}
            />
          ) : null;
        }
        const [x1, y1, x2, y2] = [x(knot.lane), y(knot.row), x(parent.lane), y(parent.row)];
        const bend = Math.min(rowHeight, y2 - y1);
        const path =
          x1 === x2
            ? `M${x1} ${y1}V${y2}`
            : `M${x1} ${y1}V${y2 - bend}C${x1} ${y2 - bend / 2} ${x2} ${y2 - bend / 2} ${x2} ${y2}`;
        return (
          <path
            class={`chain-line ${knot.kind === "splits" ? "split" : ""}`}
            key={knot.row}
            d={path}
          />
        );
      })}
      {knots.map(({ row, lane, kind }) => (
        <circle
          class={`chain-knot ${kind === "splits" ? "split" : kind === "first" ? "first" : ""}`}
          key={row}
          cx={x(lane)}
          cy={y(row)}
          r={5}
        />
      ))}
    </svg>
  );
}
