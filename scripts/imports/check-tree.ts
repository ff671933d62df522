/** Judges every import of a source tree; reads files, decides nothing itself (rules.ts, cycles.ts). */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { findCycles } from "./cycles.ts";
import { judgeImport } from "./rules.ts";
import { resolveImport, scanImports } from "./scan.ts";

export interface TreeReport {
  readonly files: number;
  readonly imports: number;
  /** One line per fault: `file: what is wrong`. */
  readonly faults: readonly string[];
}

/** @param root the folder that holds src/. */
export function checkTree(root: string): TreeReport {
  const graph = new Map<string, string[]>();
  const faults: string[] = [];
  let imports = 0;
  for (const file of listSources(root)) {
    const found = scanImports(
      readFileSync(join(root, file), "utf8"),
      file.endsWith(".tsx") ? "tsx" : "ts",
    ).map(({ path, lazy }) => ({
      lazy,
      target: resolveImport(file, path),
    }));
    imports += found.length;
    graph.set(
      file,
      // What is loaded lazily is no part of a cycle: a command loads its action, which knows the command's options.
      found.flatMap(({ target, lazy }) => (target.kind === "file" && !lazy ? [target.path] : [])),
    );
    for (const { target } of found) {
      const fault = judgeImport(file, target);
      if (fault !== undefined) faults.push(`${file}: ${fault}`);
    }
  }
  for (const cycle of findCycles(graph)) faults.push(`cycle: ${cycle.join(" → ")}`);
  return { files: graph.size, imports, faults: [...new Set(faults)] };
}

function listSources(root: string): string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .toSorted();
}
