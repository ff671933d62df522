/**
 * Where the command line finds its server (ours.md 2): --admin_addr, else FLEET_ADMIN_ADDR, else run.json in the state
 * directory of --database_path or FLEET_STATE, else the original's port on this machine.
 */
import { readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

import { FleetError, describeThrown, isSystemError } from "../../core/errors.ts";
import { formatHostPort, parseHostPort } from "../../net/address.ts";
import type { ServerChoice } from "../command.ts";
import type { FleetEnvironment } from "../terminal/terminal.ts";

/** The stock admin tool's default. */
const defaultAddress = "localhost:6061";

export interface AdminAddress {
  /** "host:port" or "unix:/absolute/path" */
  readonly target: string;
  /** For messages: "from --admin_addr". */
  readonly foundBy: string;
}

/**
 * @throws invalid_argument for an address that is none, unavailable when a state directory has no running server,
 * invalid_data for a run.json that is none.
 */
export function findAdminAddress(
  choice: ServerChoice,
  environment: FleetEnvironment,
): AdminAddress {
  if (choice.admin_addr !== undefined)
    return { target: parseTarget(choice.admin_addr), foundBy: "from --admin_addr" };
  if (environment.adminAddress !== undefined) {
    return { target: parseTarget(environment.adminAddress), foundBy: "from FLEET_ADMIN_ADDR" };
  }
  if (choice.database_path !== undefined)
    return readRunFile(`${choice.database_path}.d`, choice.database_path);
  if (environment.stateDirectory !== undefined)
    return readRunFile(environment.stateDirectory, undefined);
  return { target: defaultAddress, foundBy: "the default" };
}

function parseTarget(text: string): string {
  if (text.startsWith("unix:"))
    return `unix:${resolve(text.slice("unix:".length).replace(/^\/\/(?=\/)/, ""))}`;
  const { host, port } = parseHostPort(text);
  return formatHostPort({ host: host === "" ? "localhost" : host, port });
}

function readRunFile(stateDirectory: string, databasePath: string | undefined): AdminAddress {
  const path = join(stateDirectory, "run.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    throw isSystemError(thrown, "ENOENT")
      ? notRunning(path, databasePath)
      : unreadable(path, describeThrown(thrown));
  }
  const target = targetOf(text);
  if (target === undefined) throw unreadable(path, "it names no admin address");
  return { target: parseTarget(target), foundBy: `from ${path}` };
}

/** The socket if there is one: it offers more, and asks who is there. */
function targetOf(text: string): string | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null) return undefined;
  if ("socket" in content && typeof content.socket === "string" && content.socket !== "") {
    return `unix:${content.socket.replace(/^unix:/, "")}`;
  }
  return "admin" in content && typeof content.admin === "string" ? content.admin : undefined;
}

function notRunning(path: string, databasePath: string | undefined): FleetError {
  const message = `no server runs there: "${path}" does not exist`;
  if (databasePath !== undefined) {
    return new FleetError("unavailable", message, {
      hint: `Start one with fleet all --database_path ${databasePath}, or name another with --admin_addr.`,
    });
  }
  const relative = isAbsolute(path) ? "" : "FLEET_STATE is relative to this folder. ";
  return new FleetError("unavailable", `${message} (from FLEET_STATE)`, {
    hint: `${relative}Start a server with fleet all or fleet run, or name another with --admin_addr.`,
  });
}

function unreadable(path: string, reason: string): FleetError {
  return new FleetError(
    "invalid_data",
    `cannot learn the server's address from "${path}": ${reason}`,
    {
      hint: "Name the server with --admin_addr.",
    },
  );
}
