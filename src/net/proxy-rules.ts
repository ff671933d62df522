/**
 * Who may speak for others: trusted proxies, and the PROXY header that they send before anything else (ours.md 5).
 */
import { BlockList, type Socket, isIP } from "node:net";

import type { Clock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";
import type { HostPort } from "./address.ts";
import { HttpError } from "./http-error.ts";
import { maxProxyHeaderBytes, parseProxyHeader } from "./proxy-protocol.ts";

export interface ProxyRules {
  /** Whether each connection begins with a PROXY header. */
  readonly protocol: boolean;
  /** Whether an address is that of a proxy; undefined: nobody said, and every source is taken at its word. */
  readonly isTrusted: ((address: string) => boolean) | undefined;
}

/** ours.md 5. */
const headerTimeoutMs = 5_000;

/** @param ranges CIDR, or single addresses. */
export function matchAddresses(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", length] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, Number(length ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return (address) => {
    const plain = withoutMapping(address);
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
}

/**
 * "192.0.2.1" for "::ffff:192.0.2.1", which is how a socket of both families shows it; with a port behind it, too.
 */
export function withoutMapping(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+(?::\d+)?)$/i.exec(address);
  return mapped?.[1] ?? address;
}

/**
 * Reads the header off a socket that nobody reads yet; what comes after it stays with the socket.
 * @returns the source it names, if it names one.
 * @throws HttpError 400 for another beginning, deadline_exceeded after 5 s, unavailable when the socket ends.
 */
export async function readProxyHeader(socket: Socket, clock: Clock): Promise<HostPort | undefined> {
  const done = Promise.withResolvers<HostPort | undefined>();
  let received = Buffer.alloc(0);
  const onData = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    try {
      const header = parseProxyHeader(received);
      if (header) return finish(header.length, header.source);
      if (received.length > maxProxyHeaderBytes)
        throw new HttpError(400, "the PROXY header is too long");
    } catch (thrown) {
      done.reject(thrown);
    }
  };
  const finish = (length: number, source: HostPort | undefined) => {
    socket.pause();
    socket.off("data", onData);
    if (received.length > length) socket.unshift(received.subarray(length));
    done.resolve(source);
  };
  const onEnd = () =>
    done.reject(new FleetError("unavailable", "it ended before its PROXY header"));
  socket.on("data", onData).once("end", onEnd).once("close", onEnd);
  using _timer = clock.after(headerTimeoutMs, () => done.reject(headerIsLate()));
  try {
    return await done.promise;
  } finally {
    socket.off("data", onData).off("end", onEnd).off("close", onEnd);
  }
}

function headerIsLate(): FleetError {
  return new FleetError(
    "deadline_exceeded",
    `no PROXY header came within ${headerTimeoutMs / 1000} s`,
  );
}
