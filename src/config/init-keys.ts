/**
 * The configurator's certificates and keys: made where they are missing, kept where they are (protocol.md 18,
 * ours.md 5).
 */
import { createPublicKey } from "node:crypto";

import { FleetError } from "../core/errors.ts";
import {
  type CertifiedKey,
  isDueForReissue,
  makeCertificateAuthority,
  makeDeploymentKey,
  makeServerCertificate,
  reissueServerCertificate,
} from "../net/certificates.ts";
import { createFile, publicMode, readPrivateFile, replaceFile } from "../platform/private-file.ts";
import { parseListenAddress } from "./addresses.ts";
import { readPrivateKey, readPublicKeys } from "./pem.ts";
import { findPairFault } from "./schemas/components-rules.ts";
import type { ConfiguratorConfig } from "./schemas/configurator.ts";

/** What became of one file. */
export interface InitStep {
  /** "CA certificate" */
  readonly what: string;
  readonly path: string;
  /**
   * Of configuration files: written; kept; updated: only the certificate in it; differs: kept, though the configurator's
   * file asks for something else; outdated: kept, and it lacks the current certificate.
   */
  readonly outcome: "made" | "kept" | "reissued" | "written" | "updated" | "differs" | "outdated";
}

export type Report = (what: string, path: string | undefined, outcome: InitStep["outcome"]) => void;

/** key is undefined where it is kept elsewhere: then nothing can be issued. */
export interface Authority {
  readonly certificate: string;
  readonly key: string | undefined;
}

const maxPemBytes = 1024 * 1024;

function readPemFile(path: string, what: string): string | undefined {
  return readPrivateFile(path, what, maxPemBytes)?.toString("utf8");
}

function readKeyFile(path: string, what: string): string | undefined {
  return readPrivateFile(path, what, maxPemBytes, { secret: true })?.toString("utf8");
}

export async function prepareAuthority(
  config: ConfiguratorConfig,
  now: number,
  report: Report,
): Promise<Authority> {
  const { trustedCertFile: certFile, trustedCertKeyFile: keyFile } = config;
  const certificate = readPemFile(certFile, "CA certificate");
  const key = keyFile === undefined ? undefined : readKeyFile(keyFile, "CA key");
  if (certificate !== undefined) {
    report("CA certificate", certFile, "kept");
    if (key !== undefined) report("CA key", keyFile, "kept");
    return { certificate, key };
  }
  if (keyFile === undefined) throw missingKeyFile("a CA", "trusted_cert_key_file");
  const made = await makeCertificateAuthority({ name: config.name, now, key });
  keepPair(made, key, { name: "CA", certFile, keyFile }, report);
  return made;
}

export async function prepareServer(
  config: ConfiguratorConfig,
  authority: Authority,
  now: number,
  report: Report,
): Promise<CertifiedKey> {
  const { serverCertFile: certFile, serverCertKeyFile: keyFile } = config;
  const certificate = readPemFile(certFile, "server certificate");
  const key = readKeyFile(keyFile, "server key");
  if (certificate !== undefined) {
    return await keepServer(config, { certificate, key: key ?? "" }, authority, now, report);
  }
  const request = {
    name: config.name,
    hosts: hostsIn(config),
    authority: issuerOf(authority),
    now,
    key,
  };
  const made = await makeServerCertificate(request);
  keepPair(made, key, { name: "server", certFile, keyFile }, report);
  return made;
}

async function keepServer(
  { serverCertFile: certFile, serverCertKeyFile: keyFile }: ConfiguratorConfig,
  present: CertifiedKey,
  authority: Authority,
  now: number,
  report: Report,
): Promise<CertifiedKey> {
  if (present.key === "" || findPairFault(present.certificate, present.key) !== undefined) {
    throw new FleetError(
      "configuration",
      `"${keyFile}" does not hold the key of the certificate in "${certFile}"`,
      {
        hint: "Put the right key there, or move the certificate away to have a new one made.",
      },
    );
  }
  const due = isDueForReissue(present.certificate, now) && authority.key !== undefined;
  report("server key", keyFile, "kept");
  report("server certificate", certFile, due ? "reissued" : "kept");
  if (!due) return present;
  const reissued = await reissueServerCertificate(present, issuerOf(authority), now);
  replaceFile(certFile, "server certificate", reissued.certificate, { mode: publicMode });
  return reissued;
}

