/**
 * A listing of the API, read page by page as somebody scrolls. Pure apart from what it is given to read with.
 *
 * What changes meanwhile is read again from the beginning; rows further down stay until then, each once.
 */

export interface Page<T> {
  readonly rows: readonly T[];
  /** How many match, where the listing says so. */
  readonly total: number | undefined;
  readonly nextCursor: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
}

export interface PageState<T> extends Page<T> {
  readonly problem: unknown;
  readonly loading: boolean;
  /** The first page has come. */
  readonly ready: boolean;
}

export const firstPageRows = 100;
const furtherPageRows = 1000;

export class PageLoader<T> {
  state: PageState<T> = {
    ...{ rows: [], total: undefined, nextCursor: undefined },
    ...{ problem: undefined, loading: false, ready: false },
  };
  readonly #fetchPage: (request: PageRequest) => Promise<Page<T>>;
  readonly #idOf: (row: T) => string;
  readonly #changed: () => void;
  #wanted = 0;
  #again = false;
  #stopped = false;

  constructor(options: {
    readonly fetchPage: (request: PageRequest) => Promise<Page<T>>;
    readonly idOf: (row: T) => string;
    readonly changed: () => void;
  }) {
    this.#fetchPage = options.fetchPage;
    this.#idOf = options.idOf;
    this.#changed = options.changed;
  }

  /** Reads from the beginning: as much as a page may hold of what is shown. */
  reload(): void {
    if (this.state.loading) {
      this.#again = true;
      return;
    }
    const limit = Math.min(furtherPageRows, Math.max(firstPageRows, this.state.rows.length));
    this.#run({ limit, cursor: undefined }, (page) => this.#takeFirst(page));
  }

  /** Somebody looks at the rows up to this one. */
  need(index: number): void {
    this.#wanted = index;
    this.#readOn();
  }

  /** What is on its way comes to nothing. */
  stop(): void {
    this.#stopped = true;
  }

  #readOn(): void {
    const { rows, nextCursor: cursor, loading, problem, ready } = this.state;
    if (!ready || loading || problem !== undefined || cursor === undefined) return;
    if (this.#wanted < rows.length) return;
    this.#run({ limit: furtherPageRows, cursor }, (page) => this.#takeFurther(page));
  }

  #run(request: PageRequest, take: (page: Page<T>) => void): void {
    this.#set({ loading: true });
    this.#fetchPage(request).then(
      (page) => {
        if (this.#stopped) return;
        take(page);
        this.#set({ loading: false, problem: undefined, ready: true });
        this.#next();
      },
      (problem: unknown) => {
        if (this.#stopped) return;
        this.#set({ loading: false, problem });
        this.#next();
      },
    );
  }

  #next(): void {
    if (this.#again) {
      this.#again = false;
      this.reload();
    } else this.#readOn();
  }

  #takeFirst(page: Page<T>): void {
    const { rows: old, nextCursor } = this.state;
    const isWhole = page.nextCursor === undefined || old.length <= page.rows.length;
    const ids = new Set(page.rows.map(this.#idOf));
    const rest = isWhole
      ? []
      : old.slice(page.rows.length).filter((row) => !ids.has(this.#idOf(row)));
    this.#set({
      rows: [...page.rows, ...rest],
      total: page.total,
      nextCursor: isWhole ? page.nextCursor : nextCursor,
    });
  }

  #takeFurther(page: Page<T>): void {
    const ids = new Set(this.state.rows.map(this.#idOf));
    const added = page.rows.filter((row) => !ids.has(this.#idOf(row)));
    const { total = this.state.total, nextCursor } = page;
    this.#set({ rows: [...this.state.rows, ...added], total, nextCursor });
  }

  #set(fields: Partial<PageState<T>>): void {
    this.state = { ...this.state, ...fields };
    this.#changed();
  }
}
