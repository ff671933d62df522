/**
 * What `fleet install` and `fleet systemd` are asked for, as the definition of a service: which command the system is to
 * start. Configuration is loaded first: what could not start is not installed.
 */
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

import { decodeContent, embeddedConfig } from "../config/block/content.ts";
import { loadClientConfig, loadComponentsConfig, loadServicesConfig } from "../config/load.ts";
import { FleetError } from "../core/errors.ts";
import { findServerUser } from "../platform/service/server-user.ts";
import type { ServiceDefinition } from "../platform/service/service-control.ts";
import { type InstalledRole, serverUser } from "../platform/service/systemd-unit.ts";
import { stateFileOf } from "../roles/client/places.ts";

export interface ServiceOptions {
  readonly role?: string;
  /** Of a client. */
  readonly config?: string;
  readonly confined?: boolean;
  /** Of a server: its files, or where it listens without any. */
  readonly components_config?: string;
  readonly services_config?: string;
  readonly https_addr?: string;
  /** Names that its certificate is for. */
  readonly public_host?: readonly string[];
}

export const serverState = "/var/lib/fleet";
export const clientState = "/var/lib/fleetspeak-client";
export const defaultClientConfig =
  process.platform === "win32"
    ? "C:\\Program Files\\fleetspeak-client\\client.config"
    : "/etc/fleetspeak-client/client.config";
export const serverDatabase = `${serverState}/fleet.sqlite`;
export const defaultComponents = "/etc/fleetspeak-server/server.components.config";

/** @param embedded the block of this executable, which is a client then. @throws invalid_argument for none or another. */
export function chooseRole(
  role: string | undefined,
  embedded: Uint8Array | undefined,
): InstalledRole {
  const chosen = role ?? (embedded === undefined ? undefined : "client");
  if (chosen === "server" && embedded !== undefined) {
    throw new FleetError(
      "refused",
      "this executable is the client of one installation, no server",
      {
        hint: "A file of the release can be installed as a server.",
      },
    );
  }
  if (chosen === "server" || chosen === "client") return chosen;
  const found = role === undefined ? "--role is missing" : `--role "${role}" is no role`;
  throw new FleetError("invalid_argument", found, {
    hint: "Write --role server or --role client.",
  });
}

/** @param executable where it will lie. @throws configuration with what is wrong with the files that are named. */
export function describeService(
  options: ServiceOptions,
  executable: string,
  embedded: Uint8Array | undefined,
): ServiceDefinition {
  const role = chooseRole(options.role, embedded);
  refuseForeignFlags(role, options, embedded);
  return role === "client"
    ? { role, executable, ...describeClient(options, embedded) }
    : { role, executable, ...describeServer(options) };
}

const flagsOf: Readonly<Record<InstalledRole, readonly (keyof ServiceOptions)[]>> = {
  client: ["config", "confined"],
  server: ["components_config", "services_config", "https_addr", "public_host"],
};

function refuseForeignFlags(
  role: InstalledRole,
  options: ServiceOptions,
  embedded: Uint8Array | undefined,
): void {
  const foreign = flagsOf[role === "client" ? "server" : "client"].find(
    (flag) => options[flag] !== undefined,
  );
  if (foreign !== undefined) {
    throw new FleetError("invalid_argument", `--${foreign} is no flag of --role ${role}`);
  }
  if (embedded !== undefined && options.config !== undefined) {
    throw new FleetError(
      "refused",
      "this executable carries its configuration: --config is not taken",
    );
  }
}

/** Where a client keeps its state, by its file or the block. */
export function clientStateFile(
  config: string | undefined,
  embedded: Uint8Array | undefined,
): string {
  return stateFileOf(clientConfig(config, embedded).persistence);
}

function clientConfig(config: string | undefined, embedded: Uint8Array | undefined) {
  return embedded === undefined
    ? loadClientConfig(config ?? defaultClientConfig)
    : embeddedConfig(decodeContent(embedded));
}

function describeClient(
  { config, confined = false }: ServiceOptions,
  embedded: Uint8Array | undefined,
): Pick<ServiceDefinition, "arguments" | "confined" | "writablePaths"> {
  const { persistence, log } = clientConfig(config, embedded);
  const file = resolve(config ?? defaultClientConfig);
  return {
    arguments: embedded === undefined ? ["client", "--config", file] : ["client"],
    confined,
    writablePaths: confined ? foldersOf([stateFileOf(persistence), log.file], clientState) : [],
  };
}

function describeServer(
  options: ServiceOptions,
): Pick<ServiceDefinition, "arguments" | "writablePaths"> {
  const { https_addr: listen, public_host: hosts = [] } = options;
  if (listen === undefined) {
    if (hosts.length === 0) return describeFiles(options);
    throw new FleetError("invalid_argument", "--public_host goes with --https_addr", {
      hint: "A components file has the server's certificate in it.",
    });
  }
  if (options.components_config !== undefined || options.services_config !== undefined) {
    throw new FleetError(
      "invalid_argument",
      "--https_addr and a server's files exclude each other",
      {
        hint: "Write https_config { listen_address: … } into the components file.",
      },
    );
  }
  return {
    arguments: [
      ...["server", "--database_path", serverDatabase, "--https_addr", listen],
      ...hosts.flatMap((host) => ["--public_host", host]),
    ],
    writablePaths: [],
  };
}

function describeFiles({ components_config, services_config: services }: ServiceOptions) {
  const file = resolve(components_config ?? defaultComponents);
  const { databasePath, log } = loadComponentsConfig(file);
  if (services !== undefined) loadServicesConfig(services);
  const files = services === undefined ? [file] : [file, resolve(services)];
  for (const each of files) requireReadable(each);
  return {
    arguments: [
      ...["run", "--components_config", file],
      ...(services === undefined ? [] : ["--services_config", resolve(services)]),
    ],
    writablePaths: foldersOf([databasePath, log.file], serverState),
  };
}

/** Of these files, each once; `own` is writable anyway. */
function foldersOf(files: readonly (string | undefined)[], own: string): readonly string[] {
  const named = files.filter((file) => file !== undefined);
  const folders = new Set(named.map((file) => dirname(resolve(file))));
  return [...folders].filter((folder) => folder !== own && !folder.startsWith(`${own}/`));
}

/** The file is root's, and the server's user reads it by its group. */
function requireReadable(path: string): void {
  const { mode, gid, uid } = statSync(path);
  const user = findServerUser();
  const isReadable =
    (mode & 0o004) !== 0 ||
    (user !== undefined &&
      ((uid === user.uid && (mode & 0o400) !== 0) || (gid === user.gid && (mode & 0o040) !== 0)));
  if (isReadable || process.platform !== "linux") return;
  const make = user === undefined ? `useradd --system --user-group ${serverUser}; ` : "";
  throw new FleetError(
    "configuration",
    `the server runs as the user "${serverUser}", who may not read "${path}"`,
    { hint: `Run: ${make}chgrp ${serverUser} '${path}' && chmod 640 '${path}'` },
  );
}
