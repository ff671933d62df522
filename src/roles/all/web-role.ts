/**
 * The page and the HTTP API of an installation: where they listen, with which certificate, under which names.
 *
 * On addresses of this machine alone they speak plain HTTP. To others they speak TLS, with a certificate of their own or
 * the server's, unless the configuration says otherwise (ours.md 5).
 */
import { isDeepStrictEqual } from "node:util";
import { hostname, networkInterfaces } from "node:os";

import { isLoopback } from "../../config/addresses.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { WebConfig } from "../../config/schemas/extension.ts";
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import { formatHostPort } from "../../net/address.ts";
import { hostsOf, readCertificate } from "../../net/certificates.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import { getLog } from "../../observability/log.ts";
import type { Readiness } from "../../observability/readiness.ts";
import { type WebContext, admittedOf, signalOf } from "../../web/access.ts";
import { makeApi } from "../../web/api/api.ts";
import type { ApiBackend } from "../../web/api/operation.ts";
import { healthRoutes } from "../../web/health.ts";
import { makePage } from "../../web/page.ts";
import { checkTls, startWeb } from "../../web/server.ts";
import { linkPath } from "../../web/login.ts";
import type { Access } from "../admin/access/access.ts";
import { certificateOf, configuredCertificate } from "./admin-tls.ts";
import type { StatePaths } from "./state-directory.ts";
import { defaultWebListen } from "./web-listen.ts";

export interface WebRoleOptions {
  readonly components: ComponentsConfig;
  readonly paths: StatePaths;
  readonly access: Access;
  /** What the API serves. */
  readonly api: ApiBackend;
  readonly readiness: Readiness;
  readonly clock: Clock;
}

export interface RunningWebRole extends AsyncDisposable {
  /** "host:port" */
  readonly address: string;
  /** Where a browser on this machine, or behind the proxy, opens it: "http://127.0.0.1:6062". */
  readonly url: string;
  /** Of a login's link. A secret. */
  linkOf(login: string): string;
  /** Whether replaceTls could take over what a file says. @throws configuration */
  checkTls(components: ComponentsConfig): void;
  /** Takes over what a file says of the certificate. @returns whether it is another. @throws configuration */
  replaceTls(components: ComponentsConfig): boolean;
  /** The server's certificate was renewed. */
  show(certificate: ServerCertificate): void;
}

/** @throws configuration for what may not be served, conflict for a port that is taken. */
export function startWebRole(options: WebRoleOptions): RunningWebRole {
  const { components, paths, access, readiness, clock } = options;
  const config = components.web;
  if (!config) throw new FleetError("internal", "no page is configured");
  const log = getLog("web");
  const listen = config.listen ?? defaultWebListen;
  let tls = tlsOf(components, config, paths);
  if (!tls && !isLoopback(listen)) {
    log.warn(
      "the page is served without TLS to everybody who reaches {address}: whoever reads along is let in",
      {
        address: formatHostPort(listen),
      },
    );
  }
  const certified = tls ? hostsOf(readCertificate(tls.certificates)) : [];
  const web = startWeb({
    ...{ listen, access, clock, log },
    ...(tls === undefined ? { tls } : { tls: asWebTls(tls) }),
    hosts: { names: [...namesOf(listen.host), ...certified], publicUrls: config.publicUrls },
    open: [healthRoutes(readiness)],
    api: makeApi({
      ...{ backend: options.api, log, signalOf },
      callerOf: (context: WebContext) => admittedOf(context).caller,
    }),
    page: makePage(),
  });
  const address = formatHostPort({ host: listen.host, port: web.port });
  const url =
    config.publicUrls[0] ?? `${tls ? "https" : "http"}://${reachable(address, certified)}`;
  log.info("page on {url}", { url });
  const replace = (next: ServerCertificate) => {
    web.replaceTls(asWebTls(next));
    tls = next;
  };
  const nextOf = (next: ComponentsConfig) => tls && next.web && tlsOf(next, next.web, paths);
  return {
    ...{ address, url },
    linkOf: (login) => `${url}${linkPath}#${login}`,
    checkTls: (changed) => {
      const next = nextOf(changed);
      if (next) checkTls(asWebTls(next));
    },
    replaceTls: (next) => {
      const changed = nextOf(next);
      if (!changed || isDeepStrictEqual(changed, tls)) return false;
      replace(changed);
      return true;
    },
    show: (certificate) => {
      if (tls && config.certificates === undefined) replace(certificate);
    },
    [Symbol.asyncDispose]: () => web[Symbol.asyncDispose](),
  };
}

/** undefined: plain HTTP. @throws configuration where that may not be. */
function tlsOf(
  components: ComponentsConfig,
  web: WebConfig,
  paths: StatePaths,
): ServerCertificate | undefined {
  const { certificates, key, allowPlain, listen = defaultWebListen } = web;
  if (certificates !== undefined && key !== undefined) return { certificates, key };
  if (certificates !== undefined || key !== undefined) {
    throw new FleetError("configuration", "fleet.web has only one of certificates and key", {
      hint: "Set both, or neither to use the server's.",
    });
  }
  if (allowPlain || isLoopback(listen)) return undefined;
  const shown = configuredCertificate(components) ?? certificateOf(paths);
  if (shown) return shown;
  throw new FleetError(
    "configuration",
    `the page may not be served on "${formatHostPort(listen)}" without TLS`,
    {
      hint: "Set fleet { web { certificates key } }, listen on 127.0.0.1, or accept it with fleet { web { allow_plain: true } }.",
    },
  );
}

function asWebTls({ certificates, key }: ServerCertificate) {
  return { certificates, key };
}

/** By which names and addresses browsers may call it. */
function namesOf(host: string): string[] {
  if (!["", "0.0.0.0", "::"].includes(host)) return [host];
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return [hostname(), ...addresses.map(({ address }) => address.replace(/%.*$/, ""))];
}

/** An address that means every interface is no address to go to. @param certified what the certificate is for. */
function reachable(address: string, certified: readonly string[]): string {
  const own = ["localhost", "127.0.0.1", hostname()];
  // Neither an IPv6 address, which has brackets in a URL, nor a wildcard.
  const name = certified.find((one) => /^[\w.-]+$/.test(one) && !own.includes(one));
  return address.replace(/^(?:0\.0\.0\.0|\[::\])?:/, `${name ?? "localhost"}:`);
}
