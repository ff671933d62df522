/** One datagram to a Unix socket: Bun has no function for it. */
import { dlopen, ptr } from "bun:ffi";

import { libcName } from "../libc.ts";

const unixFamily = 1;
const datagram = 2;
const closeOnExec = 0o2000000;
const noSignal = 0x4000;
const doNotWait = 0x40;

/** @param address struct sockaddr_un. Nobody there is no failure. */
export function sendDatagram(address: Buffer, text: string): void {
  const library = dlopen(libcName(), {
    socket: { args: ["i32", "i32", "i32"], returns: "i32" },
    sendto: { args: ["i32", "ptr", "u64", "i32", "ptr", "u32"], returns: "i64" },
    close: { args: ["i32"], returns: "i32" },
  });
  const { symbols } = library;
  const content = Buffer.from(text);
  const descriptor = symbols.socket(unixFamily, datagram | closeOnExec, 0);
  if (descriptor >= 0) {
    const flags = noSignal | doNotWait;
    symbols.sendto(descriptor, ptr(content), content.length, flags, ptr(address), address.length);
    symbols.close(descriptor);
  }
  library.close();
}
