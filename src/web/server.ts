/**
 * The web listener: page and API on one port. It decides what is refused before anybody is asked (hosts, origins), what
 * every answer carries, and who is let in; what there is to see comes from the apps that it is given.
 */
import { createSecureContext } from "node:tls";

import { Hono } from "hono";

import { type Clock, systemClock } from "../core/clock.ts";
import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";
import type { Log } from "../observability/log.ts";
import {
  type WebAccess,
  type WebBindings,
  type WebEnv,
  authenticate,
  cookieNamesOf,
  refusalOf,
} from "./access.ts";
import { problemOf } from "./api/problem.ts";
import { type HostOptions, allowHosts } from "./hosts.ts";
import { loginRoutes, sessionRoutes } from "./login.ts";
import { secure } from "./security-headers.ts";

/** Seconds without a byte either way. Streams of events have none, and send something every 15 s. */
const defaultIdleSeconds = 20;
/** A file of 16 MiB as base64, and what is around it. */
const maxBodyBytes = 24 * 1024 * 1024;
/** How long answers under way may take once the listener is told to stop. */
const stopGraceMs = 1000;

export interface WebTls {
  /** PEM. */
  readonly certificates: string;
  /** PEM. A secret. */
  readonly key: string;
}

export interface WebOptions {
  /** Host without brackets; port 0 takes a free one. */
  readonly listen: { readonly host: string; readonly port: number };
  /** undefined: plain HTTP; whether that is allowed is decided before. */
  readonly tls: WebTls | undefined;
  readonly hosts: Omit<HostOptions, "tls">;
  readonly access: WebAccess;
  /** Mounted at "/", for everybody who reaches the port: nothing secret is in them. */
  readonly open?: readonly Hono[];
  /** Mounted at /api/v1, once it is known who asks. */
  readonly api?: Hono;
  /** Mounted at "/": the status page, the same for everybody. */
  readonly page?: Hono;
  /** How long a connection may be silent. */
  readonly idleSeconds?: number;
  readonly clock?: Clock;
  readonly log: Log;
}

export interface RunningWeb extends AsyncDisposable {
  readonly port: number;
  /** For connections from now on. @throws configuration for what does not fit; nothing is changed then. */
  replaceTls(tls: WebTls): void;
}

/** @throws conflict for a port that is taken, configuration for an address or a certificate that cannot be used. */
export function startWeb(options: WebOptions): RunningWeb {
  return new WebListener(options);
}

type BunServer = ReturnType<typeof Bun.serve>;

class WebListener implements RunningWeb {
  readonly port: number;
  readonly #options: WebOptions;
  readonly #stopping = new AbortController();
  readonly #hosts;
  readonly #app: Hono<WebEnv>;
  #server: BunServer;
  #tls: WebTls | undefined;

  constructor(options: WebOptions) {
    this.#options = options;
    this.#hosts = allowHosts({ ...options.hosts, tls: options.tls !== undefined });
    this.#tls = options.tls;
    this.#server = this.#listen(options.listen.port, options.tls);
    this.port = this.#server.port ?? 0;
    this.#app = this.#makeApp();
  }

  replaceTls(tls: WebTls): void {
    checkTls(tls);
    // What this listener has accepted goes on; the port is free as soon as it listens no more.
    void this.#server.stop();
    try {
      this.#server = this.#listen(this.port, tls);
      this.#tls = tls;
    } catch (thrown) {
      this.#server = this.#listen(this.port, this.#tls);
      throw thrown;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    const { clock = systemClock } = this.#options;
    const ended = this.#server.stop();
    await Promise.race([ended, clock.sleep(stopGraceMs)]);
    await this.#server.stop(true);
  }

  #listen(port: number, tls: WebTls | undefined): BunServer {
    const { listen, idleSeconds = defaultIdleSeconds } = this.#options;
    const { host } = listen;
    if (tls) checkTls(tls);
    try {
      return Bun.serve({
        // An empty name is every interface.
        ...{ hostname: host === "" ? "::" : host, port, development: false },
        // Unless it is said, a server that is no development server lets others listen on its port.
        reusePort: false,
        ...{ idleTimeout: idleSeconds, maxRequestBodySize: maxBodyBytes },
        ...(tls && { tls: { cert: tls.certificates, key: tls.key } }),
        fetch: (request, server) => this.#answer(request, server),
        error: (thrown) => this.#report(thrown),
      });
    } catch (thrown) {
      throw listenError(host, port, thrown);
    }
  }

  async #answer(request: Request, server: BunServer): Promise<Response> {
    const refusal = refusalOf(request, this.#hosts);
    if (refusal) return this.#finish(problemOf(refusal));
    const peer = server.requestIP(request);
    const bindings: WebBindings = {
      address: peer ? formatPeer(peer) : "unknown",
      stopping: this.#stopping.signal,
      keepOpen: () => server.timeout(request, 0),
    };
    return this.#finish(await this.#app.fetch(request, bindings));
  }

  #finish(response: Response): Response {
    return secure(response);
  }

  #makeApp(): Hono<WebEnv> {
    const { access, open = [], api, page } = this.#options;
    const app = new Hono<WebEnv>();
    const cookieNames = cookieNamesOf(this.port);
    const login = { access, hosts: this.#hosts, cookieNames };
    for (const one of open) app.route("/", one);
    app.route("/", loginRoutes(login));
    app.use("/api/*", authenticate(access, cookieNames));
    app.route("/api/v1/session", sessionRoutes(login));
    if (api) app.route("/api/v1", api);
    const nothing = () =>
      problemOf(new FleetError("not_found", "there is nothing at this address"));
    // The page answers every address of its own with itself; a mistyped one of the API is none of these.
    app.all("/api/*", nothing);
    if (page) app.route("/", page);
    app.notFound(nothing);
    app.onError((thrown) => this.#report(thrown));
    return app;
  }

  #report(thrown: unknown): Response {
    const response = problemOf(thrown);
    if (response.status >= 500)
      this.#options.log.error("a web request failed: {error}", { error: describeThrown(thrown) });
    return this.#finish(response);
  }
}

function formatPeer({ address, port }: { address: string; port: number }): string {
  const plain = address.replace(/^::ffff:(?=[0-9.]+$)/, "");
  return plain.includes(":") ? `[${plain}]:${port}` : `${plain}:${port}`;
}

/** @throws configuration for what does not fit. */
export function checkTls({ certificates, key }: WebTls): void {
  try {
    createSecureContext({ cert: certificates, key });
  } catch (cause) {
    throw new FleetError("configuration", "the page cannot use its certificate and key", {
      hint: "Both must be PEM, and the key that of the first certificate.",
      cause,
    });
  }
}

function listenError(host: string, port: number, cause: unknown): FleetError {
  const address = `"${host.includes(":") ? `[${host}]` : host}:${port}"`;
  if (isSystemError(cause, "EADDRINUSE")) {
    return new FleetError("conflict", `the page cannot listen on ${address}: it is in use`, {
      hint: 'End the program that uses it, or choose another with --web_addr; "" serves no page.',
      cause,
    });
  }
  return new FleetError(
    "configuration",
    `the page cannot listen on ${address}: ${describeThrown(cause)}`,
    {
      hint: "Choose an address of this machine with --web_addr, or fleet { web { listen_address } }.",
      cause,
    },
  );
}
