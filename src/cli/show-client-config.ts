/** An embedded client configuration for people and for JSON; without secrets. */
import { createHash } from "node:crypto";

import { type BlockContent, deploymentKeysOf, embeddedConfig } from "../config/block/content.ts";
import { findCertificates, readPublicKeys } from "../config/pem.ts";
import { readServices } from "../config/service-files.ts";
import { proxyUrl } from "../core/proxy-url.ts";
import { showLine } from "./terminal/text.ts";

/** The names are those of the JSON. */
export interface ShownConfig {
  readonly servers: readonly string[];
  readonly server_name?: string;
  /** SHA-256 of the certificates, in hex. */
  readonly trusted_certificates: readonly string[];
  readonly labels: readonly string[];
  readonly transport: string;
  readonly proxy?: string;
  /** Into which the client puts its certificate. */
  readonly client_certificate_header?: string;
  readonly services: readonly string[];
  /** Services that the client would not run, and why. */
  readonly refused_services: readonly string[];
  /** SHA-256 of the public keys (SPKI), in hex. */
  readonly deployment_keys: readonly string[];
  /** Whether it runs what anybody put into textservices/ of the configuration directory. */
  readonly allow_unsigned_services: boolean;
  readonly signed: boolean;
  readonly allow_override: boolean;
  readonly state_file: string;
  readonly configuration_directory?: string;
}

/** @throws configuration for what no client could use. */
export function showClientConfig(content: BlockContent): ShownConfig {
  const config = embeddedConfig(content);
  const { persistence, serverName, proxy, clientCertificateHeader: header } = config;
  const services = readServices({ ...config, configurationDirectory: undefined });
  const folder = persistence.kind === "filesystem" ? persistence.configurationDirectory : undefined;
  return {
    servers: config.servers,
    ...(serverName !== undefined && { server_name: serverName }),
    trusted_certificates: findCertificates(config.trustedCertificates).certificates.map(({ raw }) =>
      hexSha256(raw),
    ),
    labels: config.labels,
    transport: config.transport,
    ...(proxy !== undefined && { proxy: withoutPassword(proxy) }),
    ...(header !== undefined && { client_certificate_header: header }),
    services: services.flatMap(({ definition }) => definition?.config.name ?? []),
    refused_services: services.flatMap(({ source, error }) =>
      error === undefined ? [] : `${source}: ${error.message}`,
    ),
    deployment_keys: deploymentKeysOf(content.message)
      .flatMap((pem) => readPublicKeys(pem, "deployment_public_key"))
      .map((key) => hexSha256(key.export({ type: "spki", format: "der" }))),
    allow_unsigned_services: config.allowUnsignedServices,
    signed: content.signature.length > 0,
    allow_override: config.allowOverride,
    state_file:
      persistence.kind === "filesystem" ? persistence.stateFile : persistence.configurationKey,
    ...(folder !== undefined && { configuration_directory: folder }),
  };
}

/** "servers: a, b" and so on, a line each: whoever made the configuration chose only what stands on its line. */
export function formatClientConfig(shown: ShownConfig): string {
  const lines: [string, string | readonly string[] | undefined][] = [
    ["servers", shown.servers],
    ["server name", shown.server_name],
    ["trusted certificates", shown.trusted_certificates],
    ["labels", shown.labels],
    ["transport", shown.transport.toLowerCase()],
    ["proxy", shown.proxy],
    ["certificate header", shown.client_certificate_header],
    ["services", shown.services],
    ["deployment keys", shown.deployment_keys],
    ["unsigned services", shown.allow_unsigned_services ? "allowed" : "refused"],
    ["block", shown.signed ? "signed by a deployment key, locked to them" : "not signed"],
    ["other configuration", shown.allow_override ? "allowed" : "refused"],
    ["state file", shown.state_file],
    ["configuration directory", shown.configuration_directory],
  ];
  return lines
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const text = typeof value === "string" ? value : value.join(", ") || "none";
      return [`  ${`${name}:`.padEnd(25)}${showLine(text)}\n`];
    })
    .join("");
}

/** Of a file, as sha256sum prints it. */
export function hexSha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function withoutPassword(text: string): string {
  const shown = proxyUrl(text);
  if (!shown) return "no URL";
  if (shown.username === "" && shown.password === "") return text;
  shown.username = "";
  shown.password = "";
  return `${shown.href} (with a user or password)`;
}
