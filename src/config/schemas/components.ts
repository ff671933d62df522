/**
 * fleetspeak.components.Config: the server components file, with the `fleet { … }` block (protocol.md 18, ours.md 1).
 */
import { dirname, join } from "node:path";

import { z } from "zod";

import type { ListenAddress } from "../addresses.ts";
import type { FileKind } from "../file-kind.ts";
import type { ClientConfig } from "./client.ts";
import { componentsRules } from "./components-rules.ts";
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

export const componentsKind: FileKind<ComponentsConfig> = {
  name: "components file",
  typeName: "fleetspeak.components.Config",
  extensionType: "fleet.v1.ServerExtension",
  schema: componentsSchema,
  rules: componentsRules,
};
