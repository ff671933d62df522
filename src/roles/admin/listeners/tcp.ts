/**
 * The admin API on TCP: plain, for this user and root on this machine. Others may use it, and it may listen where others
 * reach it, only where somebody said so (ours.md 5, docs/decisions/0007-loopback-admin.md).
 */
import { type Socket, isIPv4 } from "node:net";

import { FleetError } from "../../../core/errors.ts";
import { formatHostPort, parseHostPort } from "../../../net/address.ts";
import type { Log } from "../../../observability/log.ts";
import type { TcpListener } from "../options.ts";
import { type AcceptOptions, Acceptor } from "./accept.ts";
import { readLoopbackUser } from "./loopback-user.ts";
import { checkPeerUser } from "./peer-user.ts";

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
  const isOpen = listener.allowUnauthenticated === true || listener.fromExistingFile === true;
  if (isOpen) warnOfOpenAddress(listener, options.log);
  else if (!isLoopback(host)) throw refuseOpenAddress(listener);
  const check = isOpen || process.platform !== "linux" ? () => {} : checkUser;
  const acceptor = new Acceptor({ ...options, shown: listener.address, check });
  await acceptor.listen(host === "" ? { port } : { host, port });
  return { acceptor, address: formatHostPort({ host, port: acceptor.port }) };
}

/** Whoever has an account on this machine reaches the port; only the kernel tells them apart. */
function checkUser(socket: Socket): void {
  checkPeerUser(readLoopbackUser(socket), process.getuid?.());
}

function refuseOpenAddress({ address }: TcpListener): FleetError {
  const message = `the admin API cannot listen on ${address}: whoever reaches it could command every client`;
  return new FleetError("configuration", message, {
    hint:
      "Let in the holders of certificates or tokens only: fleet { admin { client_ca: … } } or { tokens: true } in the " +
      "components file, or --admin_client_ca FILE (fleet admin certificate makes them) or --admin_tokens. Else use a loopback address such as " +
      "127.0.0.1:6061, or accept it with fleet { admin { allow_unauthenticated: true } }.",
  });
}

function warnOfOpenAddress({ address }: TcpListener, log: Log): void {
  log.warn(
    "the admin API on {address} asks nobody who they are: whoever reaches it can command every client",
    { address },
  );
}
