/**
 * Tables for people, and times in them. Nothing that a client chose reaches a terminal as it is. JSON is in text.ts.
 */
import { msFromTimestamp, type Timestamp } from "../../core/time.ts";
import { showText } from "../../observability/log.ts";

/** A column of a table: its heading, and the text of a row in it. */
export interface Column<Row> {
  readonly heading: string;
  readonly text: (row: Row) => string;
}

/** Lines of left-aligned columns under their headings, each ended. Every cell is made harmless. */
export function formatTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ heading }) => heading)];
  for (const row of rows) lines.push(columns.map(({ text }) => showCell(text(row))));
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  return lines.map((line) => `${padLine(line, widths)}\n`).join("");
}

function padLine(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join("  ")
    .trimEnd();
}

function showCell(text: string): string {
  return text === "" ? "-" : showText(text);
}

/** RFC 3339, in UTC, to the millisecond; undefined for a time that no clock shows. */
export function isoTime(time: Timestamp | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(msFromTimestamp(time));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** How long ago, for people: "12 s ago". */
export function showAge(time: Timestamp | undefined, nowMs: number): string {
  if (time === undefined) return "never";
  const seconds = Math.max(0, Math.round((nowMs - msFromTimestamp(time)) / 1000));
  return `${showSeconds(seconds)} ago`;
}

function showSeconds(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}
