/** Numbers to places in a chart. Pure. */

/**
 * Round steps from 0 to at least `most`: [0, 50, 100].
 * @param whole of things that are not divided.
 */
export function niceTicks(most: number, count: number, whole = false): number[] {
  const top = Number.isFinite(most) && most > 0 ? most : 1;
  const rough = whole ? Math.max(1, top / count) : top / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factors = whole && power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = (factors.find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks = [];
  for (let index = 0; (index === 0 ? 0 : (index - 1) * step) < top; index += 1)
    ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}

/** An SVG path through the points; a gap (undefined) begins anew. */
export function linePath(points: readonly (readonly [number, number] | undefined)[]): string {
  let path = "";
  let inside = false;
  for (const point of points) {
    if (point !== undefined) path += `${inside ? "L" : "M"}${place(point[0])} ${place(point[1])}`;
    inside = point !== undefined;
  }
  return path;
}

/** The same, closed along the base line. */
export function areaPath(points: readonly (readonly [number, number])[], base: number): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  return `${linePath(points)}L${place(last[0])} ${place(base)}L${place(first[0])} ${place(base)}Z`;
}

function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}
