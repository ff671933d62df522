/**
 * sd_notify(3): datagrams to the socket that systemd names. Nothing is read from it, and what the variables say decides
 * nothing else.
 */
import type { ServiceManager, ServiceState } from "./service-manager.ts";

const unixFamily = 1;
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
    async tell(state) {
      if (state === "stopped") return;
      // Loaded when it is needed: most commands are no service.
      const { sendDatagram } = await import("./unix-datagram.ts");
      sendDatagram(address, `${words[state]}\n`);
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
