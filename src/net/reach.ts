/**
 * The first steps to a server, one by one, so that each can be named when it fails: its name, and a TCP connection. Also
 * whether an address of this machine is free to listen on.
 */
import { lookup } from "node:dns/promises";
import net, { isIP } from "node:net";

import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";
import { type HostPort, formatHostPort } from "./address.ts";

/** The addresses of a host, in the order of the system. @throws unavailable where it has none. */
export async function resolveHost(host: string): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => address);
  } catch (cause) {
    const isUnknown = isSystemError(cause, "ENOTFOUND") || isSystemError(cause, "DNS_ENOTFOUND");
    const reason = isUnknown ? "there is no such name" : "the name servers do not answer";
    throw new FleetError("unavailable", `"${host}" has no address: ${reason}`, {
      hint: isUnknown
        ? "Correct the name, or add it to DNS or to /etc/hosts."
        : "See /etc/resolv.conf, and whether the name servers in it can be reached.",
      cause,
    });
  }
}

const why: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ECONNREFUSED: [
    "nothing listens there",
    "Is the server running, and is this its clients' port? fleet doctor on its machine says.",
  ],
  EHOSTUNREACH: ["there is no way to it", "Check this machine's routes and the firewalls between."],
  ENETUNREACH: ["there is no way to it", "Check this machine's routes and the firewalls between."],
  ECONNRESET: ["the connection was cut", "A firewall or a proxy in between does that."],
};

/** Connects and hangs up. @throws unavailable, deadline_exceeded */
export function tryConnect(address: HostPort, timeoutMs: number): Promise<void> {
  const where = formatHostPort(address);
  return new Promise((resolve, reject) => {
    const socket = net.connect(address);
    socket.setTimeout(timeoutMs);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
    socket.once("timeout", () => {
      socket.destroy();
      const text = `${where} does not answer within ${timeoutMs / 1000} s`;
      const hint = "A firewall drops it, or the machine is off. Open the port between the two.";
      reject(new FleetError("deadline_exceeded", text, { hint }));
    });
    socket.on("error", (cause) => {
      const code = Object.keys(why).find((one) => isSystemError(cause, one));
      const [reason, hint] = why[code ?? ""] ?? [
        describeThrown(cause),
        "Check the address and the network.",
      ];
      const text = `${where} cannot be reached: ${reason}`;
      reject(new FleetError("unavailable", text, { hint, cause }));
    });
  });
}

/** Listens and stops at once. @returns the system's code, as "EADDRINUSE"; undefined where it could. */
export function tryListen({ host, port }: HostPort): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (cause: NodeJS.ErrnoException) => resolve(cause.code ?? "unknown"));
    server.listen({ port, ...(host !== "" && { host }) }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}
