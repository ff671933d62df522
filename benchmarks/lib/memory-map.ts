/** What a process has in memory, and how often it woke up (Linux). */
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

export interface MemoryUse {
  readonly residentMb: number;
  /** Written pages of its own that are not of the executable's file. */
  readonly privateDirtyMb: number;
  /** Clean pages of the executable, which the kernel may take back at any time. */
  readonly executableMb: number;
}

export function readMemory(pid: number): MemoryUse {
  const executable = readlinkSync(`/proc/${pid}/exe`);
  const kb = { Rss: 0, Private_Dirty: 0, executable: 0 };
  let isExecutable = false;
  for (const line of readFileSync(`/proc/${pid}/smaps`, "utf8").split("\n")) {
    const [, name, value] = /^(\w+):\s+(\d+) kB$/.exec(line) ?? [];
    if (name === undefined) {
      if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) isExecutable = line.endsWith(` ${executable}`);
    } else if (name === "Rss") {
      kb.Rss += Number(value);
      if (isExecutable) kb.executable += Number(value);
    } else if (name === "Private_Dirty" && !isExecutable) kb.Private_Dirty += Number(value);
  }
  return {
    residentMb: kb.Rss / 1024,
    privateDirtyMb: kb.Private_Dirty / 1024,
    executableMb: kb.executable / 1024,
  };
}

/** Voluntary context switches of all its threads: each is a wait that ended, so a wake-up. */
export function readWakeUps(pid: number): { readonly main: number; readonly all: number } {
  const counts = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, "utf8");
    const count = Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1] ?? "0");
    return { count, isMain: Number(thread) === pid };
  });
  return {
    main: counts.find(({ isMain }) => isMain)?.count ?? 0,
    all: counts.reduce((sum, { count }) => sum + count, 0),
  };
}
