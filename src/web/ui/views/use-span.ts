/** A stretch of time that ends now, as the start of it for the API: the same until it is renewed. */
import { useState } from "preact/hooks";

const spanMs: Readonly<Record<string, number>> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

export function useSpan(span: string) {
  const [now, setNow] = useState(() => Date.now());
  const start = new Date(now - (spanMs[span] ?? 86_400_000)).toISOString();
  return { start, renew: () => setNow(Date.now()) };
}
