/**
 * TLS of the command line to a server's admin API: which server to believe, and who is calling (ours.md 5).
 */
import { type ChannelOptions, type ChannelCredentials, credentials } from "@grpc/grpc-js";
import { isIP } from "node:net";
import tls from "node:tls";

import { FleetError } from "../../core/errors.ts";
import { parseHostPort } from "../../net/address.ts";
import { readPrivateFile } from "../../platform/private-file.ts";
import type { AdminAddress } from "./admin-address.ts";
import type { ServerChoice } from "../command.ts";

/** PEM; the key is a secret. */
export interface AdminTlsFiles {
  readonly ca: string;
  /** Both or none. */
  readonly certificate?: string;
  readonly key?: string;
}

const maxPemBytes = 64 * 1024;

/**
 * The files that the flags name; undefined where there are none.
 * @param hasToken in which case the server's CA will do.
 * @throws invalid_argument for some of the flags without the others, or with a Unix socket; configuration for files that
 * cannot be used.
 */
export function readAdminTls(
  { admin_ca: ca, admin_cert: certificate, admin_key: key }: ServerChoice,
  { target, foundBy }: AdminAddress,
  hasToken = false,
): AdminTlsFiles | undefined {
  if (ca === undefined && certificate === undefined && key === undefined) return undefined;
  const isByToken = hasToken && certificate === undefined && key === undefined;
  if (ca === undefined || ((certificate === undefined || key === undefined) && !isByToken)) {
    const message = "--admin_ca, --admin_cert and --admin_key go together";
    throw new FleetError("invalid_argument", message, {
      hint: "The first is the server's CA (ca.pem of its state directory); fleet admin certificate makes the other two. A token in FLEET_TOKEN_FILE takes their place.",
    });
  }
  if (target.startsWith("unix:")) {
    const message = `${target} (${foundBy}) is a Unix socket, where certificates say nothing`;
    throw new FleetError("invalid_argument", message, {
      hint: "Name the TCP port with --admin_addr host:port, or leave --admin_ca, --admin_cert and --admin_key out.",
    });
  }
  return {
    ca: readPem(ca, "CA certificate"),
    ...(certificate !== undefined && { certificate: readPem(certificate, "certificate") }),
    ...(key !== undefined && { key: readPem(key, "key", true) }),
  };
}

function readPem(path: string, what: string, secret = false): string {
  const content = readPrivateFile(path, what, maxPemBytes, { secret });
  if (content !== undefined) return content.toString("utf8");
  throw new FleetError("configuration", `${what} "${path}" does not exist`, {
    hint: "fleet admin certificate makes one.",
  });
}

/** What the gRPC library needs to speak TLS. @throws configuration for files that do not fit. */
export function tlsChannel(
  target: string,
  files: AdminTlsFiles,
): { readonly credentials: ChannelCredentials; readonly options: ChannelOptions } {
  const { host } = parseHostPort(target);
  const strict = {
    rejectUnauthorized: true,
    checkServerIdentity: (_name: string, certificate: tls.PeerCertificate) =>
      tls.checkServerIdentity(host, certificate),
  };
  return {
    credentials: credentials.createFromSecureContext(makeContext(files), strict),
    // An address may not stand where a server's name is sent; what is checked is the address all the same.
    options:
      isIP(host) === 0
        ? {}
        : { "grpc.ssl_target_name_override": "localhost", "grpc.default_authority": target },
  };
}

function makeContext({ ca, certificate, key }: AdminTlsFiles): tls.SecureContext {
  // Without a certificate in it the library would trust the system's CAs.
  const hasRoot = ca.includes("-----BEGIN CERTIFICATE-----");
  try {
    if (hasRoot)
      return tls.createSecureContext({
        ca,
        ...(certificate !== undefined && key !== undefined && { cert: certificate, key }),
        minVersion: "TLSv1.2",
      });
  } catch {
    // Not the library's message: it may show what it could not read.
  }
  throw new FleetError(
    "configuration",
    "--admin_ca, --admin_cert and --admin_key cannot be used together",
    { hint: "All must be PEM, and the key that of the certificate." },
  );
}
