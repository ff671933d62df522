/**
 * How many connections there are, in all and per address of the peer.
 */
export interface ConnectionLimitOptions {
  readonly maxConnections: number;
  readonly maxPerAddress: number;
  /** Whether an address is exempt from the limit per address, e.g. a trusted proxy's. */
  readonly isExempt?: (address: string) => boolean;
}

export class ConnectionLimits {
  readonly #options: ConnectionLimitOptions;
  readonly #perAddress = new Map<string, number>();
  #count = 0;

  constructor(options: ConnectionLimitOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#count;
  }

  /** Counts a connection until the result is called; undefined when it would be one too many. */
  enter(address: string): (() => void) | undefined {
    const { maxConnections, maxPerAddress, isExempt } = this.#options;
    const ofAddress = this.#perAddress.get(address) ?? 0;
    if (this.#count >= maxConnections) return undefined;
    if (ofAddress >= maxPerAddress && !isExempt?.(address)) return undefined;
    this.#count += 1;
    this.#perAddress.set(address, ofAddress + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(address);
    };
  }

  #leave(address: string): void {
    this.#count -= 1;
    const rest = (this.#perAddress.get(address) ?? 1) - 1;
    if (rest === 0) this.#perAddress.delete(address);
    else this.#perAddress.set(address, rest);
  }
}
