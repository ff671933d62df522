/**
 * Who may import whom in src/ (docs/architecture.md "Folders, and who may import whom"), as data and one function.
 *
 * Only direct imports are judged, types included: a layer that needs the type of a layer above it has the type in
 * the wrong place. Nothing here reads files.
 */

/** What an area of src/ may import besides itself. */
interface AreaRule {
  readonly areas: readonly string[];
  /** npm packages (or one module of a package) and bun: modules; node: modules are free for all. */
  readonly packages: readonly string[];
}

const middle = ["net", "store", "config", "observability", "platform"] as const;
const roles = ["roles/server", "roles/admin", "roles/client", "roles/all"] as const;
const hashes = ["@noble/curves", "@noble/hashes"];

const rules: Readonly<Record<string, AreaRule>> = {
  main: { areas: ["cli", "core"], packages: [] },
  cli: {
    areas: [...roles, "packaging", "config", "observability", "net", "platform", "proto", "core"],
    packages: ["@grpc/grpc-js", "commander", ...hashes],
  },
  "roles/all": {
    areas: ["roles/server", "roles/admin", "roles/client", "web", ...middle, "proto", "core"],
    packages: [...hashes],
  },
  "roles/server": {
    areas: ["web", ...middle, "proto", "core"],
    packages: ["@grpc/grpc-js", "bun:ffi", ...hashes],
  },
  "roles/admin": {
    areas: ["web", ...middle, "proto", "core"],
    packages: ["@grpc/grpc-js", "bun:ffi", "zod", ...hashes],
  },
  "roles/client": {
    areas: [...middle, "proto", "core"],
    packages: ["bun:ffi", "bun:sqlite", ...hashes],
  },
  web: { areas: ["core", "observability"], packages: ["hono", "preact"] },
  store: { areas: ["platform", "core"], packages: ["bun:ffi", "bun:sqlite"] },
  config: {
    areas: ["net", "platform", "proto", "generated", "core"],
    packages: ["long", "protobufjs/minimal.js", "zod", ...hashes],
  },
  net: { areas: ["core"], packages: ["@peculiar/x509", "bun:ffi", "reflect-metadata", ...hashes] },
  packaging: { areas: ["platform", "core"], packages: [] },
  platform: { areas: ["core"], packages: ["bun:ffi"] },
  observability: { areas: ["core"], packages: ["@logtape/logtape", "prom-client"] },
  proto: { areas: ["generated", "core"], packages: ["long", "protobufjs/minimal.js"] },
  generated: { areas: [], packages: ["long", "protobufjs/minimal.js"] },
  core: { areas: [], packages: hashes },
};

/** Narrower than an area: files with this prefix may use of the named area only these files. */
const narrowed = [
  {
    from: "src/config/",
    area: "net",
    only: ["src/net/certificates"],
    why: "config takes only certificates from net",
  },
] as const;

/**
 * The area that a source file belongs to; undefined for a file outside every known folder.
 * @param path from the project's root, with forward slashes.
 */
export function areaOf(path: string): string | undefined {
  if (path === "src/main.ts") return "main";
  if (path.startsWith("src/proto/generated/")) return "generated";
  const [, first, second] = path.split("/");
  const area = first === "roles" ? `roles/${second ?? ""}` : first;
  return area !== undefined && Object.hasOwn(rules, area) ? area : undefined;
}

/**
 * Why this import is forbidden; undefined when it is fine.
 * @param from the importing file, from the project's root.
 * @param target a path from the project's root, or a package as written in the import.
 */
export function judgeImport(from: string, target: ImportTarget): string | undefined {
  const area = areaOf(from);
  if (area === undefined) return "lies in no folder that scripts/imports/rules.ts knows";
  return target.kind === "file"
    ? judgeFile(from, area, target.path)
    : judgePackage(area, target.name);
}

export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string };

function judgeFile(from: string, area: string, path: string): string | undefined {
  if (path === "package.json" && area === "core") return undefined;
  const other = areaOf(path);
  if (other === undefined) return `imports ${path}, which is in no folder of src/`;
  if (other === area) return judgeSiblings(from, path);
  if (!rules[area]?.areas.includes(other)) return `${area} may not import ${other} (${path})`;
  const narrow = narrowed.find((rule) => from.startsWith(rule.from) && rule.area === other);
  if (narrow && !narrow.only.some((start) => path.startsWith(start)))
    return `${narrow.why} (${path})`;
  return undefined;
}

/** Implementations of the store know the contract, never one another. */
function judgeSiblings(from: string, path: string): string | undefined {
  const implementation = (file: string) => /^src\/store\/([^/]+)\//.exec(file)?.[1];
  const [here, there] = [implementation(from), implementation(path)];
  if (there === undefined || here === there) return undefined;
  return here === undefined
    ? `the store's contract may not import an implementation (${path})`
    : `store/${here} may not import store/${there} (${path})`;
}

function judgePackage(area: string, name: string): string | undefined {
  if (name.startsWith("node:")) return undefined;
  const parts = name.split("/");
  const base = name.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? name);
  const allowed = rules[area]?.packages ?? [];
  if (allowed.includes(base) || allowed.includes(name)) return undefined;
  return `${area} may not import the package "${name}" (see scripts/imports/rules.ts; a new library needs a decision note)`;
}
