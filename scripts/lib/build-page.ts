/**
 * Bundles the status page (src/web/ui): one HTML file, one script and one style sheet, minified, named by their content,
 * and compressed once for every request that will ever come.
 *
 * Nothing of it is kept in the repository; the executable carries it as FLEET_PAGE (src/web/page-assets.ts).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import type { PageAsset } from "../../src/web/page-assets.ts";

export interface BuiltPage {
  readonly assets: readonly PageAsset[];
  /** The modules that went in, as paths from the working directory. */
  readonly modules: readonly string[];
}

/** @throws AggregateError with what the bundler complained about. */
export async function buildPage(root: string): Promise<BuiltPage> {
  const folder = join(root, "src/web/ui");
  const [script, style] = await Promise.all([
    bundle(join(folder, "main.tsx")),
    bundle(join(folder, "style/main.css")),
  ]);
  const favicon = readFileSync(join(folder, "favicon.svg"), "utf8");
  const assets = [
    makeAsset("fleet", "js", "text/javascript; charset=utf-8", script.text),
    makeAsset("fleet", "css", "text/css; charset=utf-8", style.text),
    makeAsset("favicon", "svg", "image/svg+xml", favicon),
  ];
  const index = fillIn(readFileSync(join(folder, "index.html"), "utf8"), assets);
  return {
    assets: [compressAsset("/", "text/html; charset=utf-8", index), ...assets],
    modules: [...script.modules, ...style.modules],
  };
}

async function bundle(entry: string) {
  const result = await Bun.build({
    entrypoints: [entry],
    target: "browser",
    format: "esm",
    minify: true,
    metafile: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const [output] = result.outputs;
  if (!result.success || output === undefined)
    throw new AggregateError(result.logs, `bundling ${entry} failed`);
  return { text: await output.text(), modules: Object.keys(result.metafile?.inputs ?? {}) };
}

/** @param name and @param extension of the file; the hash of its content comes between them. */
function makeAsset(name: string, extension: string, type: string, text: string): PageAsset {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return compressAsset(`/assets/${name}-${hash}.${extension}`, type, text);
}

function compressAsset(path: string, type: string, text: string): PageAsset {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    path,
    type,
    gzip: gzipSync(bytes, { level: 9 }).toString("base64"),
    br: brotliCompressSync(bytes, { params }).toString("base64"),
  };
}

/** Each `{{js}}` of the template becomes the path of that asset. */
function fillIn(template: string, assets: readonly PageAsset[]): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, extension: string) => {
    const asset = assets.find(({ path }) => path.endsWith(`.${extension}`));
    if (asset === undefined) throw new Error(`index.html names an asset "${extension}"`);
    return asset.path;
  });
}
