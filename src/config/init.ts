/**
 * The configurator: from one file, everything that a deployment needs (protocol.md 18, ours.md 1). Existing keys and
 * certificates are kept; a server certificate near its end is issued anew. Prints nothing.
 */
import { createPublicKey } from "node:crypto";
import { dirname, resolve } from "node:path";

import { FleetError } from "../core/errors.ts";
import {
  type CertifiedKey,
  isDueForReissue,
  makeCertificateAuthority,
  makeDeploymentKey,
  makeServerCertificate,
  reissueServerCertificate,
} from "../net/certificates.ts";
import { parseListenAddress } from "./addresses.ts";
import { type ClientFiles, makeClientMessages } from "./client-files.ts";
import { loadConfiguratorConfig } from "./load.ts";
import { readPrivateKey, readPublicKeys } from "./pem.ts";
import { type PlainMessage, isPlainMessage } from "./plain-message.ts";
import type { ClientPlatform, ConfiguratorConfig } from "./schemas/configurator.ts";
import { findPairFault } from "./schemas/components.ts";
import { createFile, publicMode, readKeyFile, replaceFile, secretMode } from "./secrets.ts";
import { printText } from "./text-printer.ts";

/** What became of one file. */
export interface InitStep {
  /** "CA certificate" */
  readonly what: string;
  readonly path: string;
  readonly outcome: "made" | "kept" | "reissued" | "written";
}

type Report = (what: string, path: string | undefined, outcome: InitStep["outcome"]) => void;

/**
 * Makes what is missing and writes the configuration files; relative paths are relative to the working directory.
 *
 * @param now milliseconds since the epoch.
 * @throws configuration, before anything is written, with every problem of the file.
 */
export async function initDeployment(configFile: string, now: number): Promise<InitStep[]> {
  const config = loadConfiguratorConfig(configFile);
  const components = withDatabase(config);
  const steps: InitStep[] = [];
  const report: Report = (what, path, outcome) => {
    if (path !== undefined) steps.push({ what, path, outcome });
  };
  const authority = await prepareAuthority(config, now, report);
  const server = await prepareServer(config, authority, now, report);
  const deploymentKey = prepareDeploymentKey(config, report);
  writeComponents(config, components, server, report);
  writeClients(config, makeClientMessages(config, authority.certificate, deploymentKey), report);
  return steps;
}

/** The components that were given, with a database beside the components file where none is named. */
function withDatabase({ components, componentsFile }: ConfiguratorConfig): PlainMessage {
  const fleet = isPlainMessage(components["fleet"]) ? components["fleet"] : {};
  const hasStore =
    components["mysql_data_source_name"] ?? components["spanner_config"] ?? fleet["database_path"];
  if (hasStore !== undefined) return components;
  const path = resolve(dirname(componentsFile), "fleet.sqlite");
  return { ...components, fleet: { ...fleet, database_path: path } };
}

/** key is undefined where it is kept elsewhere: then nothing can be issued. */
interface Authority {
  readonly certificate: string;
  readonly key: string | undefined;
}

async function prepareAuthority(
  config: ConfiguratorConfig,
  now: number,
  report: Report,
): Promise<Authority> {
  const { trustedCertFile: certFile, trustedCertKeyFile: keyFile } = config;
  const certificate = readKeyFile(certFile, "CA certificate");
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

async function prepareServer(
  config: ConfiguratorConfig,
  authority: Authority,
  now: number,
  report: Report,
): Promise<CertifiedKey> {
  const { serverCertFile: certFile, serverCertKeyFile: keyFile } = config;
  const certificate = readKeyFile(certFile, "server certificate");
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
  replaceFile(certFile, "server certificate", reissued.certificate, publicMode);
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
  if (presentKey === undefined) createFile(keyFile, `${name} key`, made.key, secretMode);
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
function prepareDeploymentKey(config: ConfiguratorConfig, report: Report): string | undefined {
  const { deploymentKeyFile: keyFile, deploymentPublicKeyFile: publicFile } = config;
  const publicKey =
    publicFile === undefined ? undefined : readKeyFile(publicFile, "deployment public key");
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
  createFile(keyFile, "deployment key", made.privateKey, secretMode);
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

function writeComponents(
  { componentsFile }: ConfiguratorConfig,
  components: PlainMessage,
  { certificate, key }: CertifiedKey,
  report: Report,
): void {
  const https = isPlainMessage(components["https_config"]) ? components["https_config"] : {};
  const message = { ...components, https_config: { ...https, certificates: certificate, key } };
  const text = printText("fleetspeak.components.Config", message);
  replaceFile(componentsFile, "components file", text, secretMode);
  report("components file", componentsFile, "written");
}

function writeClients(
  { clientFiles }: ConfiguratorConfig,
  messages: Readonly<Record<ClientPlatform, ClientFiles>>,
  report: Report,
): void {
  for (const platform of ["linux", "darwin", "windows"] as const) {
    const path = clientFiles[platform];
    if (path === undefined) continue;
    const { client, extension } = messages[platform];
    const what = `${platform} client file`;
    replaceFile(path, what, printText("fleetspeak.client.generic.Config", client), publicMode);
    report(what, path, "written");
    if (!extension) continue;
    const beside = `${path}.fleet`;
    replaceFile(beside, what, printText("fleet.v1.ClientExtension", extension), publicMode);
    report(`${what}, our part`, beside, "written");
  }
}
