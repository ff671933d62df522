/** One event of the stream, checked. Pure. */
import { isRecord } from "../api/problem.ts";

export interface LiveEvent {
  readonly type: string;
  readonly time: string;
  readonly client_id: string | undefined;
  readonly message_id: string | undefined;
  readonly broadcast_id: string | undefined;
  /** Everything it says. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** @param data text of one event. @returns undefined for what is none. */
export function parseEvent(data: unknown, named: string): LiveEvent | undefined {
  let facts: unknown;
  try {
    facts = typeof data === "string" ? (JSON.parse(data) as unknown) : undefined;
  } catch {
    return undefined;
  }
  if (!isRecord(facts)) return undefined;
  const text = (name: string) => {
    const value = facts[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    type: text("type") ?? named,
    time: text("time") ?? "",
    client_id: text("client_id"),
    message_id: text("message_id"),
    broadcast_id: text("broadcast_id"),
    facts,
  };
}
