/**
 * What a filter of a listing asks of message rows, as parts of SQL.
 */
import { timestampFromMicros } from "../../core/time.ts";
import type { MessageFilter } from "../reports.ts";
import type { Condition } from "./message-lanes.ts";

/** `failed` of a message row. */
export const failedColumn = { pending: null, processed: 0, failed: 1 } as const;

export function nameChecks({ serviceName, messageType }: MessageFilter): Condition[] {
  const checks: Condition[] = [];
  if (serviceName !== undefined) checks.push({ sql: "m.service = ?", values: [serviceName] });
  if (messageType !== undefined) checks.push({ sql: "m.message_type = ?", values: [messageType] });
  return checks;
}

export function stateChecks({ state }: MessageFilter): Condition[] {
  return state === undefined ? [] : [{ sql: "m.failed IS ?", values: [failedColumn[state]] }];
}

export function all(conditions: readonly Condition[]): Condition | undefined {
  if (conditions.length === 0) return undefined;
  return {
    sql: conditions.map(({ sql }) => sql).join(" AND "),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** No message that passes is younger. Seconds. */
export function newestOf({ createdBefore }: MessageFilter): number {
  return createdBefore === undefined
    ? Number.MAX_SAFE_INTEGER
    : timestampFromMicros(createdBefore).seconds;
}

/** The nanos, which no index has, are looked at in the first and the last second only. */
export function withTimes(
  { sql, values }: Condition,
  { createdFrom, createdBefore }: MessageFilter,
): Condition {
  const texts = [sql];
  const all = [...values];
  if (createdFrom !== undefined) {
    const { seconds, nanos } = timestampFromMicros(createdFrom);
    texts.push("creation_seconds >= ? AND (creation_seconds > ? OR creation_nanos >= ?)");
    all.push(seconds, seconds, nanos);
  }
  if (createdBefore !== undefined) {
    const { seconds, nanos } = timestampFromMicros(createdBefore);
    texts.push("creation_seconds <= ? AND (creation_seconds < ? OR creation_nanos < ?)");
    all.push(seconds, seconds, nanos);
  }
  return { sql: texts.join(" AND "), values: all };
}