interface PairFiles {
  readonly name: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** The key first: a certificate without its key would be of no use. */
function keepPair(
  made: CertifiedKey,
  presentKey: string | undefined,
  { name, certFile, keyFile }: PairFiles,
  report: Report,
): void {
  if (presentKey === undefined) createFile(keyFile, `${name} key`, made.key);
  report(`${name} key`, keyFile, presentKey === undefined ? "made" : "kept");
  createFile(certFile, `${name} certificate`, made.certificate, publicMode);
  report(`${name} certificate`, certFile, "made");
}

function issuerOf({ certificate, key }: Authority): CertifiedKey {
  if (key === undefined) throw missingKeyFile("a server certificate", "trusted_cert_key_file");
  return { certificate, key };
}

function missingKeyFile(what: string, field: string): FleetError {
  return new FleetError(
    "configuration",
    `cannot make ${what}: ${field} is not set or has no file`,
    {
      hint: `Set ${field} to the file of the CA's key.`,
    },
  );
}

function hostsIn({ publicHostPorts, serverName }: ConfiguratorConfig): string[] {
  const hosts = publicHostPorts.map((address) => parseListenAddress(address)?.host ?? address);
  return [...new Set(serverName === undefined ? hosts : [...hosts, serverName])];
}

/** @returns the public key as PEM; undefined where no deployment key is named. */
export function prepareDeploymentKey(
  config: ConfiguratorConfig,
  report: Report,
): string | undefined {
  const { deploymentKeyFile: keyFile, deploymentPublicKeyFile: publicFile } = config;
  const publicKey =
    publicFile === undefined ? undefined : readPemFile(publicFile, "deployment public key");
  if (keyFile === undefined) return keepPublicKey(publicFile, publicKey, report);
  const present = readKeyFile(keyFile, "deployment key");
  const derived =
    present === undefined
      ? makeKeyFile(keyFile, publicFile, publicKey)
      : derivePublicKey(present, keyFile);
  report("deployment key", keyFile, present === undefined ? "made" : "kept");
  if (publicFile === undefined) return derived;
  if (publicKey === undefined) createFile(publicFile, "deployment public key", derived, publicMode);
  else if (derivedFrom(publicKey, publicFile) !== derived)
    throw foreignPublicKey(publicFile, keyFile);
  report("deployment public key", publicFile, publicKey === undefined ? "made" : "kept");
  return derived;
}

function keepPublicKey(
  file: string | undefined,
  present: string | undefined,
  report: Report,
): string | undefined {
  if (file === undefined) return undefined;
  if (present === undefined) {
    throw new FleetError("configuration", `deployment public key file "${file}" does not exist`, {
      hint: "Set deployment_key_file, too, to have a key made.",
    });
  }
  readPublicKeys(present, `deployment public key file "${file}"`);
  report("deployment public key", file, "kept");
  return present;
}

function makeKeyFile(
  keyFile: string,
  publicFile: string | undefined,
  publicKey: string | undefined,
): string {
  if (publicFile !== undefined && publicKey !== undefined)
    throw foreignPublicKey(publicFile, keyFile);
  const made = makeDeploymentKey();
  createFile(keyFile, "deployment key", made.privateKey);
  return made.publicKey;
}

function derivePublicKey(pem: string, file: string): string {
  const key = createPublicKey(readPrivateKey(pem, `deployment key file "${file}"`));
  return key.export({ type: "spki", format: "pem" }).toString();
}

function derivedFrom(pem: string, file: string): string {
  const [first] = readPublicKeys(pem, `deployment public key file "${file}"`);
  return first?.export({ type: "spki", format: "pem" }).toString() ?? "";
}

function foreignPublicKey(publicFile: string, keyFile: string): FleetError {
  return new FleetError("configuration", `"${publicFile}" is not the public key of "${keyFile}"`, {
    hint: "Clients trust the public key: move away the one that is wrong.",
  });
}
