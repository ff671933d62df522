/**
 * The admin API on TCP: plain, for callers on this machine. An address that others reach is refused unless somebody
 * said that they may use it (ours.md 5).
 */
import { isIPv4 } from "node:net";

import { FleetError } from "../../../core/errors.ts";
import { formatHostPort, parseHostPort } from "../../../net/address.ts";
import type { Log } from "../../../observability/log.ts";
import type { TcpListener } from "../options.ts";
import { type AcceptOptions, Acceptor } from "./accept.ts";

/** Whether only this machine reaches the host. */
export function isLoopback(host: string): boolean {
  const plain = host.toLowerCase().replace(/^::ffff:/, "");
  return plain === "localhost" || plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}

/**
 * @returns the acceptor and the address with its port.
 * @throws configuration for an address that others reach, conflict for one in use.
 */
export async function listenOnTcp(
  listener: TcpListener,
  options: Pick<AcceptOptions, "handOn" | "log">,
): Promise<{ acceptor: Acceptor; address: string }> {
  const { host, port } = parseHostPort(listener.address);
  if (!isLoopback(host)) permitOpenAddress(listener, options.log);
  const acceptor = new Acceptor({ ...options, shown: listener.address, check: () => {} });
  await acceptor.listen(host === "" ? { port } : { host, port });
  return { acceptor, address: formatHostPort({ host, port: acceptor.port }) };
}

function permitOpenAddress(listener: TcpListener, log: Log): void {
  const { address, allowUnauthenticated, fromExistingFile } = listener;
  if (!allowUnauthenticated && !fromExistingFile) {
    const message = `the admin API cannot listen on ${address}: whoever reaches it could command every client`;
    throw new FleetError("configuration", message, {
      hint:
        "Use a loopback address such as 127.0.0.1:6061, or accept it with " +
        "fleet { admin { allow_unauthenticated: true } } in the components file.",
    });
  }
  log.warn(
    "the admin API on {address} asks nobody who they are: whoever reaches it can command every client",
    {
      address,
    },
  );
}
