/** How often an address shows what is worth nothing. What is worth something is let in all the same: no secret can be guessed. */
import type { Clock } from "../../../core/clock.ts";

const windowMs = 60_000;
/** Counted one by one; with more, whoever comes new is counted together with the others. */
const maxAddresses = 10_000;
const others = "others";

export class FailureLimit {
  readonly #clock: Clock;
  readonly #failures = new Map<string, number>();
  #windowStart: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#windowStart = clock.elapsed();
  }

  /** @returns how many failures of that address there were in this minute. */
  count(address: string): number {
    this.#renew();
    const key = this.#keyOf(address);
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    return failures;
  }

  #renew(): void {
    const now = this.#clock.elapsed();
    if (now - this.#windowStart < windowMs) return;
    this.#windowStart = now;
    this.#failures.clear();
  }

  #keyOf(address: string): string {
    const key = networkOf(address);
    return this.#failures.has(key) || this.#failures.size < maxAddresses ? key : others;
  }
}

/** An address without its port; of IPv6 the /64, of which one machine may have every address. */
export function networkOf(address: string): string {
  const host = address
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .replace(/^::ffff:(?=[0-9.]+$)/i, "");
  if (!host.includes(":")) return host;
  const [head = "", tail] = host.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
