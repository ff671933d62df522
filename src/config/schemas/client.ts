/**
 * fleetspeak.client.generic.Config: the client's file, with the `fleet { … }` block (protocol.md 2, ours.md 1).
 */
import { z } from "zod";

import type { PlainMessage } from "../plain-message.ts";
import { readPublicKeys } from "../pem.ts";
import type { FileKind, RuleIssue } from "../file-kind.ts";
import {
  addIssue,
  choice,
  duration,
  flag,
  integer,
  type LogConfig,
  logSchema,
  optionalText,
  pemCertificates,
  requiredText,
  targetAddress,
  texts,
} from "./fields.ts";

export type ClientTransport = "AUTO" | "WEBSOCKET" | "STREAM" | "LONG_POLL" | "POLL";

export type Persistence =
  | {
      readonly kind: "filesystem";
      /** Holds services/, textservices/ and communicator.txt; undefined: none of these. */
      readonly configurationDirectory: string | undefined;
      readonly stateFile: string;
    }
  | { readonly kind: "registry"; readonly configurationKey: string };

export interface OutboxConfig {
  readonly maxMessages: number;
  readonly maxBytes: number;
  /** Of the file system that holds the state file. */
  readonly maxDiskPercent: number;
  readonly durability: "NORMAL" | "OFF";
}

export interface ClientConfig {
  /** PEM, one or more: nothing else is trusted. */
  readonly trustedCertificates: string;
  /** "host:port", in the order in which they are tried; at least one. */
  readonly servers: readonly string[];
  /** Besides those of processor and system. */
  readonly labels: readonly string[];
  readonly persistence: Persistence;
  readonly transport: ClientTransport;
  /** A URL; may hold a password. */
  readonly proxy: string | undefined;
  readonly clientCertificateHeader: string | undefined;
  /** For SNI and the check of the certificate, in place of the host. */
  readonly serverName: string | undefined;
  /** PEM, each holding one or more keys. */
  readonly deploymentPublicKeys: readonly string[];
  readonly allowUnsignedServices: boolean;
  readonly outbox: OutboxConfig;
  readonly reconnect: {
    /** The upper end of the pause after an established stream ended. */
    readonly jitterMs: number;
    /** The first pause after a failed attempt; it doubles. */
    readonly baseMs: number;
  };
  /** Whether a repacked executable takes another configuration. */
  readonly allowOverride: boolean;
  /** Serialized SignedClientServiceConfig. */
  readonly signedServices: readonly Uint8Array[];
  readonly log: LogConfig;
}

const mib = 1024 * 1024;

const publicKeys = z.string().transform((pem, ctx) => {
  try {
    readPublicKeys(pem, "deployment_public_key");
  } catch {
    addIssue(
      ctx,
      "holds no public key that can be read",
      'It must be PEM: "-----BEGIN PUBLIC KEY-----\\n…".',
    );
  }
  return pem;
});

const outboxSchema = z
  .strictObject({
    max_messages: integer({ min: 1, max: 100_000_000, fallback: 100_000 }),
    max_bytes: integer({ min: mib, max: 2 ** 50, fallback: 256 * mib }),
    max_disk_percent: integer({ min: 1, max: 100, fallback: 10 }),
    durability: choice(["NORMAL", "OFF"]),
  })
  .prefault({})
  .transform((outbox): OutboxConfig => ({
    maxMessages: outbox.max_messages,
    maxBytes: outbox.max_bytes,
    maxDiskPercent: outbox.max_disk_percent,
    durability: outbox.durability,
  }));

const clientExtensionSchema = z.strictObject({
  // No default: where it is not said, `streaming` says it.
  transport: choice(["AUTO", "WEBSOCKET", "STREAM", "LONG_POLL", "POLL"]).unwrap().optional(),
  deployment_public_key: z.array(publicKeys).default([]),
  allow_unsigned_services: flag(),
  outbox: outboxSchema,
  reconnect: z
    .strictObject({
      jitter: duration(2000, { minMs: 0 }),
      base: duration(1000),
    })
    .prefault({}),
  allow_override: flag(),
  signed_service: z.array(z.instanceof(Uint8Array)).default([]),
  log: logSchema,
});

