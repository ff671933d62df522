/** A lock file on Windows: opened so that nobody else can open it, until its holder ends, however it ends. */
import { dlopen } from "bun:ffi";

import { FleetError } from "../../core/errors.ts";
import { addressOf, nothing, wide, win32Errors } from "./win32.ts";

const readAndWrite = 0xc000_0000;
const shareNothing = 0;
const openAlways = 4;
const normalAttributes = 0x80;
const invalidHandle = 0xffff_ffff_ffff_ffffn;

/** @throws conflict when another process has it; configuration when there can be no such file. */
export function openExclusively(path: string): Disposable {
  const kernel = dlopen("kernel32.dll", {
    CreateFileW: {
      args: ["u64", "u32", "u32", "u64", "u32", "u32", "u64"],
      returns: "u64",
    },
    CloseHandle: { args: ["u64"], returns: "i32" },
    GetLastError: { args: [], returns: "u32" },
  });
  const name = wide(path);
  const handle = kernel.symbols.CreateFileW(
    addressOf(name),
    readAndWrite,
    shareNothing,
    nothing,
    openAlways,
    normalAttributes,
    nothing,
  );
  const failure = kernel.symbols.GetLastError();
  if (BigInt(handle) !== invalidHandle) {
    return {
      [Symbol.dispose]() {
        kernel.symbols.CloseHandle(handle);
        kernel.close();
      },
    };
  }
  kernel.close();
  throw failure === win32Errors.sharingViolation ? inUse(path) : unusable(path, failure);
}

function inUse(path: string): FleetError {
  return new FleetError("conflict", `cannot lock "${path}": another process holds it`, {
    hint: "End that process, or give this one a database of its own.",
  });
}

function unusable(path: string, failure: number): FleetError {
  return new FleetError("configuration", `cannot open the lock file "${path}": error ${failure}`, {
    hint: "Check that its folder exists and that this user may write into it.",
  });
}
