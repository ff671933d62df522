/**
 * What works and should still be known: certificates near their end, ports that anyone reaches, what labels cannot do
 * (ours.md 5).
 */
import type { X509Certificate } from "node:crypto";

import { type ListenAddress, formatListenAddress, isLoopback } from "./addresses.ts";
import { findCertificates } from "./pem.ts";
import type { ClientConfig } from "./schemas/client.ts";
import type { ComponentsConfig } from "./schemas/components.ts";

export interface Warning {
  /** The field that it is about; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

const dayMs = 24 * 3600 * 1000;

/** @param now milliseconds since the epoch. */
export function componentsWarnings(config: ComponentsConfig, now: number): Warning[] {
  const { https } = config;
  const server: Warning[] = https
    ? [
        ...certificateWarnings("https_config.certificates", https.certificates, now),
        ...trustWarnings(config, https.frontend.kind === "mtls"),
        {
          path: "",
          message:
            "blacklisting a client is undone when it makes a new key: it then counts as a new client",
        },
      ]
    : [];
  const authority = config.adminAccess.clientCa ?? "";
  return [
    ...server,
    ...labelWarnings(config),
    ...certificateWarnings("fleet.admin.client_ca", authority, now),
    ...adminWarnings(config),
  ];
}

/** @param now milliseconds since the epoch. */
export function clientWarnings(config: ClientConfig, now: number): Warning[] {
  const warnings = certificateWarnings("trusted_certs", config.trustedCertificates, now);
  if (config.allowUnsignedServices) {
    const message =
      "services that nobody signed are run: whoever can write to textservices/ can run programs";
    warnings.push({
      path: "fleet.allow_unsigned_services",
      message,
      hint: "Sign them: fleet service sign",
    });
  } else if (config.deploymentPublicKeys.length === 0) {
    const message = "no deployment key is trusted, so no service can be installed";
    const hint =
      "Set fleet { deployment_public_key: … }, or allow_unsigned_services as the original does.";
    warnings.push({ path: "fleet.deployment_public_key", message, hint });
  }
  return warnings;
}

function certificateWarnings(path: string, pem: string, now: number): Warning[] {
  return findCertificates(pem).certificates.flatMap((certificate) => {
    const message = describeEnd(certificate, now);
    return message === undefined ? [] : [{ path, message }];
  });
}

function describeEnd(
  { subject, validFromDate, validToDate }: X509Certificate,
  now: number,
): string | undefined {
  const [from, to] = [validFromDate.getTime(), validToDate.getTime()];
  const name = `the certificate of ${JSON.stringify(subject.replaceAll("\n", ", "))}`;
  if (to <= now) return `${name} expired on ${dateOf(validToDate)}`;
  if (from > now) return `${name} is valid only from ${dateOf(validFromDate)}`;
  if (to - now >= (to - from) / 3) return undefined;
  return `${name} expires on ${dateOf(validToDate)}, in ${Math.floor((to - now) / dayMs)} days`;
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function trustWarnings(config: ComponentsConfig, isMutualTls: boolean): Warning[] {
  if (config.trustedProxies.length > 0) return [];
  const hint = "Set fleet { trusted_proxies: … } to the proxies' addresses.";
  const warnings: Warning[] = [];
  if (!isMutualTls) {
    const message = "whoever reaches the port can claim any client's certificate in a header";
    warnings.push({ path: "https_config.frontend_config", message, hint });
  }
  if (config.proxyProtocol) {
    const message = "whoever reaches the port can claim any address in a PROXY header";
    warnings.push({ path: "proxy_protocol", message, hint });
  }
  return warnings;
}

function labelWarnings({ requiredLabel }: ComponentsConfig): Warning[] {
  if (requiredLabel === undefined) return [];
  const message = "labels are claimed by clients: this selects them, it does not authenticate them";
  return [{ path: "required_label", message }];
}

function adminWarnings(config: ComponentsConfig): Warning[] {
  const { admin, adminAccess, stats, notifications } = config;
  return [
    ...openPort(
      "admin_config.listen_address",
      adminAccess.clientCa === undefined ? admin?.listen : undefined,
      "the admin API has no authentication there",
    ),
    ...openPort("stats_config.address", stats?.listen, "anyone can read the metrics there"),
    ...openPort(
      "notification_listen_address",
      notifications.keyFile === undefined ? notifications.listen : undefined,
      "notifications are not authenticated without fleet.notification_key_file",
    ),
  ];
}

function openPort(path: string, listen: ListenAddress | undefined, risk: string): Warning[] {
  if (listen === undefined || isLoopback(listen)) return [];
  const message = `${formatListenAddress(listen)} is reached from other machines, and ${risk}`;
  return [{ path, message, hint: "Listen on 127.0.0.1, or keep the port behind a firewall." }];
}
