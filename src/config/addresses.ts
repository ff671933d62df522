/**
 * Addresses as configuration files write them, Go's way (protocol.md 18).
 */
import { isIP } from "node:net";

export interface ListenAddress {
  /** Without brackets; empty: every interface. */
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
}

const pattern = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([0-9]{1,5})$/;
const hostName =
  /^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\.?$/;

/** Reads "host:port", ":port" or "[ipv6]:port"; undefined for anything else. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, bracketed, plain = "", digits = ""] = match;
  const port = Number(digits);
  if (port > 65535) return undefined;
  const isValid =
    bracketed === undefined ? plain === "" || hostName.test(plain) : isIP(bracketed) === 6;
  return isValid ? { host: bracketed ?? plain, port } : undefined;
}

/** The inverse of parseListenAddress. */
export function formatListenAddress({ host, port }: ListenAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether only this machine reaches it. */
export function isLoopback({ host }: ListenAddress): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** "10.0.0.0/8", "2001:db8::/32", or an address alone, which stands for itself. */
export function isCidr(text: string): boolean {
  const [address = "", length, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    length === undefined ||
    (/^[0-9]{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128))
  );
}
