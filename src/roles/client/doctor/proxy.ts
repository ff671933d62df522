/** Which proxy a client would use, and who says so; never its password. */
import { type Finding, passed } from "../../../core/finding.ts";
import { formatHostPort } from "../../../net/address.ts";
import type { ClientProxy } from "../../../net/client-proxy/proxy.ts";
import { type ProxyEnvironment, proxyOptions } from "../proxy-options.ts";

/** @throws configuration for one that cannot be used. */
export function describeProxy(
  configured: string | undefined,
  environment: ProxyEnvironment,
): Finding {
  const { proxy } = proxyOptions(configured, environment);
  if (!proxy) return passed("proxy", "none is used");
  const isOwn = configured !== undefined && configured !== "";
  const source = isOwn ? "proxy of the configuration" : "HTTPS_PROXY of this environment";
  return passed("proxy", `${nameProxy(proxy)} is used (${source})`);
}

export function nameProxy({ kind, address, credentials }: ClientProxy): string {
  const user = credentials ? ", with a user and a password" : "";
  return `${kind}://${formatHostPort(address)}${user}`;
}
