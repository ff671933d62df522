/**
 * The proxy on a client's way to its servers, as a URL names it: http and https (CONNECT), socks5 and socks5h. Go's
 * net/http knows the same four, and resolves names at the proxy with either of the last two, as here.
 */
import { FleetError } from "../../core/errors.ts";
import { proxyUrl } from "../../core/proxy-url.ts";
import type { HostPort } from "../address.ts";

export type ProxyKind = "http" | "https" | "socks5";

export interface ProxyCredentials {
  readonly user: string;
  /** A secret. */
  readonly password: string;
}

export interface ClientProxy {
  readonly kind: ProxyKind;
  readonly address: HostPort;
  readonly credentials: ProxyCredentials | undefined;
}

const kinds: Readonly<Record<string, { readonly kind: ProxyKind; readonly port: number }>> = {
  "http:": { kind: "http", port: 80 },
  "https:": { kind: "https", port: 443 },
  "socks5:": { kind: "socks5", port: 1080 },
  "socks5h:": { kind: "socks5", port: 1080 },
};
/** RFC 1929 2: one byte of length. */
const maxSocksBytes = 255;

/**
 * @param text "http://user:password@host:port", or "host:port".
 * @param name of the setting, for the error, which never shows the text: it may hold a password.
 * @throws configuration for anything else.
 */
export function parseProxy(text: string, name: string): ClientProxy {
  const url = proxyUrl(text);
  if (!url || url.hostname === "") throw wrongProxy(`${name} is not a URL`);
  const known = Object.hasOwn(kinds, url.protocol) ? kinds[url.protocol] : undefined;
  if (!known) throw wrongProxy(`${name} begins with "${url.protocol}//", which is no proxy's`);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const address = { host, port: url.port === "" ? known.port : Number(url.port) };
  const credentials = credentialsOf(url, name);
  if (known.kind === "socks5") checkSocksCredentials(credentials, name);
  return { kind: known.kind, address, credentials };
}

function credentialsOf(url: URL, name: string): ProxyCredentials | undefined {
  if (url.username === "" && url.password === "") return undefined;
  try {
    const [user, password] = [url.username, url.password].map(decodeURIComponent);
    return { user: user ?? "", password: password ?? "" };
  } catch {
    throw wrongProxy(`the credentials in ${name} are not escaped as in a URL`);
  }
}

function checkSocksCredentials(credentials: ProxyCredentials | undefined, name: string): void {
  if (!credentials) return;
  const { user, password } = credentials;
  const isTooLong = [user, password].some((text) => Buffer.byteLength(text) > maxSocksBytes);
  if (user === "" || isTooLong) {
    throw wrongProxy(
      `SOCKS takes a user and a password of up to ${maxSocksBytes} bytes, not ${name}'s`,
    );
  }
}

function wrongProxy(message: string): FleetError {
  return new FleetError("configuration", message, {
    hint: 'Write "http://host:port", or https:// or socks5:// in front of it.',
  });
}
