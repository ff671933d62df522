/**
 * The values that lzma.wasm and its host share: the module knows them by number, and what is bytes by an address in its
 * memory. What it may do with them is in napi-functions.ts.
 */
import { FleetError } from "../../core/errors.ts";

export type Native = (...args: number[]) => number;

const untilNul = 0xffffffff;

export interface CallInfo {
  readonly values: readonly unknown[];
  readonly data: number;
}

/** What the module exports to its host. */
export interface HostedExports {
  readonly malloc: (bytes: number) => number;
  readonly free: (address: number) => void;
  readonly table: WebAssembly.Table;
}

/** One instance's values: the module knows them by number. */
export class NapiValues {
  readonly memory: WebAssembly.Memory;
  /** What a function of the module threw, until it returns. */
  pending: { readonly thrown: unknown } | undefined;
  readonly #values: unknown[] = [undefined];
  readonly #copies: number[] = [];
  readonly #references = new Map<number, unknown>();
  #lastReference = 0;
  #exports: HostedExports | undefined;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  /** Has to be called before any function of the module is. */
  attach(exports: HostedExports): void {
    this.#exports = exports;
  }

  handleOf(value: unknown): number {
    return this.#values.push(value) - 1;
  }

  /** Calls a function of the module; what it allocated for arguments is freed. */
  call(address: number, call: CallInfo): unknown {
    const outer = this.#values.length;
    try {
      const result = this.native(address)(1, this.handleOf(call));
      if (this.pending) throw this.takePending();
      const value = this.#values[result];
      // What lies in the module's memory is freed below.
      return value instanceof Uint8Array ? Buffer.from(value.slice()) : value;
    } finally {
      for (const copy of this.#copies.splice(0)) this.#hosted.free(copy);
      this.#values.length = outer;
    }
  }

  get #hosted(): HostedExports {
    if (this.#exports) return this.#exports;
    throw new FleetError("internal", "the compressor was called before it was ready");
  }

  get view(): DataView {
    return new DataView(this.memory.buffer);
  }

  native(address: number): Native {
    const found: unknown = this.#hosted.table.get(address);
    if (typeof found === "function") return found as Native;
    throw new FleetError("internal", `the compressor has no function ${address}`);
  }

  takePending(): unknown {
    const thrown = this.pending?.thrown;
    this.pending = undefined;
    return thrown;
  }

  valueOf(handle: number): unknown {
    return this.#values[handle];
  }

  /** Puts the number of a value where the module wants it. */
  give(address: number, value: unknown): void {
    if (address !== 0) this.view.setUint32(address, this.handleOf(value), true);
  }

  /** What the module keeps beyond a call. @returns the reference's number. */
  keep(value: unknown): number {
    this.#lastReference += 1;
    this.#references.set(this.#lastReference, value);
    return this.#lastReference;
  }

  kept(reference: number): unknown {
    return this.#references.get(reference);
  }

  release(reference: number): void {
    this.#references.delete(reference);
  }

  /** @param length by default up to the first zero. */
  text(address: number, length = untilNul): string {
    const bytes = new Uint8Array(this.memory.buffer);
    const start = address >>> 0;
    const end = length >>> 0 === untilNul ? bytes.indexOf(0, start) : start + length;
    // A decoder does not take shared memory.
    return Buffer.from(bytes.slice(start, end)).toString("utf8");
  }

  objectAt(handle: number): Record<string, unknown> {
    return this.#values[handle] as Record<string, unknown>;
  }

  /** In the module's memory, until the call ends. */
  allocate(length: number): number {
    const address = this.#hosted.malloc(Math.max(length, 1)) >>> 0;
    this.#copies.push(address);
    return address;
  }

  bytes(address: number, length: number): Buffer {
    const start = address >>> 0;
    return Buffer.from(new Uint8Array(this.memory.buffer).slice(start, start + length));
  }
}
