/**
 * Counts of messages in memory, changed with the messages. Inside a transaction.
 */
import type { IdentifiedMessage } from "../../core/message.ts";
import {
  countedName,
  dayOf,
  nameOf,
  stateOf,
  type CountedName,
  type NamesOfDay,
} from "../counted-names.ts";
import { otherName, type MessageState } from "../reports.ts";
import type { MemoryState, TallyKey } from "./state.ts";

const keyOf = (day: number, { direction, serviceName, messageType }: CountedName) =>
  JSON.stringify([day, direction, serviceName, messageType]) as TallyKey;

function namesOf({ tallies }: MemoryState, day: number): NamesOfDay {
  const named = tallies.rows().filter((row) => row.day === day && row.messageType !== otherName);
  return {
    has: (name) => tallies.has(keyOf(day, name)),
    types: (direction, serviceName) =>
      named.filter((row) => row.direction === direction && row.serviceName === serviceName).length,
    total: named.length,
  };
}

/** @returns where the message is counted from now on. */
export function countStored(state: MemoryState, message: IdentifiedMessage): TallyKey {
  const day = dayOf(message.creationTime.seconds);
  const name = countedName(nameOf(message), namesOf(state, day));
  const key = keyOf(day, name);
  const none = { day, ...name, pending: 0, processed: 0, failed: 0 };
  state.tallies.set(key, state.tallies.get(key) ?? none);
  add(state, key, stateOf(message.result), 1);
  return key;
}

export function countMoved(
  state: MemoryState,
  key: TallyKey,
  from: MessageState,
  to: MessageState,
): void {
  add(state, key, from, -1);
  add(state, key, to, 1);
}

function add({ tallies }: MemoryState, key: TallyKey, figure: MessageState, change: number): void {
  const row = tallies.get(key);
  if (row) tallies.set(key, { ...row, [figure]: row[figure] + change });
}
