/**
 * What lzma.wasm needs of a host: the dozen functions of Node-API that its synchronous calls use, over the memory that it
 * is given. Functions that only its threads and streams use are there, and throw.
 */
import { FleetError } from "../../core/errors.ts";

type Callback = (...values: unknown[]) => unknown;
type Native = (...args: number[]) => number;

const ok = 0;
const isException = 10;
const untilNul = 0xffffffff;
/** napi_valuetype. */
const typeCodes: Readonly<Record<string, number>> = {
  undefined: 0,
  boolean: 2,
  number: 3,
  string: 4,
  symbol: 5,
  object: 6,
  function: 7,
  bigint: 9,
};
const uint8Type = 1;

interface CallInfo {
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
export class NapiHost {
  private values: unknown[] = [undefined];
  private readonly copies: number[] = [];
  private readonly references = new Map<number, unknown>();
  private lastReference = 0;
  private pending: { readonly thrown: unknown } | undefined;
  private exports: HostedExports | undefined;

  private readonly memory: WebAssembly.Memory;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  /** Has to be called before any function of the module is. */
  attach(exports: HostedExports): void {
    this.exports = exports;
  }

  handleOf(value: unknown): number {
    return this.values.push(value) - 1;
  }

  /** @returns the functions of Node-API that the module imports. */
  functions(): Readonly<Record<string, Native>> {
    return {
      ...this.valueFunctions(),
      ...this.objectFunctions(),
      ...this.referenceFunctions(),
      ...this.bytesFunctions(),
    };
  }

  /** Calls a function of the module; what it allocated for arguments is freed. */
  private call(address: number, call: CallInfo): unknown {
    const outer = this.values.length;
    try {
      const result = this.native(address)(1, this.handleOf(call));
      if (this.pending) throw this.takePending();
      const value = this.values[result];
      // What lies in the module's memory is freed below.
      return value instanceof Uint8Array ? Buffer.from(value.slice()) : value;
    } finally {
      for (const copy of this.copies.splice(0)) this.hosted.free(copy);
      this.values.length = outer;
    }
  }

  private get hosted(): HostedExports {
    if (this.exports) return this.exports;
    throw new FleetError("internal", "the compressor was called before it was ready");
  }

  private get view(): DataView {
    return new DataView(this.memory.buffer);
  }

  private native(address: number): Native {
    const found: unknown = this.hosted.table.get(address);
    if (typeof found === "function") return found as Native;
    throw new FleetError("internal", `the compressor has no function ${address}`);
  }

  private takePending(): unknown {
    const thrown = this.pending?.thrown;
    this.pending = undefined;
    return thrown;
  }

  private give(result: number, value: unknown): number {
    if (result !== 0) this.view.setUint32(result, this.handleOf(value), true);
    return ok;
  }

  private text(address: number, length: number): string {
    const bytes = new Uint8Array(this.memory.buffer);
    const start = address >>> 0;
    const end = length >>> 0 === untilNul ? bytes.indexOf(0, start) : start + length;
    // A decoder does not take shared memory.
    return Buffer.from(bytes.slice(start, end)).toString("utf8");
  }

  private objectAt(handle: number): Record<string, unknown> {
    return this.values[handle] as Record<string, unknown>;
  }

  private valueFunctions(): Readonly<Record<string, Native>> {
    return {
      napi_get_undefined: (_, result = 0) => this.give(result, undefined),
      napi_get_global: (_, result = 0) => this.give(result, {}),
      napi_create_object: (_, result = 0) => this.give(result, {}),
      napi_create_string_utf8: (_, text = 0, length = 0, result = 0) =>
        this.give(result, this.text(text, length)),
      napi_create_error: (_, code = 0, message = 0, result = 0) =>
        this.give(result, new Error(String(this.values[message]), { cause: this.values[code] })),
      napi_typeof: (_, value = 0, result = 0) => {
        const found = this.values[value];
        this.view.setUint32(result, found === null ? 1 : (typeCodes[typeof found] ?? 8), true);
        return ok;
      },
      napi_get_value_double: (_, value = 0, result = 0) => {
        this.view.setFloat64(result, Number(this.values[value]), true);
        return ok;
      },
      napi_throw: (_, error = 0) => {
        this.pending = { thrown: this.values[error] };
        return ok;
      },
      napi_throw_error: (_, _code = 0, message = 0) => {
        this.pending = { thrown: new Error(this.text(message, untilNul)) };
        return ok;
      },
      napi_is_exception_pending: (_, result = 0) => {
        this.view.setUint8(result, this.pending ? 1 : 0);
        return ok;
      },
      napi_get_and_clear_last_exception: (_, result = 0) => this.give(result, this.takePending()),
    };
  }

