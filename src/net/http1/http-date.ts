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
