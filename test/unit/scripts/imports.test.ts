import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { checkTree } from "../../../scripts/imports/check-tree.ts";
import { findCycles } from "../../../scripts/imports/cycles.ts";
import { areaOf, judgeImport } from "../../../scripts/imports/rules.ts";
import { scanImports } from "../../../scripts/imports/scan.ts";

const root = join(import.meta.dir, "../../..");

describe("the layers", () => {
  const file = (path: string) => ({ kind: "file", path }) as const;
  const lib = (name: string) => ({ kind: "package", name }) as const;

  test.each([
    ["src/main.ts", file("src/cli/program.ts")],
    ["src/cli/server.ts", file("src/roles/server/server.ts")],
    ["src/cli/server/admin-client.ts", lib("@grpc/grpc-js")],
    ["src/roles/all/all.ts", file("src/roles/client/client.ts")],
    ["src/roles/server/ingest.ts", file("src/store/store.ts")],
    ["src/roles/server/ingest.ts", file("src/roles/server/services/manager.ts")],
    ["src/config/init.ts", file("src/net/certificates/authority.ts")],
    ["src/config/text-format.ts", file("src/proto/generated/field-tables.ts")],
    ["src/proto/codec.ts", file("src/proto/generated/server.js")],
    ["src/store/sqlite/store.ts", file("src/store/store.ts")],
    ["src/core/ids.ts", lib("@noble/hashes/sha2.js")],
    ["src/core/ids.ts", lib("node:crypto")],
  ])("%s may import %o", (from, target) => {
    expect(judgeImport(from, target)).toBeUndefined();
  });

  test.each([
    ["src/main.ts", file("src/roles/server/server.ts"), "main may not import roles/server"],
    ["src/cli/clients.ts", file("src/store/store.ts"), "cli may not import store"],
    ["src/roles/server/server.ts", file("src/cli/program.ts"), "may not import cli"],
    [
      "src/roles/server/server.ts",
      file("src/roles/client/client.ts"),
      "may not import roles/client",
    ],
    ["src/roles/admin/handlers.ts", file("src/roles/all/all.ts"), "may not import roles/all"],
    ["src/web/app.ts", file("src/store/store.ts"), "web may not import store"],
    ["src/net/connection.ts", file("src/observability/log.ts"), "may not import observability"],
    ["src/store/sqlite/store.ts", file("src/proto/codec.ts"), "store may not import proto"],
    ["src/store/sqlite/store.ts", file("src/store/memory/store.ts"), "store/sqlite may not import"],
    ["src/store/store.ts", file("src/store/sqlite/store.ts"), "contract may not import"],
    ["src/config/init.ts", file("src/net/tls-listener.ts"), "only certificates from net"],
    ["src/core/ids.ts", file("src/proto/codec.ts"), "core may not import proto"],
    [
      "src/roles/server/ingest.ts",
      file("src/proto/generated/server.js"),
      "may not import generated",
    ],
    ["src/roles/server/ingest.ts", file("test/helpers/wait-for.ts"), "in no folder of src/"],
    ["src/utils/misc.ts", file("src/core/ids.ts"), "lies in no folder"],
    ["src/roles/client/client.ts", lib("zod"), 'may not import the package "zod"'],
    ["src/core/ids.ts", lib("left-pad"), 'may not import the package "left-pad"'],
    ["src/proto/codec.ts", lib("protobufjs"), 'may not import the package "protobufjs"'],
  ])("%s may not import %o", (from, target, why) => {
    expect(judgeImport(from, target)).toContain(why);
  });

  test("prototype names are no areas", () => {
    expect(areaOf("src/constructor/x.ts")).toBeUndefined();
  });
});

describe("the scanner", () => {
  test.each([
    ['import { a } from "./a.ts";', "./a.ts"],
    ['import type { A } from "./a.ts";', "./a.ts"],
    ['import type A from "./a.ts";', "./a.ts"],
    ['import type * as A from "./a.ts";', "./a.ts"],
    ['import { type A, type B as C } from "./a.ts";', "./a.ts"],
    ['import {\n  type A,\n  type B,\n} from "./a.ts";', "./a.ts"],
    ['export type { A } from "./a.ts";', "./a.ts"],
    ['export * from "./a.ts";', "./a.ts"],
    ['import "./a.ts";', "./a.ts"],
    ['const a = await import("./a.ts");', "./a.ts"],
    ['type A = import("./a.ts").A;', "./a.ts"],
  ])("sees %s", (source, path) => {
    expect(scanImports(source).map((found) => found.path)).toEqual([path]);
  });

  test("sees the imports of a module with elements, and what elements become", () => {
    const source = 'import { a } from "./a.ts";\nexport const B = () => <p>{a}</p>;\n';
    expect(scanImports(source, "tsx").map((found) => found.path)).toEqual([
      "./a.ts",
      "preact/jsx-runtime",
    ]);
    const real = 'import { a } from "react";\nexport const B = () => <p>{a}</p>;\n';
    expect(scanImports(real, "tsx").map((found) => found.path)).toContain("react");
  });

  test("tells what is loaded lazily", () => {
    const source =
      'import "./a.ts";\nconst b = await import("./b.ts");\ntype C = import("./c.ts").C;\n';
    expect(scanImports(source)).toEqual([
      { path: "./a.ts", lazy: false },
      { path: "./b.ts", lazy: true },
      { path: "./c.ts", lazy: false },
    ]);
  });

  test("sees neither comments nor strings, and survives types and the word type", () => {
    const source = [
      '// import "./a.ts";',
      'const text = `import "./b.ts"`;',
      "export type Json = string | { type: Json };",
      "export const type = 1;",
      "const entry = { type, text };",
    ].join("\n");
    expect(scanImports(source)).toEqual([]);
  });
});

describe("cycles", () => {
  test("are found, also of one file and of three", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "leaf"]],
      ["c", ["a"]],
      ["self", ["self"]],
    ]);
    expect(findCycles(graph)).toEqual([
      ["a", "b", "c", "a"],
      ["self", "self"],
    ]);
  });

  test("two ways to the same file are none", () => {
    const graph = new Map([
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
      ["d", []],
    ]);
    expect(findCycles(graph)).toEqual([]);
  });
});

describe("the command", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "fleet-imports-"));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function write(path: string, source: string): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  }

  test("fails on a tree with a forbidden type import and a cycle, naming both", () => {
    write("src/core/ids.ts", 'import type { Store } from "../store/store.ts";\n');
    write(
      "src/store/store.ts",
      'import { id } from "../core/ids.ts";\nexport type Store = typeof id;\n',
    );
    expect(checkTree(folder).faults).toEqual([
      "src/core/ids.ts: core may not import store (src/store/store.ts)",
      "cycle: src/core/ids.ts → src/store/store.ts → src/core/ids.ts",
    ]);
    const run = Bun.spawnSync([process.execPath, join(root, "scripts/check-imports.ts"), folder]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr.toString()).toContain("core may not import store");
  });
});
