/**
 * Which process listens on a TCP port of this machine. Linux tells, and to root for every user's processes.
 */
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** "process 4711 (nginx)"; undefined where nobody listens, or the system does not tell. */
export function describePortHolder(port: number): string | undefined {
  if (process.platform !== "linux") return undefined;
  const inodes = listeningInodes(port);
  if (inodes.size === 0) return undefined;
  for (const pid of processes()) {
    if (holdsAny(pid, inodes)) return `process ${pid} (${nameOf(pid)})`;
  }
  return "a process of another user";
}

/** The sockets that listen on the port, whatever the address. */
function listeningInodes(port: number): Set<string> {
  const inodes = new Set<string>();
  const end = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readLines(table)) {
      const fields = line.trim().split(/ +/);
      const [, local = "", , state] = fields;
      // 0A: LISTEN.
      if (state === "0A" && local.endsWith(end)) inodes.add(fields[9] ?? "");
    }
  }
  return inodes;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function processes(): string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
}

function holdsAny(pid: string, inodes: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((descriptor) =>
      inodes.has(/^socket:\[(\d+)\]$/.exec(linkOf(pid, descriptor))?.[1] ?? "none"),
    );
  } catch {
    // Another user's, or gone.
    return false;
  }
}

/** Empty for a descriptor that was closed meanwhile. */
function linkOf(pid: string, descriptor: string): string {
  try {
    return readlinkSync(`/proc/${pid}/fd/${descriptor}`);
  } catch {
    return "";
  }
}

function nameOf(pid: string): string {
  const [name = ""] = readLines(`/proc/${pid}/comm`);
  return name.replace(/[^\x20-\x7e]/g, "?") || "unknown";
}
