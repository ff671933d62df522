/**
 * "host:port" as Go writes it: ":port" for every interface, "[::1]:port" for IPv6 (protocol.md 18).
 */
import { FleetError } from "../core/errors.ts";

export interface HostPort {
  /** Without brackets; empty for every interface. */
  readonly host: string;
  readonly port: number;
}

const hostPort = /^(?:\[([0-9A-Fa-f:.%a-z]+)\]|([^[\]:\s]*)):([0-9]{1,5})$/;

/** @throws invalid_argument for anything else. */
export function parseHostPort(text: string): HostPort {
  const match = hostPort.exec(text);
  const port = Number(match?.[3]);
  if (!match || port > 65535) {
    throw new FleetError("invalid_argument", `${JSON.stringify(text)} is not an address`, {
      hint: 'Write "host:port", ":port" or "[ipv6]:port".',
    });
  }
  return { host: match[1] ?? match[2] ?? "", port };
}

/** The text that parseHostPort reads. */
export function formatHostPort({ host, port }: HostPort): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
