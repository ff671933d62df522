/** The system user of a server on Linux: nobody logs in as it, and it owns the database and nothing else. */
import { existsSync, readFileSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import { requireTool } from "./service-control.ts";
import { serverUser } from "./systemd-unit.ts";

const tools = ["/usr/sbin/useradd", "/sbin/useradd"];

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

/** @throws configuration where it is missing and this machine has no tool to make it. */
export function ensureServerUser(): void {
  if (findServerUser()) return;
  const tool = tools.find((path) => existsSync(path));
  if (tool === undefined) {
    throw new FleetError("configuration", `there is no user "${serverUser}", and no useradd`, {
      hint: `Make a system user and a group "${serverUser}" that nobody can log in as.`,
    });
  }
  const home = ["--home-dir", "/var/lib/fleet", "--no-create-home"];
  const shell = ["--shell", "/usr/sbin/nologin"];
  requireTool(tool, ["--system", "--user-group", ...home, ...shell, serverUser]);
}

/** @returns undefined where this machine does not have it. */
export function findServerUser(): UserIds | undefined {
  const passwd = readFileSync("/etc/passwd", "utf8");
  const line = passwd.split("\n").find((each) => each.startsWith(`${serverUser}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}
