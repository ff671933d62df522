/** Values of the Windows registry, through advapi32: what `registry_handler` and the services' database hold. */
import { dlopen } from "bun:ffi";

import { FleetError } from "../../core/errors.ts";
import { addressOf, nothing, wide, win32Errors } from "./win32.ts";

/** Predefined keys, as 64-bit handles are extended from 32 bits. */
const roots: Readonly<Record<string, bigint>> = {
  HKEY_LOCAL_MACHINE: 0xffff_ffff_8000_0002n,
  HKEY_CURRENT_USER: 0xffff_ffff_8000_0001n,
};
const types = { string: 1, expandable: 2, binary: 3 } as const;
const readAndWrite = 0x2_001f;
const read = 0x2_0019;
const maxBytes = 16 * 1024 * 1024;
const maxNameUnits = 16_384;

function openAdvapi() {
  return dlopen("advapi32.dll", {
    RegOpenKeyExW: { args: ["u64", "u64", "u32", "u32", "u64"], returns: "i32" },
    RegCreateKeyExW: {
      args: ["u64", "u64", "u32", "u64", "u32", "u32", "u64", "u64", "u64"],
      returns: "i32",
    },
    RegQueryValueExW: { args: ["u64", "u64", "u64", "u64", "u64", "u64"], returns: "i32" },
    RegSetValueExW: { args: ["u64", "u64", "u32", "u32", "u64", "u32"], returns: "i32" },
    RegEnumValueW: {
      args: ["u64", "u32", "u64", "u64", "u64", "u64", "u64", "u64"],
      returns: "i32",
    },
    RegFlushKey: { args: ["u64"], returns: "i32" },
    RegCloseKey: { args: ["u64"], returns: "i32" },
  });
}

type Calls = ReturnType<typeof openAdvapi>["symbols"];

/** @returns undefined where the key or the value is missing. @throws configuration for a value of another type. */
export function readString(path: string, name: string): string | undefined {
  const value = readValue(path, name);
  if (value === undefined) return undefined;
  if (value.type !== types.string && value.type !== types.expandable) {
    throw new FleetError("configuration", `"${name}" of "${path}" is no string`);
  }
  return value.bytes.toString("utf16le").replace(/\0+$/, "");
}

/** @returns undefined where the key or the value is missing. @throws configuration for a value of another type. */
export function readBinary(path: string, name: string): Buffer | undefined {
  const value = readValue(path, name);
  if (value === undefined || value.type === types.binary) return value?.bytes;
  throw new FleetError("configuration", `"${name}" of "${path}" is no REG_BINARY`);
}

/** Makes the key where it is missing. @param flush whether it must outlive a loss of power. */
export function writeBinary(path: string, name: string, content: Uint8Array, flush: boolean): void {
  withKey(path, "create", (key, calls) => {
    const wideName = wide(name);
    const bytes = Buffer.from(content);
    const address = bytes.length === 0 ? nothing : addressOf(bytes);
    const failure = calls.RegSetValueExW(
      ...([key, addressOf(wideName), 0, types.binary, address, bytes.length] as const),
    );
    if (failure !== 0) throw failed(`write "${name}" of`, path, failure);
    if (flush) calls.RegFlushKey(key);
  });
}

/** The names of a key's values; none where there is no such key. */
export function listValues(path: string): string[] {
  const list = (key: bigint, calls: Calls) => {
    const names: string[] = [];
    const buffer = Buffer.alloc(maxNameUnits * 2);
    for (;;) {
      const units = Uint32Array.of(maxNameUnits);
      const failure = calls.RegEnumValueW(
        ...([key, names.length, addressOf(buffer), addressOf(units)] as const),
        ...([nothing, nothing, nothing, nothing] as const),
      );
      if (failure === win32Errors.noMoreItems) return names;
      if (failure !== 0) throw failed("list the values of", path, failure);
      names.push(buffer.toString("utf16le", 0, (units[0] ?? 0) * 2));
    }
  };
  return withKey(path, "read", list) ?? [];
}

function readValue(path: string, name: string): { type: number; bytes: Buffer } | undefined {
  return withKey(path, "read", (key, calls) => {
    const wideName = wide(name);
    const type = new Uint32Array(1);
    const size = new Uint32Array(1);
    const query = (bytes: bigint) =>
      calls.RegQueryValueExW(
        ...([key, addressOf(wideName), nothing, addressOf(type), bytes, addressOf(size)] as const),
      );
    const failure = query(nothing);
    if (failure === win32Errors.fileNotFound) return undefined;
    if (failure !== 0) throw failed(`read "${name}" of`, path, failure);
    const [length = 0] = size;
    if (length > maxBytes) {
      throw new FleetError("configuration", `"${name}" of "${path}" has ${length} bytes`);
    }
    const bytes = Buffer.alloc(Math.max(length, 1));
    const second = query(addressOf(bytes));
    if (second !== 0) throw failed(`read "${name}" of`, path, second);
    return { type: type[0] ?? 0, bytes: bytes.subarray(0, size[0]) };
  });
}

/** @returns undefined where there is no such key, and it is only read. */
function withKey<T>(
  path: string,
  purpose: "read" | "create",
  work: (key: bigint, calls: Calls) => T,
): T | undefined {
  const { root, rest } = splitPath(path);
  const library = openAdvapi();
  const { symbols: calls } = library;
  const opened = new BigUint64Array(1);
  const name = wide(rest);
  try {
    const failure =
      purpose === "read"
        ? calls.RegOpenKeyExW(root, addressOf(name), 0, read, addressOf(opened))
        : calls.RegCreateKeyExW(
            ...([root, addressOf(name), 0, nothing, 0, readAndWrite] as const),
            ...([nothing, addressOf(opened), nothing] as const),
          );
    if (failure === win32Errors.fileNotFound && purpose === "read") return undefined;
    if (failure !== 0) throw failed("open", path, failure);
    const [key = nothing] = opened;
    try {
      return work(key, calls);
    } finally {
      calls.RegCloseKey(key);
    }
  } finally {
    library.close();
  }
}

/** @throws configuration for a path that does not begin with a key that is known. */
export function splitPath(path: string): { readonly root: bigint; readonly rest: string } {
  const [first = "", ...rest] = path.split("\\");
  const root = roots[first.toUpperCase()];
  if (root !== undefined && rest.some((part) => part !== "")) {
    return { root, rest: rest.filter((part) => part !== "").join("\\") };
  }
  throw new FleetError("configuration", `"${path}" is no key of the registry`, {
    hint: "Write HKEY_LOCAL_MACHINE\\SOFTWARE\\FleetspeakClient.",
  });
}

function failed(action: string, path: string, failure: number): FleetError {
  const isDenied = failure === win32Errors.accessDenied;
  return new FleetError(
    isDenied ? "configuration" : "unavailable",
    `cannot ${action} "${path}" in the registry: error ${failure}`,
    isDenied ? { hint: "This user may not use that key: run it as an administrator." } : {},
  );
}
