/** Where a started installation is reached, for machines. */
import type { Installation } from "../../roles/all/installation.ts";

export interface Addresses {
  readonly pid: number;
  /** "host:port"; absent where it is not served. */
  readonly https?: string;
  readonly admin?: string;
  readonly web?: string;
  /** A path. */
  readonly socket: string;
}

export function addressesOf({ https, admin, web, socket }: Installation): Addresses {
  return {
    pid: process.pid,
    ...(https !== undefined && { https }),
    ...(admin !== undefined && { admin }),
    ...(web && { web: web.address }),
    socket,
  };
}
