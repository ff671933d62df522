import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";

import type { Hono } from "hono";

import { buildPage } from "../../../scripts/lib/build-page.ts";
import { makePage } from "../../../src/web/page.ts";
import { matchRoute, routePath } from "../../../src/web/ui/routes.ts";

let page: Hono;
let index = "";

beforeAll(async () => {
  page = makePage((await buildPage(join(import.meta.dir, "../../.."))).assets);
  index = await (await page.request("/")).text();
});

const assetsOf = (html: string) =>
  [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path!);

describe("the page", () => {
  test.each(["/", "/clients", "/clients/28efa22af2e90573", "/server?tab=log", "/login"])(
    "is at %s",
    async (path) => {
      const response = await page.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(await response.text()).toBe(index);
    },
  );

  test.each(["/nothing", "/clients/a/b", "/clients/%E0%A4%A"])(
    "is not at %s, and says so",
    async (path) => {
      expect((await page.request(path)).status).toBe(404);
    },
  );

  test("has nothing inline and nothing from elsewhere", async () => {
    expect(index).not.toMatch(/<script>|<style|style=|\son\w+=|https?:|javascript:/);
    const policy = (await page.request("/")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("names its script, style and icon by their content, for ever", async () => {
    const paths = assetsOf(index);
    expect(paths.map((path) => path.replace(/-[0-9a-f]{16}/, ""))).toEqual([
      "/assets/favicon.svg",
      "/assets/fleet.css",
      "/assets/fleet.js",
    ]);
    for (const path of paths) {
      const response = await page.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("immutable");
    }
    expect((await page.request("/assets/fleet-0000000000000000.js")).status).toBe(404);
  });

  test.each([
    ["br, gzip", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["deflate", null],
    ["", null],
  ])("answers Accept-Encoding %p with %p", async (accepted, encoding) => {
    const response = await page.request("/", { headers: { "accept-encoding": accepted } });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
  });

  test("is under 100 KB on the wire, all of it, however it is compressed", async () => {
    for (const encoding of ["br", "gzip"]) {
      let bytes = 0;
      for (const path of ["/", ...assetsOf(index)]) {
        const response = await page.request(path, { headers: { "accept-encoding": encoding } });
        bytes += (await response.arrayBuffer()).byteLength;
      }
      expect(bytes).toBeLessThan(100_000);
    }
  });

  test("is not sent again to who has it", async () => {
    const etag = (await page.request("/")).headers.get("etag") ?? "";
    const again = await page.request("/", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("started from the sources, says how to get one", async () => {
    const response = await makePage(undefined).request("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });
});

describe("addresses", () => {
  test("lead to the view and back", () => {
    expect(matchRoute(routePath("client", "28efa22af2e90573"))).toEqual({
      name: "client",
      id: "28efa22af2e90573",
    });
    expect(matchRoute(routePath("client", "a/b ?#"))).toEqual({ name: "client", id: "a/b ?#" });
    expect(matchRoute("/clients/")).toEqual({ name: "clients", id: "" });
    expect(matchRoute("/toString")).toBeUndefined();
  });
});
