/**
 * What of a components file concerns several fields at once: roles, the database, certificates and their key
 * (protocol.md 18, ours.md 1). Sees the file as it was read, also when fields of it are wrong.
 */
import { findAuthorityFault } from "../../net/certificates-admin.ts";
import type { RuleIssue } from "../file-kind.ts";
import { findCertificates, readPrivateKey } from "../pem.ts";
import { type PlainMessage, type PlainValue, isPlainMessage } from "../plain-message.ts";
import { clientRules } from "./client.ts";

export function componentsRules(file: PlainMessage): RuleIssue[] {
  const https = child(file, "https_config");
  const clientConfig = child(child(file, "fleet"), "client_config");
  return [
    ...roleRules(file, clientConfig),
    ...databaseRules(file),
    ...(https ? httpsRules(https) : []),
    ...adminRules(file),
    ...(clientConfig ? clientRules(clientConfig, "fleet.client_config") : []),
  ];
}

function roleRules(file: PlainMessage, clientConfig: PlainMessage | undefined): RuleIssue[] {
  if (file["https_config"] !== undefined || file["admin_config"] !== undefined || clientConfig)
    return [];
  return [
    {
      path: "",
      message: "the file names no role",
      hint: "Write https_config { … } for a server, admin_config { … } for the admin API, fleet { client_config { … } } for a client.",
    },
  ];
}

const databaseHint = 'Write fleet { database_path: "…" }; the file is made if it is missing.';

/** Never quotes a data source name: it holds a password. */
function databaseRules(file: PlainMessage): RuleIssue[] {
  const mysql = isSet(file["mysql_data_source_name"]);
  const spanner = file["spanner_config"] !== undefined;
  const path = isSet(child(file, "fleet")?.["database_path"]);
  const issues: RuleIssue[] = [];
  if (mysql && path) {
    const message = "mysql_data_source_name and fleet.database_path exclude each other";
    issues.push({
      path: "mysql_data_source_name",
      message,
      hint: "Keep one of them.",
    });
  } else if (mysql) {
    const message = "MySQL is not supported by this version, which keeps its data in SQLite";
    issues.push({
      path: "mysql_data_source_name",
      message,
      hint: `In its place ${databaseHint.replace("Write", "write")}`,
    });
  }
  if (spanner)
    issues.push({
      path: "spanner_config",
      message: "Spanner is not supported",
      hint: databaseHint,
    });
  const needsStore = file["https_config"] !== undefined || file["admin_config"] !== undefined;
  if (needsStore && !mysql && !spanner && !path) {
    issues.push({
      path: "fleet.database_path",
      message: "is required",
      hint: databaseHint,
    });
  }
  return issues;
}

const cleartextModes = [
  "cleartext_header_config",
  "cleartext_header_checksum_config",
  "cleartext_xfcc_config",
];

function httpsRules(https: PlainMessage): RuleIssue[] {
  const frontend = child(https, "frontend_config");
  if (cleartextModes.some((mode) => frontend?.[mode] !== undefined)) return [];
  const missing = (["certificates", "key"] as const).filter((name) => !isSet(https[name]));
  if (missing.length > 0) {
    const hint = "Put the PEM text here; `fleet config init` makes a certificate and its key.";
    return missing.map((name) => ({
      path: `https_config.${name}`,
      message: "is required",
      hint,
    }));
  }
  const fault = findPairFault(textOf(https["certificates"]), textOf(https["key"]));
  return fault === undefined ? [] : [{ path: "https_config.key", message: fault }];
}

const ownAuthorityHint =
  "Administrators need a CA of their own, which issues nothing else: fleet admin certificate makes one.";

function adminRules(file: PlainMessage): RuleIssue[] {
  const admin = child(child(file, "fleet"), "admin");
  const path = "fleet.admin.client_ca";
  if (!isSet(admin?.["client_ca"])) return [];
  if (admin?.["allow_unauthenticated"] === true) {
    const message = "client_ca and allow_unauthenticated exclude each other";
    return [{ path, message, hint: "Keep client_ca: it lets in the holders of certificates." }];
  }
  if (file["admin_config"] === undefined) {
    const message = "has no effect without admin_config";
    return [{ path, message, hint: 'Write admin_config { listen_address: "host:port" }.' }];
  }
  const server = textOf(child(file, "https_config")?.["certificates"]);
  const fault = findAuthorityFault(
    findCertificates(textOf(admin?.["client_ca"])).certificates,
    findCertificates(server).certificates,
  );
  return fault === undefined ? [] : [{ path, message: fault, hint: ownAuthorityHint }];
}

/** What keeps a key from being used with the first certificate of a chain; undefined for nothing. */
export function findPairFault(certificates: string, key: string): string | undefined {
  const [first] = findCertificates(certificates).certificates;
  if (!first) return undefined;
  try {
    const matches = first.checkPrivateKey(readPrivateKey(key, "key"));
    return matches
      ? undefined
      : "is not the key of the first certificate in https_config.certificates";
  } catch {
    return "holds no private key that can be read: it must be PEM, without a password";
  }
}

function child(message: PlainMessage | undefined, name: string): PlainMessage | undefined {
  const value = message?.[name];
  return isPlainMessage(value) ? value : undefined;
}

function textOf(value: PlainValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function isSet(value: PlainValue | undefined): boolean {
  return value !== undefined && value !== "";
}
