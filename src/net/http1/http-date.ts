/**
 * Dates of HTTP (RFC 9110 5.6.7), remembered for the second.
 */
let second = Number.NaN;
let text = "";

/** "Sun, 06 Nov 1994 08:49:37 GMT". @param ms since the Unix epoch. */
export function httpDate(ms: number): string {
  const now = Math.floor(ms / 1000);
  if (now !== second) {
    second = now;
    text = new Date(ms).toUTCString();
  }
  return text;
}

const fixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850 = /^[A-Z][a-z]{5,8}, (\d{2})-([A-Z][a-z]{2})-(\d{2}) (\d{2}:\d{2}:\d{2}) GMT$/;
const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

/**
 * A date in any of the three formats, in whole seconds; undefined for anything else.
 * @param now milliseconds since the epoch: a two-digit year is at most 50 years ahead of it. @returns the same.
 */
export function parseHttpDate(value: string, now: number): number | undefined {
  const ms = Date.parse(toFixdate(value, now) ?? "");
  return Number.isNaN(ms) ? undefined : ms;
}

function toFixdate(value: string, now: number): string | undefined {
  if (fixdate.test(value)) return value;
  const short = rfc850.exec(value);
  if (short) return `${short[1]} ${short[2]} ${fullYear(Number(short[3]), now)} ${short[4]} GMT`;
  const c = asctime.exec(value);
  return c ? `${c[2]} ${c[1]} ${c[4]} ${c[3]} GMT` : undefined;
}

function fullYear(twoDigits: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}
