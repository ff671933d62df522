/**
 * The C library, for the few calls that the runtime has no function for (bun:ffi).
 *
 * A name that the system's loader does not find is looked for in the working directory too, where anybody may have put a
 * file: only a name that is sure to be found, or a whole path, may be tried.
 */
import { readFileSync } from "node:fs";

/** What dlopen takes for the C library that this process runs on. Windows has none. */
export function libcName(): string {
  if (process.platform === "darwin") return "/usr/lib/libSystem.B.dylib";
  // musl's loader is its C library; glibc's is loaded already, and found by its name.
  return /\/\S*\/ld-musl-\S+/.exec(readFileSync("/proc/self/maps", "latin1"))?.[0] ?? "libc.so.6";
}
