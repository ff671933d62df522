/**
 * The PROXY protocol, versions 1 and 2 (haproxy's proxy-protocol.txt): the header that a proxy sends before anything
 * else, with the address of its own peer. Read strictly; nothing here knows whom to trust.
 */
import { isIP } from "node:net";

import type { HostPort } from "./address.ts";
import { HttpError } from "./http-error.ts";

/** ours.md 5. */
export const maxProxyHeaderBytes = 536;

export interface ProxyHeader {
  /** Bytes of the header. */
  readonly length: number;
  /** The address of the proxy's peer; undefined where the proxy speaks for itself, or says nothing. */
  readonly source: HostPort | undefined;
}

const signature = Buffer.from("\r\n\r\n\0\r\nQUIT\n", "latin1");
const textPrefix = Buffer.from("PROXY ", "latin1");
const maxTextBytes = 107;

/** @returns undefined while more is needed. @throws HttpError 400 for what is no header. */
export function parseProxyHeader(bytes: Buffer): ProxyHeader | undefined {
  if (startsLike(bytes, textPrefix)) return bytes.length < 6 ? undefined : parseText(bytes);
  if (startsLike(bytes, signature)) return bytes.length < 16 ? undefined : parseBinary(bytes);
  throw malformed("it begins otherwise");
}

function startsLike(bytes: Buffer, start: Buffer): boolean {
  const length = Math.min(bytes.length, start.length);
  return bytes.subarray(0, length).equals(start.subarray(0, length));
}

function malformed(why: string): HttpError {
  return new HttpError(400, `the PROXY header is malformed: ${why}`);
}

/** "PROXY TCP4 192.0.2.1 198.51.100.2 4321 443\r\n" */
function parseText(bytes: Buffer): ProxyHeader | undefined {
  const end = bytes.subarray(0, maxTextBytes).indexOf("\r\n");
  if (end === -1) {
    if (bytes.length < maxTextBytes) return undefined;
    throw malformed(`its line is over ${maxTextBytes} bytes`);
  }
  const [, family, source = "", destination = "", port = "", ...rest] = bytes
    .toString("latin1", 0, end)
    .split(" ");
  if (family === "UNKNOWN") return { length: end + 2, source: undefined };
  const version = family === "TCP4" ? 4 : family === "TCP6" ? 6 : -1;
  const isWhole = isIP(source) === version && isIP(destination) === version && rest.length === 1;
  if (!isWhole || !isPort(port) || !isPort(rest[0] ?? ""))
    throw malformed("its line is no line of it");
  return { length: end + 2, source: { host: source, port: Number(port) } };
}

function isPort(text: string): boolean {
  return /^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= 65_535;
}

function parseBinary(bytes: Buffer): ProxyHeader | undefined {
  const [versionAndCommand, family] = [bytes.readUInt8(12), bytes.readUInt8(13)];
  const length = 16 + bytes.readUInt16BE(14);
  const command = versionAndCommand & 0x0f;
  if (versionAndCommand >> 4 !== 2 || command > 1)
    throw malformed("its version or command is unknown");
  if (length > maxProxyHeaderBytes) throw malformed(`it is over ${maxProxyHeaderBytes} bytes`);
  if (bytes.length < length) return undefined;
  // LOCAL: the proxy itself, e.g. its health check.
  const source = command === 0 ? undefined : sourceOf(family, bytes.subarray(16, length));
  return { length, source };
}

/** TCP over IPv4 and IPv6; other families name no address that means anything here. */
function sourceOf(family: number, block: Buffer): HostPort | undefined {
  if (family === 0x11) return addressIn(block, 4);
  return family === 0x21 ? addressIn(block, 16) : undefined;
}

function addressIn(block: Buffer, size: 4 | 16): HostPort {
  if (block.length < 2 * size + 4) throw malformed("its addresses are cut off");
  const port = block.readUInt16BE(2 * size);
  if (size === 4) return { host: [...block.subarray(0, 4)].join("."), port };
  const groups = Array.from({ length: 8 }, (_, i) => block.readUInt16BE(2 * i).toString(16));
  // As URLs write it, shortened.
  return { host: new URL(`http://[${groups.join(":")}]/`).hostname.slice(1, -1), port };
}
