/**
 * `run_as` of a Daemon service: the user that its process runs as (docs/decisions/0006-run-as.md).
 */
import { readFileSync } from "node:fs";

import { FleetError } from "../../../../core/errors.ts";

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  /** HOME, USER, LOGNAME and SHELL; empty for a user known by number alone. */
  readonly environment: Readonly<Record<string, string>>;
}

const numbers = /^(\d+):(\d+)$/;

/**
 * @param text a name of /etc/passwd, or "uid:gid".
 * @param own the user of this process. @param passwd the content of /etc/passwd. Both replaced by tests.
 * @throws configuration for a user who does not exist, or whom this process may not become.
 */
export function resolveRunAs(
  text: string,
  passwd: string = readPasswd(),
  own: number | undefined = process.geteuid?.(),
): RunAs {
  const found = byNumbers(text) ?? byName(text, passwd);
  if (!found) {
    throw new FleetError(
      "configuration",
      `run_as names the user "${text}", whom /etc/passwd does not have`,
      {
        hint: 'Make that user, or write "uid:gid" in numbers.',
      },
    );
  }
  if (own !== 0 && found.uid !== own) {
    throw new FleetError(
      "configuration",
      `run_as "${text}": only root may start a process as another user`,
      {
        hint: "Run the client as root, or remove run_as.",
      },
    );
  }
  return found;
}

function byNumbers(text: string): RunAs | undefined {
  const [, uid, gid] = numbers.exec(text) ?? [];
  if (uid === undefined || gid === undefined) return undefined;
  return { uid: Number(uid), gid: Number(gid), environment: {} };
}

/** passwd(5): name:password:uid:gid:comment:home:shell. */
function byName(name: string, passwd: string): RunAs | undefined {
  const line = passwd.split("\n").find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid, , home, shell] = line?.split(":") ?? [];
  if (!uid || !gid || !/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return undefined;
  const environment = { HOME: home || "/", USER: name, LOGNAME: name, SHELL: shell || "/bin/sh" };
  return { uid: Number(uid), gid: Number(gid), environment };
}

function readPasswd(): string {
  try {
    return readFileSync("/etc/passwd", "utf8");
  } catch {
    return "";
  }
}
