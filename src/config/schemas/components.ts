/**
 * fleetspeak.components.Config: the server components file, with the `fleet { … }` block (protocol.md 18, ours.md 1).
 */
import { dirname, join } from "node:path";

import { z } from "zod";

import type { ListenAddress } from "../addresses.ts";
import type { FileKind, RuleIssue } from "../file-kind.ts";
import { findCertificates, readPrivateKey } from "../pem.ts";
import { type PlainMessage, type PlainValue, isPlainMessage } from "../plain-message.ts";
import { type ClientConfig, clientRules } from "./client.ts";
import {
  type AdminAccessConfig,
  type RetentionConfig,
  type ServerExtension,
  type ServerLimitsConfig,
  type ServerTimersConfig,
  type WebConfig,
  serverExtensionSchema,
} from "./extension.ts";
import {
  type LogConfig,
  flag,
  listenAddress,
  optionalListenAddress,
  optionalText,
  pemCertificates,
  requiredText,
} from "./fields.ts";

/** How the server learns the client's certificate (protocol.md 15). */
export type FrontendMode =
  | { readonly kind: "mtls" }
  | {
      readonly kind: "https_header" | "cleartext_header" | "cleartext_xfcc";
      readonly certificateHeader: string;
    }
  | {
      readonly kind: "https_header_checksum" | "cleartext_header_checksum";
      readonly certificateHeader: string;
      readonly checksumHeader: string;
    };

export interface HttpsConfig {
  readonly listen: ListenAddress;
  /** PEM chain; empty in the cleartext modes. */
  readonly certificates: string;
  /** PEM, a secret; empty in the cleartext modes. */
  readonly key: string;
  /** Whether streams are served. */
  readonly streaming: boolean;
  readonly frontend: FrontendMode;
  readonly authorizeFiles: boolean;
}

export interface ComponentsConfig {
  /** undefined where nothing needs a store. */
  readonly databasePath: string | undefined;
  /** ours.md 2: `<database_path>.d` unless said. */
  readonly stateDirectory: string | undefined;
  /** Present: the server role. */
  readonly https: HttpsConfig | undefined;
  /** Present: the admin role on TCP. */
  readonly admin: { readonly listen: ListenAddress } | undefined;
  readonly adminAccess: AdminAccessConfig;
  /** Present: the client role in this process. */
  readonly client: ClientConfig | undefined;
  readonly web: WebConfig | undefined;
  readonly stats: { readonly listen: ListenAddress } | undefined;
  readonly healthCheck: { readonly listen: ListenAddress } | undefined;
  readonly notifications: {
    readonly listen: ListenAddress | undefined;
    /** Where other servers reach this one, as written. */
    readonly publicAddress: string | undefined;
    readonly useHttp: boolean;
    readonly keyFile: string | undefined;
  };
  readonly proxyProtocol: boolean;
  readonly requiredLabel: string | undefined;
  /** CIDR. */
  readonly trustedProxies: readonly string[];
  readonly clientAddressHeader: string | undefined;
  readonly xfccElement: "ONLY" | "FIRST" | "LAST";
  readonly timers: ServerTimersConfig;
  readonly limits: ServerLimitsConfig;
  readonly retention: RetentionConfig;
  readonly disk: { readonly minFreeBytes: number };
  readonly log: LogConfig;
}

const header = z.strictObject({
  client_certificate_header: requiredText("Name the header with the certificate."),
});
const headerAndChecksum = header.extend({
  client_certificate_checksum_header: requiredText("Name the header with the checksum."),
});

