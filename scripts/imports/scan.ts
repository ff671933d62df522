/**
 * Finds what a module imports: values, types, side effects and dynamic imports with a literal path.
 *
 * Bun's scanner leaves out what disappears at run time; so `type` is taken out of the text before.
 */
import { dirname, posix } from "node:path";

import type { ImportTarget } from "./rules.ts";

const scanners = {
  ts: new Bun.Transpiler({ loader: "ts", trimUnusedImports: false }),
  tsx: new Bun.Transpiler({
    loader: "tsx",
    trimUnusedImports: false,
    // What elements become is imported too: as in src/web/ui/tsconfig.json.
    tsconfig: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" } },
  }),
};

export interface FoundImport {
  /** As written. */
  readonly path: string;
  /** Loaded when it is needed, by await import(). */
  readonly lazy: boolean;
}

/** @param source TypeScript text, in the tsx dialect if that is said. @returns its imports in order, repeats included. */
export function scanImports(source: string, dialect: "ts" | "tsx" = "ts"): FoundImport[] {
  const withoutTypeMarks = source
    .replaceAll(/^(\s*import)\s+type\b(?=\s*[\w*{])/gm, "$1")
    .replaceAll(/^(\s*export)\s+type\b(?=\s*[*{])/gm, "$1")
    .replaceAll(/([{,]\s*)type\s+(?=\w+\s*(?:[,}]|as\b))/g, "$1");
  const written = scanners[dialect]
    .scanImports(withoutTypeMarks)
    // The scanner adds React to whatever has elements, which the tsconfig above does not change.
    .filter(({ path, kind }) => kind !== "require-call" || path !== "react")
    .map(({ path, kind }) => ({ path, lazy: kind === "dynamic-import" }));
  const typeQueries = [...source.matchAll(/(?<!await )\bimport\("([^"]+)"\)\s*\./g)];
  return [...written, ...typeQueries.map((match) => ({ path: match[1] ?? "", lazy: false }))];
}

/** @param from the importing file and @param written the path in its import; result paths are from the same root. */
export function resolveImport(from: string, written: string): ImportTarget {
  if (!written.startsWith(".")) return { kind: "package", name: written };
  return { kind: "file", path: posix.join(dirname(from), written) };
}
