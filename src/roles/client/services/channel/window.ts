/**
 * Work that goes on while more is read: so much at once, and the reader waits beyond it.
 */
export interface WindowLimits {
  readonly maxItems: number;
  readonly maxBytes: number;
}

export class Window {
  readonly #limits: WindowLimits;
  readonly #open = new Set<Promise<void>>();
  #bytes = 0;
  #failure: { readonly reason: unknown } | undefined;

  constructor(limits: WindowLimits) {
    this.#limits = limits;
  }

  /** Begins the work, once there is room for it. @throws what earlier work threw. */
  async add(bytes: number, begin: () => Promise<void>): Promise<void> {
    while (this.#open.size > 0 && !this.#fits(bytes)) await Promise.race(this.#open);
    this.#throwFailure();
    this.#bytes += bytes;
    const work = begin()
      .catch((reason: unknown) => {
        this.#failure ??= { reason };
      })
      .finally(() => {
        this.#bytes -= bytes;
        this.#open.delete(work);
      });
    this.#open.add(work);
  }

  /** Waits for all of it. @throws what it threw. */
  async end(): Promise<void> {
    await Promise.all(this.#open);
    this.#throwFailure();
  }

  #fits(bytes: number): boolean {
    const { maxItems, maxBytes } = this.#limits;
    return this.#open.size < maxItems && this.#bytes + bytes <= maxBytes;
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.reason;
  }
}
