/**
 * The state directory (ours.md 2): the files in it, and the making of those that are missing.
 */
import { hostname } from "node:os";
import { join } from "node:path";

import { FleetError } from "../../core/errors.ts";
import type { CertifiedKey } from "../../net/certificates.ts";
import { lockFile } from "../../platform/file-lock.ts";
import {
  createFile,
  ensurePrivateFolder,
  publicMode,
  readPrivateFile,
  replaceFile,
} from "../../platform/private-file.ts";

export interface StatePaths {
  readonly caCertificate: string;
  /** A secret; opened only to issue. */
  readonly caKey: string;
  readonly serverCertificate: string;
  readonly serverKey: string;
  readonly deploymentPublicKey: string;
  readonly deploymentKey: string;
  /** The admin API's Unix socket. */
  readonly socket: string;
  readonly runFile: string;
  readonly lock: string;
  /** Of the client that runs in the server's process. */
  readonly client: string;
}

export function statePaths(folder: string): StatePaths {
  return {
    caCertificate: join(folder, "ca.pem"),
    caKey: join(folder, "ca.key"),
    serverCertificate: join(folder, "server.pem"),
    serverKey: join(folder, "server.key"),
    deploymentPublicKey: join(folder, "deployment.pub"),
    deploymentKey: join(folder, "deployment.key"),
    socket: join(folder, "admin.sock"),
    runFile: join(folder, "run.json"),
    lock: join(folder, "lock"),
    client: join(folder, "client"),
  };
}

export interface ProvisionOptions {
  readonly folder: string;
  /** That clients and administrators are to reach, besides this machine's own names; empty for every interface. */
  readonly hosts: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Told of each thing that was made. */
  readonly onMade: (what: string, path: string) => void;
}

export interface Provisioned {
  readonly paths: StatePaths;
  /** PEM. */
  readonly caCertificate: string;
  /** PEM. */
  readonly server: CertifiedKey;
}

/** Hosts that are no names. */
const everyInterface: ReadonlySet<string> = new Set(["", "0.0.0.0", "::"]);

const deploymentName = "fleet";
const maxPemBytes = 64 * 1024;

/**
 * Makes the folder (0700), CA, server certificate and deployment key where they are missing. A server certificate that
 * has less than a third of its life left, or lacks a host, is issued anew; a CA never is.
 * @throws configuration for a folder or a file that cannot be used; conflict, with nothing made, when a server runs on it:
 * that one may have its certificates from elsewhere.
 */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const paths = statePaths(options.folder);
  ensurePrivateFolder(options.folder, "state directory");
  // Windows has no such locks: there the database itself is opened exclusively.
  using _held = process.platform === "win32" ? undefined : lockFile(paths.lock);
  const caCertificate = readPem(paths.caCertificate) ?? (await makeAuthority(paths, options));
  const server =
    (await readUsableServer(paths, options)) ?? (await makeServer(paths, options, caCertificate));
  if (readKey(paths.deploymentKey) === undefined) await makeDeployment(paths, options);
  return { paths, caCertificate, server };
}

/**
 * The server certificate of a state directory that was provisioned, issued anew if it is due.
 * @throws configuration when it is due and the CA's key is not there.
 */
export async function currentServerCertificate(options: ProvisionOptions): Promise<CertifiedKey> {
  const paths = statePaths(options.folder);
  const usable = await readUsableServer(paths, options);
  return usable ?? (await makeServer(paths, options, readAuthority(paths)));
}

function readAuthority({ caCertificate }: StatePaths): string {
  const pem = readPem(caCertificate);
  if (pem !== undefined) return pem;
  throw new FleetError("configuration", `there is no "${caCertificate}" to issue with`);
}

function readPem(path: string): string | undefined {
  return readPrivateFile(path, "file", maxPemBytes)?.toString("utf8");
}

function readKey(path: string): string | undefined {
  return readPrivateFile(path, "key", maxPemBytes, { secret: true })?.toString("utf8");
}

function writePem(path: string, what: string, pem: string): void {
  replaceFile(path, what, pem, { mode: publicMode });
}

/** Loaded only where something is to be made: the library behind it costs more than the rest of a start. */
function loadMaker() {
  return import("../../net/certificates.ts");
}

async function makeAuthority(
  paths: StatePaths,
  { now, onMade }: ProvisionOptions,
): Promise<string> {
  refuseOrphan(paths.caKey, paths.caCertificate);
  const { makeCertificateAuthority } = await loadMaker();
  const { certificate, key } = await makeCertificateAuthority({ name: deploymentName, now });
  createFile(paths.caKey, "CA key", key);
  writePem(paths.caCertificate, "CA certificate", certificate);
  onMade("certificate authority", paths.caCertificate);
  return certificate;
}

/** A key without its certificate was there for something: it is not written over. */
function refuseOrphan(key: string, certificate: string): void {
  if (readKey(key) === undefined) return;
  throw new FleetError("configuration", `there is "${key}" and no "${certificate}"`, {
    hint: "Put the certificate back, or move the key away to have both made anew.",
  });
}

async function readUsableServer(
  paths: StatePaths,
  options: ProvisionOptions,
): Promise<CertifiedKey | undefined> {
  const [certificate, key] = [readPem(paths.serverCertificate), readKey(paths.serverKey)];
  if (certificate === undefined || key === undefined) return undefined;
  const { hostsOf, isDueForReissue, readCertificate } = await loadMaker();
  const covered = new Set(hostsOf(readCertificate(certificate)));
  const isCovered = neededHosts(options.hosts).every((host) => covered.has(host));
  return isCovered && !isDueForReissue(certificate, options.now) ? { certificate, key } : undefined;
}

async function makeServer(
  paths: StatePaths,
  { hosts, now, onMade }: ProvisionOptions,
  caCertificate: string,
): Promise<CertifiedKey> {
  const { makeServerCertificate } = await loadMaker();
  const caKey = readKey(paths.caKey);
  if (caKey === undefined) {
    throw new FleetError(
      "configuration",
      `a server certificate is to be issued, and there is no "${paths.caKey}"`,
      {
        hint: "Put the CA's key back, or a server certificate in the place of the old one.",
      },
    );
  }
  const key = readKey(paths.serverKey);
  const made = await makeServerCertificate({
    name: deploymentName,
    hosts: neededHosts(hosts),
    authority: { certificate: caCertificate, key: caKey },
    now,
    key,
  });
  if (key === undefined) createFile(paths.serverKey, "server key", made.key);
  writePem(paths.serverCertificate, "server certificate", made.certificate);
  onMade("server certificate", paths.serverCertificate);
  return made;
}

/** As the certificate shows them. */
function neededHosts(hosts: readonly string[]): string[] {
  const own = ["localhost", hostname(), "127.0.0.1"];
  return [...new Set([...own, ...hosts.filter((host) => !everyInterface.has(host))])];
}

async function makeDeployment(paths: StatePaths, { onMade }: ProvisionOptions): Promise<void> {
  const { makeDeploymentKey } = await loadMaker();
  const { privateKey, publicKey } = makeDeploymentKey();
  createFile(paths.deploymentKey, "deployment key", privateKey);
  writePem(paths.deploymentPublicKey, "deployment public key", publicKey);
  onMade("deployment key", paths.deploymentKey);
}
