/** What of a server is looked at, as its components file says it, or as a server without files has it. */
import { existsSync, readFileSync } from "node:fs";

import { type ListenAddress, parseListenAddress } from "../../../config/addresses.ts";
import { makeComponentsConfig } from "../../../config/load.ts";
import type { ComponentsConfig } from "../../../config/schemas/components.ts";
import { parseJson, textFieldOf } from "../../../core/json-fields.ts";
import type { ServerCertificate } from "../../../net/tls-listener.ts";
import { asOwnerOf } from "../../../platform/as-owner.ts";
import { readPrivateFile } from "../../../platform/private-file.ts";
import { type StatePaths, statePaths } from "../state-directory.ts";
import { defaultWebListen } from "../web-listen.ts";

export interface ServerSubject {
  readonly databasePath: string;
  readonly stateDirectory: string;
  readonly minFreeBytes: number;
  /** undefined: a proxy does TLS, or there is none yet. */
  readonly certificate: ServerCertificate | undefined;
  /** Whether the server issues it itself. */
  readonly isOwnCertificate: boolean;
  /** Whether anybody may begin a TLS handshake there; else only proxies may, which say first for whom they speak. */
  readonly isDirect: boolean;
  /** The clients' port. */
  readonly https: ListenAddress | undefined;
  /** Further ports, by what they are for. */
  readonly ports: ReadonlyMap<string, ListenAddress>;
  readonly health: ListenAddress | undefined;
}

/** @param databasePath and stateDirectory of the same components, which must have them. */
export function subjectOf(
  components: ComponentsConfig,
  databasePath: string,
  stateDirectory: string,
): ServerSubject {
  const { https, admin, web, stats, healthCheck, notifications, disk } = components;
  const isTls = https !== undefined && !https.frontend.kind.startsWith("cleartext_");
  return {
    ...{ databasePath, stateDirectory, minFreeBytes: disk.minFreeBytes },
    certificate: isTls ? { certificates: https.certificates, key: https.key } : undefined,
    isOwnCertificate: false,
    isDirect: !components.proxyProtocol && components.trustedProxies.length === 0,
    https: https?.listen,
    ports: named({
      "admin API": admin?.listen,
      page: web && (web.listen ?? defaultWebListen),
      metrics: stats?.listen,
      "health check": healthCheck?.listen,
      notifications: notifications.listen,
    }),
    health: healthCheck?.listen,
  };
}

/** @param usual where it listens unless it runs, and says where. */
export function subjectOfDatabase(
  databasePath: string,
  usual: { readonly https: string; readonly admin: string; readonly web: string },
): ServerSubject {
  const { stateDirectory = "", disk } = makeComponentsConfig(
    { admin_config: { listen_address: usual.admin }, fleet: { database_path: databasePath } },
    "the command line",
  );
  const paths = statePaths(stateDirectory);
  const listen = { ...usual, ...readRunFile(paths.runFile) };
  return {
    ...{ databasePath, stateDirectory, minFreeBytes: disk.minFreeBytes },
    certificate: readCertificate(stateDirectory),
    ...{ isOwnCertificate: true, isDirect: true },
    https: parseListenAddress(listen.https),
    ports: named({
      "admin API": parseListenAddress(listen.admin),
      page: parseListenAddress(listen.web),
    }),
    health: undefined,
  };
}

function named(
  listeners: Readonly<Record<string, ListenAddress | undefined>>,
): Map<string, ListenAddress> {
  return new Map(
    Object.entries(listeners).flatMap(([what, listen]) => (listen ? [[what, listen]] : [])),
  );
}

const maxPemBytes = 64 * 1024;

/** That it is in order is looked at elsewhere. */
function readCertificate(folder: string): ServerCertificate | undefined {
  try {
    return asOwnerOf(folder, () => readOwnCertificate(statePaths(folder)));
  } catch {
    return undefined;
  }
}

function readOwnCertificate(paths: StatePaths): ServerCertificate | undefined {
  const read = (path: string) => readPrivateFile(path, "file", maxPemBytes)?.toString("utf8");
  const [certificates, key] = [read(paths.serverCertificate), read(paths.serverKey)];
  return certificates === undefined || key === undefined ? undefined : { certificates, key };
}

/** Where a server says that it listens; nothing where none runs. */
function readRunFile(path: string): Readonly<Record<string, string>> {
  const content = existsSync(path) ? parseJson(readFileSync(path, "utf8")) : undefined;
  const found = new Map<string, string>();
  for (const name of ["https", "admin", "web"]) {
    const address = textFieldOf(content, name);
    if (address !== undefined) found.set(name, address);
  }
  return Object.fromEntries(found);
}
