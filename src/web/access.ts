/**
 * Who may come in over HTTP: every request is asked for its host, where it comes from, and its credential, before
 * anything else looks at it. What a credential is worth is decided behind WebAccess.
 *
 * - Host: a name that resolves to this machine is not enough (DNS rebinding); it must be one of ours (hosts.ts).
 * - Origin and Sec-Fetch-Site: other pages may neither read nor change anything, whatever cookies the browser sends.
 * - Credential: a token (`Authorization: Bearer`), or the session of a browser, in a cookie that no script can read.
 */
import type { Context, MiddlewareHandler } from "hono";

import type { Caller } from "../core/caller.ts";
import type { CredentialKind } from "../core/credential.ts";
import { FleetError } from "../core/errors.ts";
import { problemOf } from "./api/problem.ts";
import type { AllowedHosts } from "./hosts.ts";

/** Somebody who was let in. */
export interface Admitted {
  readonly caller: Caller;
  readonly kind: CredentialKind;
  /** Milliseconds since the epoch; undefined: never. */
  readonly expiresMs: number | undefined;
  /** Aborted when the credential is revoked or expires. */
  readonly signal: AbortSignal;
}

export interface WebAccess {
  /**
   * @param text as it was shown. @param address "host:port" of who shows it.
   * @throws unauthenticated with the reason; resource_exhausted for an address that fails too often.
   */
  admit(kind: "token" | "session", text: string, address: string): Promise<Admitted>;
  /** Exchanges a one-time login for a session. @throws as admit, and refused for a login that cannot be used. */
  login(text: string, address: string): Promise<NewSession>;
  /** Ends a session. */
  logout(session: Admitted): Promise<void>;
}

export interface NewSession {
  /** For the cookie. A secret. */
  readonly text: string;
  readonly lifetimeMs: number;
}

/** What the listener tells of a request. */
export interface WebBindings {
  /** "host:port" of the other end. */
  readonly address: string;
  /** The server is about to end. */
  readonly stopping: AbortSignal;
  /** Takes away the time limit for this request: its answer goes on. */
  readonly keepOpen: () => void;
}

export interface WebEnv {
  readonly Bindings: WebBindings;
  Variables: { admitted?: Admitted };
}

export type WebContext = Context<WebEnv>;

/** A request that is refused before anybody asks who it is. @returns why; undefined: it may go on. */
export function refusalOf(request: Request, hosts: AllowedHosts): FleetError | undefined {
  const host = request.headers.get("host") ?? "";
  if (!hosts.allows(host)) {
    return new FleetError("refused", `this server is not known as ${quote(host)}`, {
      hint: "Use an address that it listens on, a name in its certificate (--public_host), or set fleet { web { public_url } } in its configuration.",
    });
  }
  const origin = request.headers.get("origin");
  if (origin !== null && !hosts.isOwnOrigin(origin, host)) {
    return new FleetError("refused", `requests of pages of ${quote(origin)} are not answered`, {
      hint: "Scripts outside a browser use a token and send no Origin.",
    });
  }
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return undefined;
  // Following a link to the page is no harm: it shows nothing without a session, and the cookie stays at home.
  if (isNavigation(request)) return undefined;
  return new FleetError("refused", `requests of other pages (${quote(site)}) are not answered`);
}

function isNavigation({ method, headers }: Request): boolean {
  const isRead = method === "GET" || method === "HEAD";
  const target = headers.get("sec-fetch-dest") ?? "document";
  return isRead && headers.get("sec-fetch-mode") === "navigate" && target === "document";
}

/**
 * Finds out who makes a request, where it says so; whether somebody must be known is for callerOf to say. A credential
 * that is worth nothing is refused at once.
 */
export function authenticate(
  access: WebAccess,
  cookieNames: CookieNames,
): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const shown = credentialOf(context, cookieNames);
    if (shown === undefined) return next();
    if (shown.kind === "session" && changes(context.req.raw) && !isFromOurPage(context.req.raw)) {
      return problemOf(
        new FleetError("refused", "a change with a session's cookie must come from the page", {
          hint: "Scripts use a token: fleet token create",
        }),
      );
    }
    const { kind, text } = shown;
    try {
      context.set("admitted", await access.admit(kind, text, context.env.address));
    } catch (thrown) {
      return refusedCredential(thrown);
    }
    return next();
  };
}

/** @throws unauthenticated where nobody was let in. */
export function admittedOf(context: Context<WebEnv>): Admitted {
  const admitted = context.get("admitted");
  if (admitted) return admitted;
  throw new FleetError("unauthenticated", "this request shows neither a session nor a token", {
    hint: "Log in with the link that fleet web login prints, or send Authorization: Bearer with a token.",
  });
}

/** Aborted when the request is gone, its credential is worth nothing any more, or the server ends. */
export function signalOf(context: Context<WebEnv>): AbortSignal {
  const { stopping } = context.env;
  return AbortSignal.any([context.req.raw.signal, stopping, admittedOf(context).signal]);
}

/** RFC 6585, 4: what fails too often is told when to come back. */
export function refusedCredential(thrown: unknown): Response {
  const response = problemOf(thrown);
  if (!(thrown instanceof FleetError) || thrown.code !== "resource_exhausted") return response;
  return new Response(response.body, {
    status: 429,
    headers: { ...Object.fromEntries(response.headers), "retry-after": "60" },
  });
}

/** The cookie's name on TLS and off it; with the port, since browsers share cookies between ports. */
export interface CookieNames {
  readonly secure: string;
  readonly plain: string;
}

export function cookieNamesOf(port: number): CookieNames {
  return { secure: `__Host-fleet_${port}`, plain: `fleet_session_${port}` };
}

interface Shown {
  readonly kind: "token" | "session";
  readonly text: string;
}

function credentialOf(context: Context<WebEnv>, names: CookieNames): Shown | undefined {
  const authorization = context.req.header("authorization");
  if (authorization !== undefined) {
    const [, text = ""] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
    return { kind: "token", text };
  }
  const cookies = readCookies(context.req.header("cookie") ?? "");
  const text = cookies.get(names.secure) ?? cookies.get(names.plain);
  return text === undefined || text === "" ? undefined : { kind: "session", text };
}

/** The first of each name: a browser sends the one of the longest path first, and ours is of "/". */
function readCookies(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0) continue;
    const name = pair.slice(0, at).trim();
    if (!found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return found;
}

function changes({ method }: Request): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** Browsers say so with every change; that it is not from elsewhere was seen before. */
function isFromOurPage({ headers }: Request): boolean {
  return headers.get("origin") !== null || headers.get("sec-fetch-site") === "same-origin";
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
