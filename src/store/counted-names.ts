/**
 * By which names a message is counted, the same in every store: its own, as long as its day has not too many of them
 * (reports.ts, otherName).
 */
import type { IdentifiedMessage } from "../core/message.ts";
import {
  maxCountedNames,
  maxCountedTypes,
  otherName,
  type MessageDirection,
  type MessageState,
} from "./reports.ts";

const secondsOfDay = 86_400;

export interface CountedName {
  readonly direction: MessageDirection;
  readonly serviceName: string;
  readonly messageType: string;
}

/** What a day counts by name already. */
export interface NamesOfDay {
  has(name: CountedName): boolean;
  /** How many types of this direction and service are counted by name. */
  types(direction: MessageDirection, serviceName: string): number;
  /** How many names of all kinds; those with otherName do not count. */
  readonly total: number;
}

/** @returns days since the epoch, UTC */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / secondsOfDay);
}

export function nameOf({ destination, messageType }: IdentifiedMessage): CountedName {
  return {
    direction: destination.clientId === undefined ? "to_server" : "to_client",
    serviceName: destination.serviceName,
    messageType,
  };
}

/** The name itself, or one with otherName in it. */
export function countedName(name: CountedName, day: NamesOfDay): CountedName {
  if (day.has(name)) return name;
  const { direction, serviceName } = name;
  if (day.total >= maxCountedNames)
    return { direction, serviceName: otherName, messageType: otherName };
  if (day.types(direction, serviceName) >= maxCountedTypes)
    return { direction, serviceName, messageType: otherName };
  return name;
}

export function stateOf(result: { readonly failed: boolean } | undefined): MessageState {
  if (result === undefined) return "pending";
  return result.failed ? "failed" : "processed";
}
