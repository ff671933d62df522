/**
 * Wakes a loop that waits for something to do. Rung while nobody waits, the next wait returns at once.
 */

export class Bell {
  #rung = false;
  #waiting: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#waiting?.();
  }

  /** Resolves when it is rung; rejects with the signal's reason when that is aborted. For one waiter at a time. */
  wait(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#rung) {
      this.#rung = false;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        this.#waiting = undefined;
        signal.removeEventListener("abort", onAbort);
      };
      const onAbort = (): void => {
        finish();
        reject(signal.reason);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting = () => {
        finish();
        this.#rung = false;
        resolve();
      };
    });
  }
}