const frontendSchema = z
  .strictObject({
    mtls_config: z.strictObject({}).optional(),
    https_header_config: header.optional(),
    https_header_checksum_config: headerAndChecksum.optional(),
    cleartext_header_config: header.optional(),
    cleartext_header_checksum_config: headerAndChecksum.optional(),
    cleartext_xfcc_config: header.optional(),
  })
  .prefault({})
  .transform((modes): FrontendMode => {
    for (const kind of ["https_header", "cleartext_header", "cleartext_xfcc"] as const) {
      const mode = modes[`${kind}_config`];
      if (mode) return { kind, certificateHeader: mode.client_certificate_header };
    }
    for (const kind of ["https_header_checksum", "cleartext_header_checksum"] as const) {
      const mode = modes[`${kind}_config`];
      if (!mode) continue;
      const {
        client_certificate_header: certificateHeader,
        client_certificate_checksum_header: checksumHeader,
      } = mode;
      return { kind, certificateHeader, checksumHeader };
    }
    return { kind: "mtls" };
  });

const httpsSchema = z
  .strictObject({
    listen_address: listenAddress(),
    certificates: pemCertificates(),
    key: z.string().default(""),
    disable_streaming: flag(),
    frontend_config: frontendSchema,
    enable_file_server_authorization: flag(),
  })
  .transform((https): HttpsConfig => ({
    listen: https.listen_address,
    certificates: https.certificates,
    key: https.key,
    streaming: !https.disable_streaming,
    frontend: https.frontend_config,
    authorizeFiles: https.enable_file_server_authorization,
  }));

const listenOnly = z.strictObject({ listen_address: listenAddress() });

const componentsSchema = z
  .strictObject({
    mysql_data_source_name: optionalText(),
    https_config: httpsSchema.optional(),
    proxy_protocol: flag(),
    required_label: optionalText(),
    notification_listen_address: optionalListenAddress(),
    notification_public_address: optionalText(),
    admin_config: listenOnly.optional(),
    stats_config: z.strictObject({ address: listenAddress() }).optional(),
    health_check_config: listenOnly.optional(),
    notification_use_http_notifier: flag(),
    spanner_config: z.strictObject({}).optional(),
    fleet: serverExtensionSchema.prefault({}),
  })
  .transform((file): ComponentsConfig => {
    const { fleet } = file;
    return {
      ...placesOf(fleet),
      https: file.https_config,
      admin: file.admin_config && { listen: file.admin_config.listen_address },
      adminAccess: fleet.admin,
      client: fleet.client_config,
      web: fleet.web,
      stats: file.stats_config && { listen: file.stats_config.address },
      healthCheck: file.health_check_config && {
        listen: file.health_check_config.listen_address,
      },
      notifications: {
        listen: file.notification_listen_address,
        publicAddress: file.notification_public_address,
        useHttp: file.notification_use_http_notifier,
        keyFile: fleet.notification_key_file,
      },
      proxyProtocol: file.proxy_protocol,
      requiredLabel: file.required_label,
      trustedProxies: fleet.trusted_proxies,
      clientAddressHeader: fleet.client_address_header,
      xfccElement: fleet.xfcc_element,
      timers: fleet.timers,
      limits: fleet.limits,
      retention: fleet.retention,
      disk: fleet.disk,
      log: fleet.log,
    };
  });

function placesOf(
  fleet: ServerExtension,
): Pick<ComponentsConfig, "databasePath" | "stateDirectory"> {
  const { database_path: databasePath, state_directory: stateDirectory } = fleet;
  const beside = databasePath === undefined ? undefined : defaultStateDirectory(databasePath);
  return { databasePath, stateDirectory: stateDirectory ?? beside };
}

/** ours.md 2. */
export function defaultStateDirectory(databasePath: string): string {
  return join(dirname(databasePath), `${databasePath.slice(databasePath.lastIndexOf("/") + 1)}.d`);
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

function componentsRules(file: PlainMessage): RuleIssue[] {
  const https = child(file, "https_config");
  const clientConfig = child(child(file, "fleet"), "client_config");
  return [
    ...roleRules(file, clientConfig),
    ...databaseRules(file),
    ...(https ? httpsRules(https) : []),
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
      hint: databaseHint,
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

export const componentsKind: FileKind<ComponentsConfig> = {
  name: "components file",
  typeName: "fleetspeak.components.Config",
  extensionType: "fleet.v1.ServerExtension",
  schema: componentsSchema,
  rules: componentsRules,
};
