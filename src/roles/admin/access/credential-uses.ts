/** What is open by a credential, and when its use was noted last: every use of one shares a signal that ends them all. */
import { setMaxListeners } from "node:events";

import type { Clock } from "../../../core/clock.ts";
import type { CredentialId } from "../../../core/credential.ts";
import { FleetError } from "../../../core/errors.ts";

/** Uses are noted so often. */
const noteMs = 60_000;
/** Longer waits are made of shorter ones. */
const maxTimerMs = 24 * 3_600_000;

interface Use {
  readonly ended: AbortController;
  /** How many look it up, or were let in. */
  holders: number;
  /** By the clock's elapsed time. */
  noted: number | undefined;
  expiry: Disposable | undefined;
}

export class CredentialUses implements Disposable {
  readonly #clock: Clock;
  readonly #uses = new Map<CredentialId, Use>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * To be called before the credential is looked up, so that one that is revoked meanwhile is cut too.
   * @returns undo, for one that lets nobody in.
   */
  hold(credentialId: CredentialId): { readonly signal: AbortSignal; readonly undo: () => void } {
    const use = this.#uses.get(credentialId) ?? this.#add(credentialId);
    use.holders += 1;
    const undo = () => {
      use.holders -= 1;
      // Whoever was wrong leaves it to those who are looked up at the same time and are right.
      if (use.holders === 0 && this.#uses.get(credentialId) === use)
        this.#uses.delete(credentialId);
    };
    return { signal: use.ended.signal, undo };
  }

  #add(credentialId: CredentialId): Use {
    const ended = new AbortController();
    // One listener for each stream that is open with it.
    setMaxListeners(0, ended.signal);
    const use: Use = { ended, holders: 0, noted: undefined, expiry: undefined };
    this.#uses.set(credentialId, use);
    return use;
  }

  /** Cuts it then. @param expiresMs milliseconds since the epoch; undefined: never. */
  expireAt(credentialId: CredentialId, expiresMs: number | undefined): void {
    const use = this.#uses.get(credentialId);
    if (use && !use.expiry && expiresMs !== undefined) this.#expire(credentialId, use, expiresMs);
  }

  /** Whether its use is to be noted now: once a minute. */
  isToBeNoted(credentialId: CredentialId): boolean {
    const use = this.#uses.get(credentialId);
    const now = this.#clock.elapsed();
    if (!use || (use.noted !== undefined && now - use.noted < noteMs)) return false;
    use.noted = now;
    return true;
  }

  /** Ends what is open by it. */
  cut(credentialId: CredentialId): void {
    const use = this.#uses.get(credentialId);
    this.#uses.delete(credentialId);
    use?.expiry?.[Symbol.dispose]();
    use?.ended.abort(new FleetError("unauthenticated", "the credential is worth nothing any more"));
  }

  [Symbol.dispose](): void {
    for (const credentialId of this.#uses.keys()) this.cut(credentialId);
  }

  #expire(credentialId: CredentialId, use: Use, expiresMs: number): void {
    const leftMs = expiresMs - this.#clock.now();
    if (leftMs <= 0) return this.cut(credentialId);
    use.expiry = this.#clock.after(Math.min(leftMs, maxTimerMs), () =>
      this.#expire(credentialId, use, expiresMs),
    );
  }
}
