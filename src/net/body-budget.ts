/**
 * What all unfinished bodies of this process may hold in memory together (ours.md 5).
 *
 * Above it reading pauses, so that the peers wait. One body at a time may go on, the one that has waited longest: else all
 * that are half here would wait for each other. A new body then ends the oldest one of whoever holds the most, and is
 * refused where that is its own owner. Below it, each owner has a share.
 */
import { FleetError } from "../core/errors.ts";

export const defaultBodyBudgetBytes = 256 * 1024 * 1024;
/** Two contacts of the largest size. */
const defaultOwnerBytes = 40 * 1024 * 1024;

export interface BodyBudgetOptions {
  readonly maxBytes: number;
  /** Of all bodies of one owner together; default 40 MiB, and never more than maxBytes. */
  readonly maxOwnerBytes?: number;
}

/** Those that hold something, oldest first. */
interface Holder {
  bytes: number;
  readonly accounts: Set<BodyAccount>;
}

const defaults: BodyBudgetOptions = { maxBytes: defaultBodyBudgetBytes };

export class BodyBudget {
  readonly #maxBytes: number;
  readonly #maxOwnerBytes: number;
  readonly #holders = new Map<string, Holder>();
  readonly #waiting: {
    readonly account: BodyAccount;
    readonly resolve: () => void;
  }[] = [];
  #usedBytes = 0;
  #goesOn: BodyAccount | undefined;

  constructor({ maxBytes, maxOwnerBytes = defaultOwnerBytes }: BodyBudgetOptions = defaults) {
    this.#maxBytes = maxBytes;
    this.#maxOwnerBytes = Math.min(maxOwnerBytes, maxBytes);
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  /**
   * For one body; to be disposed when it is no longer held.
   * @param owner whose body it is: a client id. Without one, it has no share, and is never ended for another.
   * @throws resource_exhausted (503) when there is no room.
   */
  open(owner?: string): BodyAccount {
    this.#checkShare(owner);
    while (this.#usedBytes >= this.#maxBytes && this.#endOneFor(owner));
    if (this.#usedBytes >= this.#maxBytes) {
      throw exhausted(`unfinished bodies hold ${this.#usedBytes} bytes already`);
    }
    return new BodyAccount(this, owner);
  }

  /** For accounts. */
  change(account: BodyAccount, bytes: number): void {
    this.#usedBytes += bytes;
    if (account.owner !== undefined) this.#note(account, account.owner, bytes);
    if (account === this.#goesOn && account.bytes === 0) this.#goesOn = undefined;
    if (bytes < 0) this.#wake();
  }

  /** For accounts: resolves when this one may hold more. @throws resource_exhausted (503) beyond its owner's share. */
  room(account: BodyAccount): Promise<void> | undefined {
    this.#checkShare(account.owner);
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

  #checkShare(owner: string | undefined): void {
    const holder = owner === undefined ? undefined : this.#holders.get(owner);
    if (holder === undefined || holder.bytes < this.#maxOwnerBytes) return;
    throw exhausted(`unfinished bodies of ${owner} hold ${holder.bytes} bytes already`);
  }

  #note(account: BodyAccount, owner: string, bytes: number): void {
    const holder = this.#holders.get(owner) ?? { bytes: 0, accounts: new Set() };
    holder.bytes += bytes;
    if (account.bytes > 0) holder.accounts.add(account);
    else holder.accounts.delete(account);
    if (holder.accounts.size > 0) this.#holders.set(owner, holder);
    else this.#holders.delete(owner);
  }

  /** Ends the oldest body of the biggest holder. @returns false when there is none but the owner itself. */
  #endOneFor(owner: string | undefined): boolean {
    const biggest = [...this.#holders].reduce<[string, Holder] | undefined>(
      (most, entry) => (most && most[1].bytes >= entry[1].bytes ? most : entry),
      undefined,
    );
    if (biggest === undefined || biggest[0] === owner) return false;
    const [oldest] = biggest[1].accounts;
    oldest?.end(exhausted("all unfinished bodies hold too much, and this one's owner the most"));
    return oldest !== undefined;
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

function exhausted(message: string): FleetError {
  return new FleetError("resource_exhausted", message);
}

/** The share of one body. */
export class BodyAccount implements Disposable {
  readonly owner: string | undefined;
  readonly #budget: BodyBudget;
  #bytes = 0;
  #failure: FleetError | undefined;
  #rejectGuarded: ((reason: FleetError) => void) | undefined;

  constructor(budget: BodyBudget, owner: string | undefined) {
    this.#budget = budget;
    this.owner = owner;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Says how many bytes the body holds now. */
  hold(bytes: number): void {
    const change = bytes - this.#bytes;
    // One that was ended is about to be dropped.
    if (change === 0 || this.#failure) return;
    this.#bytes = bytes;
    this.#budget.change(this, change);
  }

  /** To be awaited, if it is a promise, before more is read. @throws resource_exhausted (503) when there will be none. */
  room(): Promise<void> | undefined {
    if (this.#failure) throw this.#failure;
    const room = this.#budget.room(this);
    return room && this.guard(room);
  }

  /**
   * The same as the promise, unless the body is ended before. One at a time. Not a race: that would keep something of every
   * read until the end of a stream.
   */
  guard<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      this.#rejectGuarded = reject;
      promise.then(resolve, reject);
    });
  }

  /** For the budget: its reader gets this error, now or at its next step. */
  end(failure: FleetError): void {
    this[Symbol.dispose]();
    this.#failure = failure;
    this.#rejectGuarded?.(failure);
  }

  [Symbol.dispose](): void {
    this.hold(0);
    this.#budget.forget(this);
  }
}
