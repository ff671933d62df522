/**
 * Logging in with a one-time link. The secret stands behind the `#` of the link, which no browser sends anywhere: opening
 * the link, or fetching it ahead, uses nothing up. The button does, by a POST.
 */
import { type Context, Hono } from "hono";

import { toFleetError } from "../core/errors.ts";
import { readBody } from "./api/body.ts";
import { problemOf } from "./api/problem.ts";
import {
  type CookieNames,
  type NewSession,
  type WebAccess,
  type WebEnv,
  admittedOf,
  refusedCredential,
} from "./access.ts";
import type { AllowedHosts } from "./hosts.ts";
import { linkPage, linkScript, linkStyle } from "./link-page.ts";

export const linkPath = "/link";
/** Bytes: a login has 66 characters. */
const maxFormBytes = 1024;

export interface LoginOptions {
  readonly access: WebAccess;
  readonly hosts: AllowedHosts;
  readonly cookieNames: CookieNames;
}

/** The link's page and what it posts to. To be mounted at "/", for everybody. */
export function loginRoutes(options: LoginOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(linkPath, (context) => context.html(linkPage()));
  app.get(`${linkPath}/link.js`, (context) =>
    context.body(linkScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get(`${linkPath}/link.css`, (context) =>
    context.body(linkStyle, 200, { "content-type": "text/css; charset=utf-8" }),
  );
  app.post(linkPath, (context) => login(context, options));
  return app;
}

async function login(context: Context<WebEnv>, options: LoginOptions): Promise<Response> {
  const wantsPage = (context.req.header("accept") ?? "").includes("text/html");
  try {
    const text = await readLogin(context.req.raw);
    const session = await options.access.login(text, context.env.address);
    const headers = { "set-cookie": cookieOf(context, session, options) };
    // Not a redirect for scripts: they want to know that it worked.
    if (!wantsPage) return new Response(null, { status: 204, headers });
    return new Response(null, { status: 303, headers: { ...headers, location: "/" } });
  } catch (thrown) {
    const problem = refusedCredential(thrown);
    if (!wantsPage) return problem;
    const { message, hint } = toFleetError(thrown);
    return new Response(linkPage(message, hint), {
      status: problem.status,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }
}

/** From the page's form, or { "login": "…" }. */
async function readLogin(request: Request): Promise<string> {
  // Whatever is longer is no login.
  const bytes = await readBody(request, maxFormBytes).catch(() => new Uint8Array());
  const body = Buffer.from(bytes).toString("utf8");
  if (!(request.headers.get("content-type") ?? "").includes("json"))
    return new URLSearchParams(body).get("login") ?? "";
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === "object" && value !== null && "login" in value;
    return isObject && typeof value.login === "string" ? value.login : "";
  } catch {
    return "";
  }
}

function cookieOf(
  context: Context<WebEnv>,
  { text, lifetimeMs }: NewSession,
  { hosts, cookieNames }: LoginOptions,
): string {
  const isSecure = hosts.isSecure(context.req.header("host") ?? "");
  const name = isSecure ? cookieNames.secure : cookieNames.plain;
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.floor(lifetimeMs / 1000)}`;
  return `${name}=${text}; ${attributes}${isSecure ? "; Secure" : ""}`;
}

/** Who is logged in, and logging out. To be mounted at /api/v1/session. */
export function sessionRoutes({ access, hosts, cookieNames }: LoginOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", (context) => {
    const { caller, kind, expiresMs } = admittedOf(context);
    return context.json({
      kind,
      ...{ name: caller.name ?? "", scope: caller.scope, credential_id: caller.credentialId },
      ...(expiresMs !== undefined && { expires_time: rfc3339(expiresMs) }),
    });
  });
  app.delete("/", async (context) => {
    const admitted = admittedOf(context);
    if (admitted.kind === "session") await access.logout(admitted);
    const isSecure = hosts.isSecure(context.req.header("host") ?? "");
    const name = isSecure ? cookieNames.secure : cookieNames.plain;
    const cookie = `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${isSecure ? "; Secure" : ""}`;
    return new Response(null, { status: 204, headers: { "set-cookie": cookie } });
  });
  app.onError((thrown) => problemOf(thrown));
  return app;
}

/** With microseconds, as everywhere in the API. */
function rfc3339(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000Z");
}
