/**
 * The names under which this server is reached. A page of somebody else whose name suddenly resolves to this machine (DNS
 * rebinding) sends its own name, and is refused.
 */

export interface AllowedHosts {
  /** @param host as the Host header has it, with or without a port: tunnels have ports of their own. */
  allows(host: string): boolean;
  /** Whether a page of this origin is ours, seen from a request to that host. */
  isOwnOrigin(origin: string, host: string): boolean;
  /** Whether browsers reach that host by https: its cookies go nowhere else then. */
  isSecure(host: string): boolean;
}

export interface HostOptions {
  /** Names and addresses, without port and brackets. */
  readonly names: readonly string[];
  /** Origins of proxies before this server: "https://fleet.example". */
  readonly publicUrls: readonly string[];
  /** Whether the listener itself speaks TLS. */
  readonly tls: boolean;
}

/** A name or IPv4 address, or an IPv6 address in brackets, and perhaps a port. Nothing else of what a URL may have. */
const hostPattern = /^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::([0-9]{1,5}))?$/;
const loopback = ["localhost", "127.0.0.1", "::1"];

export function allowHosts({ names, publicUrls, tls }: HostOptions): AllowedHosts {
  const urls = publicUrls.map((url) => new URL(url));
  const known = new Set([...loopback, ...names].map((name) => name.toLowerCase()));
  const publicHosts = new Map(urls.map((url) => [url.host, url.protocol === "https:"]));
  return {
    allows: (host) => {
      const lower = host.toLowerCase();
      return publicHosts.has(lower) || known.has(nameOf(lower) ?? "");
    },
    isOwnOrigin: (origin, host) => {
      const lower = host.toLowerCase();
      const scheme = tls || publicHosts.get(lower) ? "https" : "http";
      return origin.toLowerCase() === `${scheme}://${lower}`;
    },
    isSecure: (host) => tls || (publicHosts.get(host.toLowerCase()) ?? false),
  };
}

/** Without port and brackets. */
function nameOf(host: string): string | undefined {
  return hostPattern.exec(host)?.[1]?.replace(/^\[|\]$/g, "");
}
