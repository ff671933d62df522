/** The ports of a server: of a running one, whether they take connections; else whether they are free, and who has them. */
import { isIP } from "node:net";

import { type ListenAddress, formatListenAddress } from "../../../config/addresses.ts";
import { type Finding, failed, passed } from "../../../core/finding.ts";
import { tryConnect, tryListen } from "../../../net/reach.ts";
import type { LockHolder } from "../../../platform/lock-holder.ts";
import { describePortHolder } from "../../../platform/port-holder.ts";

const check = "port";
const connectMs = 5000;

/** @param what "clients' port". @param server that runs. @throws unavailable where a running server is not reached */
export async function examinePort(
  what: string,
  listen: ListenAddress,
  server: LockHolder | undefined,
): Promise<Finding> {
  const where = `${what} ${formatListenAddress(listen)}`;
  if (server === undefined) return await examineFree(where, listen);
  if (listen.port === 0) return passed(check, `${where}: a free port is taken at each start`);
  const holder = describePortHolder(listen.port);
  const isKnown = holder?.startsWith("process ") === true && server.pid !== undefined;
  if (isKnown && !holder.startsWith(`${server.name} `)) {
    return failed(check, `${where} is held by ${holder}, not by the server`, otherFix);
  }
  await tryConnect(localAddress(listen), connectMs);
  return passed(check, `${where} takes connections`);
}

const otherFix = "End that program, or give the server another port.";

async function examineFree(where: string, listen: ListenAddress): Promise<Finding> {
  const code = await tryListen(listen);
  if (code === undefined) return passed(check, `${where} is free`);
  if (code === "EADDRINUSE") {
    const holder = describePortHolder(listen.port) ?? "another program";
    return failed(check, `${where} is held by ${holder}`, otherFix);
  }
  if (code === "EACCES") {
    const fix =
      "Ports below 1024 need root, or: setcap cap_net_bind_service=+ep on the executable.";
    return failed(check, `${where} may not be opened by this user`, fix);
  }
  const fix = "The address must be one of this machine: see ip address.";
  return failed(check, `${where} cannot be opened (${code})`, fix);
}

/** How this machine reaches what listens on every interface. */
export function localAddress({ host, port }: ListenAddress): ListenAddress {
  if (host === "" || host === "0.0.0.0") return { host: "127.0.0.1", port };
  return { host: isIP(host) === 6 && host === "::" ? "::1" : host, port };
}
