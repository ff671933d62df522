/**
 * What the admin API shows and asks for on TLS: the server's certificate, and the CA of the administrators (ours.md 5).
 */
import { findCertificates } from "../../config/pem.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import { FleetError } from "../../core/errors.ts";
import { findAuthorityFault } from "../../net/certificates-admin.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import { readPrivateFile } from "../../platform/private-file.ts";
import type { AdminTls } from "../admin/options.ts";
import type { StatePaths } from "./state-directory.ts";

const maxPemBytes = 64 * 1024;

/**
 * undefined where neither a CA of administrators nor tokens are configured, or nothing listens on TCP.
 * @throws configuration without a certificate to show, and for a CA that may not issue administrators' certificates.
 */
export function adminTlsOf(components: ComponentsConfig, paths: StatePaths): AdminTls | undefined {
  const { clientCa, tokens } = components.adminAccess;
  if (components.admin === undefined || (clientCa === undefined && !tokens)) return undefined;
  const certificate = configuredCertificate(components) ?? certificateOf(paths);
  if (certificate === undefined) {
    throw new FleetError(
      "configuration",
      `fleet.admin.${clientCa === undefined ? "tokens" : "client_ca"} is set, and the admin API has no certificate to show`,
      {
        hint: `Set https_config { certificates key }, or put both into "${paths.serverCertificate}" and "${paths.serverKey}".`,
      },
    );
  }
  if (clientCa !== undefined) {
    checkAuthority(clientCa, [
      certificate.certificates,
      readText(paths.caCertificate, "CA certificate"),
      components.client?.trustedCertificates,
    ]);
  }
  return { certificate, clientCa, tokens };
}

export function configuredCertificate({ https }: ComponentsConfig): ServerCertificate | undefined {
  if (!https || https.certificates === "" || https.key === "") return undefined;
  return { certificates: https.certificates, key: https.key };
}

export function certificateOf(paths: StatePaths): ServerCertificate | undefined {
  const certificates = readText(paths.serverCertificate, "server certificate");
  const key = readText(paths.serverKey, "server key", true);
  return certificates === undefined || key === undefined ? undefined : { certificates, key };
}

function readText(path: string, what: string, secret = false): string | undefined {
  return readPrivateFile(path, what, maxPemBytes, { secret })?.toString("utf8");
}

function checkAuthority(clientCa: string, clients: readonly (string | undefined)[]): void {
  const foreign = clients.flatMap((pem) => findCertificates(pem ?? "").certificates);
  const fault = findAuthorityFault(findCertificates(clientCa).certificates, foreign);
  if (fault === undefined) return;
  throw new FleetError("configuration", `fleet.admin.client_ca cannot be used: ${fault}`, {
    hint: "Administrators need a CA of their own, which issues nothing else: fleet admin certificate makes one.",
  });
}
