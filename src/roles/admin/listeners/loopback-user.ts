/**
 * Who is at the other end of a TCP connection of this machine: the owner of the other socket in the kernel's tables. Linux
 * only; elsewhere nobody says.
 */
import { readFileSync } from "node:fs";
import { type Socket, isIPv4 } from "node:net";

import { FleetError, isSystemError } from "../../../core/errors.ts";
import type { PeerUser } from "./peer-user.ts";

/** A connection as this end sees it. */
export interface ConnectionEnds {
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}

/** A connection over IPv4 may be that of a socket for both. */
const tables = ["/proc/net/tcp", "/proc/net/tcp6"];

/** Of a connection that no side has closed. */
const established = "01";
const mappedPrefix = "00000000000000000000ffff";
const ipv6Loopback = `${"0".repeat(31)}1`;

/** @throws refused when the kernel does not say. */
export function readLoopbackUser(socket: Socket): PeerUser {
  for (const table of tables) {
    const uid = findOwner(readTable(table), socket);
    if (uid !== undefined) return { uid };
  }
  throw new FleetError("refused", "the system does not say which user the peer is");
}

/**
 * The user of the peer's socket in the text of /proc/net/tcp or tcp6; undefined where it is not there.
 *
 * Only while it is established: of one that its process has closed the tables say 0, which is root.
 */
export function findOwner(table: string, ends: ConnectionEnds): number | undefined {
  const peer = endpoint(ends.remoteAddress, ends.remotePort);
  const own = endpoint(ends.localAddress, ends.localPort);
  if (peer === undefined || own === undefined) return undefined;
  for (const line of table.split("\n").slice(1)) {
    const [, local = "", remote = "", state, , , , uid = ""] = line.trim().split(/\s+/);
    if (state !== established || !/^\d+$/.test(uid)) continue;
    if (readEndpoint(local) === peer && readEndpoint(remote) === own) return Number(uid);
  }
  return undefined;
}

function readTable(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch (thrown) {
    // There is none where IPv6 is switched off.
    if (isSystemError(thrown, "ENOENT")) return "";
    throw thrown;
  }
}

/** 16 bytes in hex, IPv4 as mapped, and the port; undefined for what is not loopback. */
function endpoint(address: string | undefined, port: number | undefined): string | undefined {
  const plain = address?.toLowerCase().replace(/^::ffff:/, "") ?? "";
  if (plain === "::1") return `${ipv6Loopback}:${port}`;
  if (!isIPv4(plain)) return undefined;
  return `${mappedPrefix}${Buffer.from(plain.split(".").map(Number)).toString("hex")}:${port}`;
}

/** From "0100007F:17AD": words of 32 bits in the machine's order, and the port as a number. */
function readEndpoint(text: string): string {
  const [address = "", port = ""] = text.split(":");
  const bytes = Buffer.from(address, "hex");
  if (bytes.length % 4 !== 0) return "";
  // Bun runs on little-endian machines only.
  const hex = bytes.swap32().toString("hex");
  return `${hex.length === 8 ? mappedPrefix : ""}${hex}:${Number.parseInt(port, 16)}`;
}
