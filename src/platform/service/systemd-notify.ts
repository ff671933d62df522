/**
 * sd_notify(3): datagrams to the socket that systemd names. Nothing is read from it, and what the variables say decides
 * nothing else.
 */
import { dlopen, ptr } from "bun:ffi";

import { libcName } from "../libc.ts";
import type { ServiceManager, ServiceState } from "./service-manager.ts";

const unixFamily = 1;
const datagram = 2;
const closeOnExec = 0o2000000;
const noSignal = 0x4000;
const doNotWait = 0x40;
/** sockaddr_un holds so many bytes after the family. */
const maxPathBytes = 108;

/** systemd sees the end of the process itself. */
const words: Readonly<Record<Exclude<ServiceState, "stopped">, string>> = {
  ready: "READY=1",
  alive: "WATCHDOG=1",
  stopping: "STOPPING=1",
};

/**
 * The manager that the variables name, which are taken out: programs that this one starts are not the service.
 * @returns undefined where there is none.
 */
export function takeSystemd(
  variables: Record<string, string | undefined>,
  pid: number = process.pid,
): ServiceManager | undefined {
  const { NOTIFY_SOCKET: path, WATCHDOG_USEC: micros, WATCHDOG_PID: watched } = variables;
  for (const name of ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]) delete variables[name];
  const address = path === undefined ? undefined : socketAddress(path);
  if (address === undefined || process.platform !== "linux") return undefined;
  const isWatched = watched === undefined || watched === String(pid);
  const watchdogMs = isWatched ? readWatchdog(micros) : undefined;
  return {
    watchdogMs,
    tell(state) {
      if (state !== "stopped") send(address, words[state]);
    },
  };
}

/** @returns milliseconds; undefined for what is no number of microseconds. */
function readWatchdog(micros: string | undefined): number | undefined {
  if (micros === undefined || !/^[1-9]\d{3,14}$/.test(micros)) return undefined;
  return Number(micros) / 1000;
}

/** struct sockaddr_un; "@" begins a name of the abstract namespace. */
function socketAddress(path: string): Buffer | undefined {
  const name = Buffer.from(path);
  if (!/^[/@]./.test(path) || name.length > maxPathBytes) return undefined;
  if (path.startsWith("@")) name[0] = 0;
  const family = Buffer.alloc(2);
  family.writeUInt16LE(unixFamily);
  return Buffer.concat([family, name]);
}

function send(address: Buffer, text: string): void {
  const library = dlopen(libcName(), {
    socket: { args: ["i32", "i32", "i32"], returns: "i32" },
    sendto: { args: ["i32", "ptr", "u64", "i32", "ptr", "u32"], returns: "i64" },
    close: { args: ["i32"], returns: "i32" },
  });
  const { symbols } = library;
  const content = Buffer.from(`${text}\n`);
  const descriptor = symbols.socket(unixFamily, datagram | closeOnExec, 0);
  if (descriptor >= 0) {
    const flags = noSignal | doNotWait;
    symbols.sendto(descriptor, ptr(content), content.length, flags, ptr(address), address.length);
    symbols.close(descriptor);
  }
  library.close();
}
