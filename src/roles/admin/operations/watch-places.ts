/** How many may watch at once: all together, and one credential alone, which does not take every place from the others. */
import type { Caller } from "../../../core/caller.ts";
import { FleetError } from "../../../core/errors.ts";

const maxWatchers = 100;
const maxOfOne = 50;

export class WatchPlaces {
  readonly #what: string;
  readonly #held = new Set<{ readonly holder: string | undefined }>();

  /** @param what they watch, as the message says it. */
  constructor(what: string) {
    this.#what = what;
  }

  /**
   * @returns to be called when the watch is over: a caller that it was ended for never goes, as its signal sees it.
   * @throws resource_exhausted when as many watch already as may.
   */
  enter({ credentialId, serial }: Caller, signal: AbortSignal): () => void {
    const holder = credentialId ?? serial;
    if (this.#held.size >= maxWatchers)
      throw this.#full(`${maxWatchers} callers watch ${this.#what} already`);
    if (holder !== undefined && this.#countOf(holder) >= maxOfOne)
      throw this.#full(`you watch ${this.#what} ${maxOfOne} times already`);
    const place = { holder };
    const leave = () => {
      this.#held.delete(place);
      // The signal may go on for as long as the server: what listens to it stays.
      signal.removeEventListener("abort", leave);
    };
    if (signal.aborted) return leave;
    this.#held.add(place);
    signal.addEventListener("abort", leave, { once: true });
    return leave;
  }

  #countOf(holder: string): number {
    return [...this.#held].filter((place) => place.holder === holder).length;
  }

  #full(message: string): FleetError {
    return new FleetError("resource_exhausted", message, {
      hint: "End some of them. Messages can be listed meanwhile, without their payloads.",
    });
  }
}