const filesystemSchema = z.strictObject({
  configuration_directory: optionalText(),
  state_file: requiredText("Name the file that keeps the client's identity."),
});
const registrySchema = z.strictObject({
  configuration_key: requiredText("Write HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\FleetspeakClient."),
});

/** As net/proxy.ts reads it, credentials aside. */
const proxyForm = /^(?:(?:https?|socks5h?):\/\/|(?![^/]*:\/\/))/i;

const proxyUrl = optionalText().transform((text, ctx) => {
  if (text !== undefined && (!URL.canParse(text) || !proxyForm.test(text))) {
    addIssue(
      ctx,
      "is not a URL of a proxy",
      'Write "http://host:port"; https:// and socks5:// work too.',
    );
  }
  return text;
});

export const clientSchema = z
  .strictObject({
    trusted_certs: pemCertificates().transform((pem, ctx) => {
      if (pem === "") addIssue(ctx, "is required", "Put the CA's certificate here, as PEM.");
      return pem;
    }),
    server: z
      .array(targetAddress())
      .default([])
      .transform((servers, ctx) => {
        if (servers.length === 0)
          addIssue(ctx, "is required", 'Name at least one server: "host:port".');
        return servers;
      }),
    client_label: texts(),
    filesystem_handler: filesystemSchema.optional(),
    registry_handler: registrySchema.optional(),
    streaming: flag(),
    proxy: proxyUrl,
    client_certificate_header: optionalText(),
    server_name: optionalText(),
    fleet: clientExtensionSchema.optional(),
  })
  .transform((client): ClientConfig => {
    const fleet = client.fleet ?? clientExtensionSchema.parse({});
    return {
      trustedCertificates: client.trusted_certs,
      servers: client.server,
      // The original's configurator writes an empty one where no label is required.
      labels: client.client_label.filter((label) => label.trim() !== ""),
      persistence: readPersistence(client),
      transport: client.fleet?.transport ?? (client.streaming ? "AUTO" : "LONG_POLL"),
      proxy: client.proxy,
      clientCertificateHeader: client.client_certificate_header,
      serverName: client.server_name,
      deploymentPublicKeys: fleet.deployment_public_key,
      allowUnsignedServices: fleet.allow_unsigned_services,
      outbox: fleet.outbox,
      reconnect: {
        jitterMs: fleet.reconnect.jitter,
        baseMs: fleet.reconnect.base,
      },
      allowOverride: fleet.allow_override,
      signedServices: fleet.signed_service,
      log: fleet.log,
    };
  });

interface Handlers {
  readonly filesystem_handler?: z.output<typeof filesystemSchema> | undefined;
  readonly registry_handler?: z.output<typeof registrySchema> | undefined;
}

function readPersistence(handlers: Handlers): Persistence {
  const { filesystem_handler: files, registry_handler: registry } = handlers;
  if (registry) return { kind: "registry", configurationKey: registry.configuration_key };
  return {
    kind: "filesystem",
    configurationDirectory: files?.configuration_directory,
    stateFile: files?.state_file ?? "",
  };
}

/** What concerns several fields. @param path of the message in the file. */
export function clientRules(client: PlainMessage, path = ""): RuleIssue[] {
  if (client["filesystem_handler"] !== undefined || client["registry_handler"] !== undefined)
    return [];
  return [
    {
      path: path === "" ? "filesystem_handler" : `${path}.filesystem_handler`,
      message: "is required",
      hint: "Write filesystem_handler { configuration_directory: … state_file: … }.",
    },
  ];
}

export const clientKind: FileKind<ClientConfig> = {
  name: "client file",
  typeName: "fleetspeak.client.generic.Config",
  extensionType: "fleet.v1.ClientExtension",
  schema: clientSchema,
  rules: (client) => clientRules(client),
};
