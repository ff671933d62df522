/** What the operations share: bounds of answers, and times of requests. */
import { FleetError } from "../../../core/errors.ts";
import { type Micros, type Timestamp, microsFromTimestamp } from "../../../core/time.ts";

/** Rows read from the store at once. */
export const pageRows = 1000;
/** An answer in one piece has at most so many; who wants more takes the streaming method. */
export const maxListRows = 100_000;

/** Everything of an iterable, as an array. @throws resource_exhausted beyond maxListRows. */
export async function collect<T>(
  what: string,
  items: AsyncIterable<T>,
  hint: string,
): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) {
    if (all.length >= maxListRows) {
      throw new FleetError(
        "resource_exhausted",
        `cannot list over ${maxListRows} ${what} in one answer`,
        {
          hint,
        },
      );
    }
    all.push(item);
  }
  return all;
}

/** @throws invalid_argument for a time that no clock shows. */
export function microsOf(what: string, time: Timestamp): Micros {
  const micros = microsFromTimestamp(time);
  if (Number.isSafeInteger(micros)) return micros;
  throw new FleetError("invalid_argument", `${what} of ${time.seconds} seconds is out of range`);
}

/** A uint64 of a request as a number. @throws invalid_argument over 2^53. */
export function countOf(what: string, count: bigint): number {
  if (count <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(count);
  throw new FleetError("invalid_argument", `${what} of ${count} is out of range`);
}
