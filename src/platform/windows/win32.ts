/** How Windows' functions are called: text in UTF-16 that ends with a zero, handles as numbers. */
import { type Pointer, ptr } from "bun:ffi";

/** For a parameter that takes a handle or a pointer as a number. */
export const nothing = 0n;

export function wide(text: string): Buffer {
  return Buffer.from(`${text}\0`, "utf16le");
}

export function addressOf(buffer: NodeJS.TypedArray): bigint {
  return BigInt(ptr(buffer));
}

export function asPointer(address: bigint): Pointer {
  return Number(address) as Pointer;
}

/** Of GetLastError, and of the functions that return it. */
export const win32Errors = {
  fileNotFound: 2,
  accessDenied: 5,
  sharingViolation: 32,
  moreData: 234,
  noMoreItems: 259,
  serviceNotActive: 1062,
  serviceDoesNotExist: 1060,
  serviceMarkedForDelete: 1072,
} as const;
