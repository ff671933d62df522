/**
 * What all unfinished bodies of this process may hold in memory together (ours.md 5).
 *
 * Above it reading pauses, so that the peers wait, and new bodies are refused. One body at a time may go on, the one that
 * has waited longest: else all that are half here would wait for each other.
 */
import { FleetError } from "../core/errors.ts";

export const defaultBodyBudgetBytes = 256 * 1024 * 1024;

export interface BodyBudgetOptions {
  readonly maxBytes: number;
}

export class BodyBudget {
  readonly #maxBytes: number;
  readonly #waiting: {
    readonly account: BodyAccount;
    readonly resolve: () => void;
  }[] = [];
  #usedBytes = 0;
  #goesOn: BodyAccount | undefined;

  constructor(options: BodyBudgetOptions = { maxBytes: defaultBodyBudgetBytes }) {
    this.#maxBytes = options.maxBytes;
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** For one body; to be disposed when it is no longer held. @throws resource_exhausted (503) when there is no room. */
  open(): BodyAccount {
    if (this.#usedBytes >= this.#maxBytes) {
      throw new FleetError(
        "resource_exhausted",
        `unfinished bodies hold ${this.#usedBytes} bytes already`,
      );
    }
    return new BodyAccount(this);
  }

  /** For accounts. */
  change(account: BodyAccount, bytes: number): void {
    this.#usedBytes += bytes;
    if (account === this.#goesOn && account.bytes === 0) this.#goesOn = undefined;
    if (bytes < 0) this.#wake();
  }

  /** For accounts: resolves when this one may hold more. */
  room(account: BodyAccount): Promise<void> | undefined {
    if (this.#usedBytes <= this.#maxBytes || account === this.#goesOn) return undefined;
    if (this.#goesOn === undefined) {
      this.#goesOn = account;
      return undefined;
    }
    return new Promise((resolve) => {
      this.#waiting.push({ account, resolve });
    });
  }

  /** For accounts: a body that is given up waits no longer. */
  forget(account: BodyAccount): void {
    if (account === this.#goesOn) this.#goesOn = undefined;
    const index = this.#waiting.findIndex((entry) => entry.account === account);
    if (index !== -1) this.#waiting.splice(index, 1)[0]?.resolve();
  }

  #wake(): void {
    while (this.#waiting.length > 0 && this.#usedBytes <= this.#maxBytes)
      this.#waiting.shift()?.resolve();
    if (this.#goesOn !== undefined) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#goesOn = next.account;
    next.resolve();
  }
}

/** The share of one body. */
export class BodyAccount implements Disposable {
  readonly #budget: BodyBudget;
  #bytes = 0;

  constructor(budget: BodyBudget) {
    this.#budget = budget;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Says how many bytes the body holds now. */
  hold(bytes: number): void {
    const change = bytes - this.#bytes;
    if (change === 0) return;
    this.#bytes = bytes;
    this.#budget.change(this, change);
  }

  /** To be awaited, if it is a promise, before more is read. */
  room(): Promise<void> | undefined {
    return this.#budget.room(this);
  }

  [Symbol.dispose](): void {
    this.hold(0);
    this.#budget.forget(this);
  }
}
