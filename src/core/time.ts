/**
 * Points in time as the wire and the database hold them, and the way between the two.
 */

/** Microseconds since the Unix epoch, a safe integer until the year 2255. */
export type Micros = number;

/** google.protobuf.Timestamp: any point between the years 1 and 9999; nanos is 0…999,999,999 and counts forward. */
export interface Timestamp {
  readonly seconds: number;
  readonly nanos: number;
}

/** @param ms milliseconds since the epoch, as Clock.now() gives them. */
export function timestampFromMs(ms: number): Timestamp {
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanos: Math.round((ms - seconds * 1000) * 1e6) };
}

/** Rounds down to the millisecond. */
export function msFromTimestamp(time: Timestamp): number {
  return time.seconds * 1000 + Math.floor(time.nanos / 1e6);
}

export function timestampFromMicros(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / 1e6);
  return { seconds, nanos: (micros - seconds * 1e6) * 1000 };
}

/** Rounds down to the microsecond. */
export function microsFromTimestamp(time: Timestamp): Micros {
  return time.seconds * 1e6 + Math.floor(time.nanos / 1000);
}

export function microsFromMs(ms: number): Micros {
  return Math.floor(ms * 1000);
}
