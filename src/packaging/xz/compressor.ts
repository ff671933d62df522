/**
 * xz, as a function over bytes: the compressor of lzma-rust2 in WebAssembly (docs/decisions/0010-xz-in-webassembly.md),
 * which runs on every platform that the executable runs on.
 */
import { randomFillSync } from "node:crypto";
import { readFileSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import wasmPath from "./lzma.wasm" with { type: "file" };
import { napiFunctions } from "./napi-functions.ts";
import { NapiValues } from "./napi-values.ts";

export interface Xz {
  /** @returns one .xz stream of one block, or of none for no bytes; as with xz -6. */
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  /** @throws what the module says about bytes that are damaged. */
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
}

type XzCall = (bytes: Uint8Array) => unknown;

/** As the module was built: 64 KiB pages, shared though nothing shares it. */
const memoryPages = { initial: 4000, maximum: 65536, shared: true };

/** Takes 250 MB of address space; what is not used of it costs nothing. */
export function loadXz(): Xz {
  const memory = new WebAssembly.Memory(memoryPages);
  const host = new NapiValues(memory);
  const module = new WebAssembly.Module(readFileSync(wasmPath));
  const instance = new WebAssembly.Instance(module, imports(module, host, memory));
  const exported = instance.exports as Record<string, unknown>;
  const call = (name: string, ...args: number[]) =>
    (exported[name] as (...values: number[]) => number)(...args);
  host.attach({
    malloc: (bytes) => call("malloc", bytes),
    free: (address) => void call("free", address),
    table: exported["__indirect_function_table"] as WebAssembly.Table,
  });
  call("_initialize");
  for (const name of Object.keys(exported)) if (name.startsWith("__napi_register__")) call(name);
  const api: { xz?: { compressSync: XzCall; decompressSync: XzCall } } = {};
  call("napi_register_wasm_v1", 1, host.handleOf(api));
  return {
    compress: (bytes) => requireBytes(api.xz?.compressSync(bytes)),
    decompress: (bytes) => requireBytes(api.xz?.decompressSync(bytes)),
  };
}

function requireBytes(result: unknown): Uint8Array {
  if (result instanceof Uint8Array) return result;
  throw new FleetError("internal", "the compressor returned no bytes");
}

function imports(module: WebAssembly.Module, host: NapiValues, memory: WebAssembly.Memory) {
  const given: Record<string, Record<string, Bun.WebAssembly.ImportValue>> = {
    env: { ...napiFunctions(host), memory },
    wasi_snapshot_preview1: wasiFunctions(memory),
  };
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const functions = (given[from] ??= {});
    if (kind === "function") functions[name] ??= () => refuse(name);
  }
  return given;
}

function refuse(name: string): never {
  throw new FleetError("internal", `the compressor asked for "${name}", which it does not get`);
}

/** No files, no environment, no clock: nothing that a compressor should look at. */
function wasiFunctions(memory: WebAssembly.Memory) {
  return {
    random_get: (address: number, length: number) => {
      const bytes = randomFillSync(new Uint8Array(length));
      new Uint8Array(memory.buffer).set(bytes, address >>> 0);
      return 0;
    },
    environ_sizes_get: (count: number, bytes: number) => {
      new DataView(memory.buffer).setUint32(count, 0, true);
      new DataView(memory.buffer).setUint32(bytes, 0, true);
      return 0;
    },
    environ_get: () => 0,
    clock_time_get: (_clock: number, _precision: bigint, result: number) => {
      new DataView(memory.buffer).setBigUint64(result, 0n, true);
      return 0;
    },
    sched_yield: () => 0,
  };
}
