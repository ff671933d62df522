/** Processes by their parent (proc_pid_task_tid_children(5)): any of them may end while it is looked at. */
import { readFileSync } from "node:fs";

/** The child that runs a program of this name; undefined when there is none. */
export function findChild(parent: number, name: string): number | undefined {
  const children = read(`/proc/${parent}/task/${parent}/children`)?.split(" ") ?? [];
  const found = children.find((child) => read(`/proc/${child}/comm`) === name);
  return found === undefined ? undefined : Number(found);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
