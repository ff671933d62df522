/**
 * Files on their way to clients: what many read at once is in memory once, and all of it together is bounded.
 *
 * No cache: a file is forgotten as soon as nobody reads it.
 */
import { type BodyAccount, BodyBudget } from "../../../net/body-budget.ts";
import type { FileName, Store, StoredFile } from "../../../store/store.ts";

/** Bytes of all files that are being read; one more than fits is answered by 503. */
const defaultMaxBytes = 64 * 1024 * 1024;

export interface OpenedFile extends Disposable {
  readonly file: StoredFile;
}

interface Shared {
  readonly file: Promise<StoredFile | undefined>;
  readonly account: BodyAccount;
  readers: number;
}

export class FileReader {
  readonly #store: Store;
  readonly #budget: BodyBudget;
  readonly #shared = new Map<string, Shared>();

  constructor(store: Store, maxBytes = defaultMaxBytes) {
    this.#store = store;
    this.#budget = new BodyBudget({ maxBytes });
  }

  /** Bytes held for readers. */
  get usedBytes(): number {
    return this.#budget.usedBytes;
  }

  /**
   * To be disposed when it is sent; undefined when there is no such file.
   * @throws resource_exhausted (503) when too much is being read already.
   */
  async open(name: FileName): Promise<OpenedFile | undefined> {
    const found = await this.#store.files.stat(name);
    if (!found) return undefined;
    const key = JSON.stringify([name.serviceName, name.fileName, found.modifiedTime]);
    const shared = this.#shared.get(key) ?? this.#read(key, name, found.sizeBytes);
    shared.readers += 1;
    const leave = () => this.#leave(key, shared);
    try {
      const file = await shared.file;
      if (file) return { file, [Symbol.dispose]: leave };
    } catch (thrown) {
      leave();
      throw thrown;
    }
    leave();
    return undefined;
  }

  #read(key: string, name: FileName, sizeBytes: number): Shared {
    const account = this.#budget.open();
    account.hold(sizeBytes);
    const file = this.#store.files.get(name);
    const shared = { file, readers: 0, account };
    this.#shared.set(key, shared);
    return shared;
  }

  #leave(key: string, shared: Shared): void {
    shared.readers -= 1;
    if (shared.readers > 0) return;
    shared.account[Symbol.dispose]();
    if (this.#shared.get(key) === shared) this.#shared.delete(key);
  }
}
