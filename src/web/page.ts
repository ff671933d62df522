/**
 * Serves the status page: its HTML at every address of a view, its script and style by the hash of their content.
 *
 * Everything here is public and the same for everybody; what the page shows comes from the API, which asks who calls.
 */
import { gunzipSync } from "node:zlib";

import { Hono } from "hono";
import type { Context } from "hono";

import { type PageAsset, embeddedPage } from "./page-assets.ts";
import { matchRoute } from "./ui/routes.ts";

/** No inline script or style, nothing from elsewhere, in nobody's frame. */
export const pageSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const pageHeaders = {
  "Content-Security-Policy": pageSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Names hold the hash of the content: what was once fetched stays right. */
const forever = "public, max-age=31536000, immutable";

/** @param assets those of the executable; a program that runs from its sources has none. */
export function makePage(assets: readonly PageAsset[] | undefined = embeddedPage): Hono {
  const app = new Hono();
  const byPath = new Map((assets ?? []).map((asset) => [asset.path, prepareAsset(asset)]));
  app.get("/assets/:name", (context) => {
    const asset = byPath.get(`/assets/${context.req.param("name")}`);
    if (asset === undefined) return context.text("not found\n", 404, pageHeaders);
    return answer(context, asset, { "Cache-Control": forever });
  });
  app.get("/favicon.ico", (context) => {
    const icon = [...byPath.keys()].find((path) => path.endsWith(".svg"));
    return icon === undefined ? context.text("not found\n", 404) : context.redirect(icon, 302);
  });
  app.get("*", (context) => {
    const index = byPath.get("/");
    if (index === undefined) return context.text(notBuilt, 503, pageHeaders);
    // The page says itself that it is not there; scripts see it in the status.
    context.status(matchRoute(new URL(context.req.url).pathname) === undefined ? 404 : 200);
    return answer(context, index, { "Cache-Control": "no-cache" });
  });
  return app;
}

const notBuilt =
  "The status page is part of the executable, and this server was started from its sources.\n" +
  "Build it with `npm run build` and start dist/fleet.\n";

interface PreparedAsset {
  readonly type: string;
  readonly etag: string;
  readonly encode: Readonly<Record<"br" | "gzip" | "identity", () => Uint8Array<ArrayBuffer>>>;
}

function prepareAsset({ path, type, gzip, br }: PageAsset): PreparedAsset {
  const compressed = Buffer.from(gzip, "base64");
  const bytes = { br: copy(Buffer.from(br, "base64")), gzip: copy(compressed) };
  let plain: Uint8Array<ArrayBuffer> | undefined;
  const identity = () => (plain ??= copy(gunzipSync(compressed)));
  const etag = `"${path === "/" ? Bun.hash(gzip).toString(16) : path.replaceAll("/", "")}"`;
  return { type, etag, encode: { br: () => bytes.br, gzip: () => bytes.gzip, identity } };
}

/** Into memory of its own, which a response may hold. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function answer(
  context: Context,
  asset: PreparedAsset,
  headers: Readonly<Record<string, string>>,
): Response {
  const encoding = chooseEncoding(context.req.header("Accept-Encoding") ?? "");
  for (const [name, value] of Object.entries({ ...pageHeaders, ...headers }))
    context.header(name, value);
  context.header("Vary", "Accept-Encoding");
  context.header("ETag", asset.etag);
  if (context.req.header("If-None-Match") === asset.etag) return context.body(null, 304);
  context.header("Content-Type", asset.type);
  if (encoding !== "identity") context.header("Content-Encoding", encoding);
  return context.body(asset.encode[encoding]());
}

function chooseEncoding(accepted: string): "br" | "gzip" | "identity" {
  const offers = accepted.split(",").map((offer) => offer.replaceAll(" ", "").toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer.split(";")[0] === name && !/;q=0(\.0*)?$/.test(offer));
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "identity";
}
