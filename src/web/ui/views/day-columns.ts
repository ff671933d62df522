/** Counts by day as columns of a chart, days without a message too. Pure. */
import type { MessageCount } from "../api/types.ts";
import type { Column } from "../charts/column.ts";

/** @param from the first day, "2026-11-21"; clients may claim days outside of this stretch, which are left out. */
export function dayColumns(counts: readonly MessageCount[], from: string, days: number): Column[] {
  const byDay = new Map(counts.map((count) => [count.day, count]));
  const first = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => {
    const name = new Date(first + index * 86_400_000).toISOString().slice(0, 10);
    const { processed = 0, pending = 0, failed = 0 } = byDay.get(name) ?? {};
    return {
      name,
      parts: [
        { name: "processed", color: "1", value: processed },
        { name: "pending", color: "2", value: pending },
        { name: "failed", color: "bad", value: failed },
      ],
    };
  });
}
