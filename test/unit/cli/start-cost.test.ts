/** What every start of the executable loads: nothing heavy, so that an agent and a short command stay small and fast. */
import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { resolveImport } from "../../../scripts/imports/scan.ts";

const root = join(import.meta.dir, "../../..");
const transpiler = new Bun.Transpiler({ loader: "ts" });
const cheap = new Set(["commander"]);

/** The packages that a module loads at once, each with the modules on the way to it. Types do not count. */
function packagesOf(file: string): string[] {
  const seen = new Set([file]);
  const waiting = [[file]];
  const found: string[] = [];
  for (let way = waiting.shift(); way; way = waiting.shift()) {
    const [here = ""] = way;
    const imports = transpiler.scanImports(readFileSync(join(root, here), "utf8"));
    for (const { path, kind } of imports) {
      const target = resolveImport(here, path);
      if (kind !== "import-statement" || path.startsWith("node:")) continue;
      if (target.kind === "package") {
        if (!cheap.has(target.name)) found.push([target.name, ...way].join(" < "));
      } else if (!seen.has(target.path) && /\.[jt]s$/.test(target.path)) {
        expect(existsSync(join(root, target.path))).toBe(true);
        seen.add(target.path);
        waiting.push([target.path, ...way]);
      }
    }
  }
  return found;
}

test.each([
  "src/main.ts",
  "src/cli/run.ts",
  "src/cli/repacked-program.ts",
  "src/cli/actions/version.ts",
])("%s loads no library at once but the parser of command lines", (file) => {
  expect(packagesOf(file)).toEqual([]);
});

test("a library would be found, with the way to it", () => {
  expect(packagesOf("src/cli/server/connect.ts")).toContain(
    "@grpc/grpc-js < src/cli/server/admin-client.ts < src/cli/server/connect.ts",
  );
});