  private objectFunctions(): Readonly<Record<string, Native>> {
    return {
      napi_set_named_property: (_, object = 0, name = 0, value = 0) => {
        this.objectAt(object)[this.text(name, untilNul)] = this.values[value];
        return ok;
      },
      napi_get_named_property: (_, object = 0, name = 0, result = 0) =>
        this.give(result, this.objectAt(object)[this.text(name, untilNul)]),
      napi_create_function: (_, _name = 0, _length = 0, address = 0, data = 0, result = 0) => {
        const made: Callback = (...values) => this.call(address, { values, data });
        return this.give(result, made);
      },
      // Classes are the module's streams, which are not used.
      napi_define_class: (
        _,
        _name = 0,
        _length = 0,
        _address = 0,
        _data = 0,
        _count = 0,
        _properties = 0,
        result = 0,
      ) => this.give(result, () => undefined),
      napi_create_threadsafe_function: (...args) => this.give(args[10] ?? 0, {}),
      napi_unref_threadsafe_function: () => ok,
      napi_get_cb_info: (_, info = 0, count = 0, values = 0, self = 0, data = 0) => {
        const call = this.values[info] as CallInfo;
        const room = count === 0 ? 0 : this.view.getUint32(count, true);
        for (let index = 0; index < room; index += 1) {
          this.give(values + 4 * index, call.values[index]);
        }
        if (count !== 0) this.view.setUint32(count, call.values.length, true);
        if (self !== 0) this.give(self, undefined);
        if (data !== 0) this.view.setUint32(data, call.data, true);
        return ok;
      },
    };
  }

  /** What the module keeps beyond a call. */
  private referenceFunctions(): Readonly<Record<string, Native>> {
    return {
      napi_create_reference: (_, value = 0, _count = 0, result = 0) => {
        this.lastReference += 1;
        this.references.set(this.lastReference, this.values[value]);
        this.view.setUint32(result, this.lastReference, true);
        return ok;
      },
      // Kept until it is deleted: nothing here is collected earlier.
      napi_reference_unref: (_, _reference = 0, result = 0) => {
        if (result !== 0) this.view.setUint32(result, 0, true);
        return ok;
      },
      napi_get_reference_value: (_, reference = 0, result = 0) =>
        this.give(result, this.references.get(reference)),
      napi_delete_reference: (_, reference = 0) => {
        this.references.delete(reference);
        return ok;
      },
    };
  }

  private bytesFunctions(): Readonly<Record<string, Native>> {
    return {
      napi_is_typedarray: (_, value = 0, result = 0) => {
        this.view.setUint8(result, this.values[value] instanceof Uint8Array ? 1 : 0);
        return ok;
      },
      napi_get_typedarray_info: (_, value = 0, type = 0, length = 0, data = 0) => {
        const bytes = this.values[value];
        if (!(bytes instanceof Uint8Array)) return isException;
        const copy = this.allocate(bytes.length);
        new Uint8Array(this.memory.buffer).set(bytes, copy);
        if (type !== 0) this.view.setUint32(type, uint8Type, true);
        if (length !== 0) this.view.setUint32(length, bytes.length, true);
        if (data !== 0) this.view.setUint32(data, copy, true);
        return ok;
      },
      napi_create_buffer: (_, length = 0, data = 0, result = 0) => {
        const address = this.allocate(length);
        if (data !== 0) this.view.setUint32(data, address, true);
        return this.give(result, new Uint8Array(this.memory.buffer, address, length));
      },
      napi_create_buffer_copy: (_, length = 0, address = 0, _data = 0, result = 0) =>
        this.give(result, this.bytes(address, length)),
      napi_create_external_buffer: (
        env = 0,
        length = 0,
        address = 0,
        finalize = 0,
        hint = 0,
        result = 0,
      ) => {
        this.give(result, this.bytes(address, length));
        // Copied, so the module's own is done with.
        if (finalize !== 0) this.native(finalize)(env, address, hint);
        return ok;
      },
    };
  }

  /** In the module's memory, until the call ends. */
  private allocate(length: number): number {
    const address = this.hosted.malloc(Math.max(length, 1)) >>> 0;
    this.copies.push(address);
    return address;
  }

  private bytes(address: number, length: number): Buffer {
    const start = address >>> 0;
    return Buffer.from(new Uint8Array(this.memory.buffer).slice(start, start + length));
  }
}
