/**
 * Which proxy a client uses, and for which servers: `proxy` of its file, else HTTPS_PROXY and NO_PROXY (ours.md 2), read as
 * Go's net/http reads them.
 */
import { BlockList, isIP } from "node:net";

import { FleetError } from "../../core/errors.ts";
import { parseHostPort } from "../../net/address.ts";
import { type ClientProxy, parseProxy } from "../../net/client-proxy/proxy.ts";

export interface ProxyEnvironment {
  readonly HTTPS_PROXY?: string | undefined;
  readonly NO_PROXY?: string | undefined;
}

export interface ProxyOptions {
  readonly proxy?: ClientProxy;
  readonly isProxied?: (server: string) => boolean;
}

/**
 * @param configured a URL, from the client's file.
 * @throws configuration for a proxy that cannot be used.
 */
export function proxyOptions(
  configured: string | undefined,
  environment: ProxyEnvironment,
): ProxyOptions {
  if (configured !== undefined && configured !== "") {
    return { proxy: parseProxy(configured, "proxy") };
  }
  const { HTTPS_PROXY: found, NO_PROXY: exceptions = "" } = environment;
  if (found === undefined || found === "") return {};
  return { proxy: parseProxy(found, "HTTPS_PROXY"), isProxied: makeProxyRule(exceptions) };
}

/** @returns whether a server ("host:port") is reached through the proxy. */
export function makeProxyRule(noProxy: string): (server: string) => boolean {
  const rules = noProxy.split(",").map((entry) => makeRule(entry.trim().toLowerCase()));
  return (server) => {
    const { host, port } = parseServer(server);
    return !isLoopback(host) && !rules.some((matches) => matches(host, port));
  };
}

type Rule = (host: string, port: number) => boolean;

const never: Rule = () => false;

function makeRule(entry: string): Rule {
  if (entry === "") return never;
  if (entry === "*") return () => true;
  const range = /^(.*)\/(\d{1,3})$/.exec(entry);
  if (range) return networkRule(range[1] ?? "", Number(range[2]));
  const { host, port } = splitPort(entry);
  const samePort = (other: number) => port === undefined || port === other;
  if (isIP(host) !== 0) {
    const isSame = networkRule(host, host.includes(":") ? 128 : 32);
    return (other, otherPort) => isSame(other, otherPort) && samePort(otherPort);
  }
  const name = host.replace(/^\*?\./, "");
  // With a leading dot, only what lies below.
  const itself = name === host;
  return (other, otherPort) =>
    samePort(otherPort) && ((itself && other === name) || other.endsWith(`.${name}`));
}

function networkRule(address: string, prefix: number): Rule {
  const network = new BlockList();
  try {
    network.addSubnet(address, prefix, familyOf(address));
  } catch {
    return never;
  }
  return (host) => isIP(host) !== 0 && network.check(host, familyOf(host));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}

function splitPort(entry: string): { readonly host: string; readonly port?: number } {
  const match = /^(?:\[(.+)\]|([^:]+)):([0-9]{1,5})$/.exec(entry);
  if (!match) return { host: entry.replace(/^\[(.+)\]$/, "$1") };
  return { host: match[1] ?? match[2] ?? "", port: Number(match[3]) };
}

function parseServer(server: string): { readonly host: string; readonly port: number } {
  const { host, port } = parseHostPort(server);
  if (host === "") throw new FleetError("configuration", `the server "${server}" has no host`);
  return { host: host.toLowerCase(), port };
}

const isLoopbackAddress4 = networkRule("127.0.0.0", 8);
const isLoopbackAddress6 = networkRule("::1", 128);

function isLoopback(host: string): boolean {
  return host === "localhost" || isLoopbackAddress4(host, 0) || isLoopbackAddress6(host, 0);
}
