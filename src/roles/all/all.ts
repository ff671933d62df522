/**
 * `fleet all`: everything in one process with nothing configured — server, admin API and one local client, on files that
 * it makes where they are missing.
 */
import { readFileSync } from "node:fs";

import { decodeText, requireConfigFile } from "../../config/files.ts";
import { makeClientConfig, makeComponentsConfig } from "../../config/load.ts";
import { findCertificates } from "../../config/pem.ts";
import { type ComponentsConfig, defaultStateDirectory } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { type Clock, systemClock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import type { CertifiedKey } from "../../net/certificates.ts";
import { parseHostPort } from "../../net/address.ts";
import { getLog } from "../../observability/log.ts";
import type { LogReader } from "../../observability/recent-log.ts";
import { type RunningClient, startClient } from "../client/client.ts";
import { clientOptions } from "../client/from-config.ts";
import { installDemoServices } from "./demo-services.ts";
import { type Installation, startInstallation } from "./installation.ts";
import { type StatePaths, currentServerCertificate, provision } from "./state-directory.ts";

/** "host:port", as the command line has them; undefined: not served. */
export interface ListenAddresses {
  readonly https: string;
  readonly admin: string | undefined;
  /** The page and the HTTP API. */
  readonly web?: string | undefined;
}

export interface ProvisionedOptions {
  readonly databasePath: string;
  readonly listen: ListenAddresses;
  /** Names and addresses that the certificate is for, besides those of `listen`. */
  readonly publicHosts?: readonly string[] | undefined;
  readonly services: ServicesConfig | undefined;
  /** PEM files of the operator's own, instead of those that are made. */
  readonly certificateFiles?: { readonly certificate: string; readonly key: string } | undefined;
  /** PEM file of the administrators' CA: with it the admin API speaks TLS. */
  readonly adminClientCaFile?: string | undefined;
  /** With it the admin API speaks TLS and takes tokens. */
  readonly adminTokens?: boolean | undefined;
  /** Told of each step, one line for people. */
  readonly onStep: (text: string) => void;
  /** As InstallationOptions. */
  readonly recentLog?: LogReader | undefined;
  readonly clock?: Clock;
}

export interface ProvisionedInstallation {
  readonly installation: Installation;
  /** Reads certificates and the administrators' CA again, and takes these services. @throws configuration */
  readonly reload: (services: ServicesConfig | undefined) => Promise<void>;
  readonly paths: StatePaths;
  /** PEM. */
  readonly caCertificate: string;
}

/** The server and admin roles on a database path, with what is missing made beside it (ours.md 2). */
export async function startProvisioned(
  options: ProvisionedOptions,
): Promise<ProvisionedInstallation> {
  const { databasePath, onStep, clock = systemClock } = options;
  const folder = defaultStateDirectory(databasePath);
  const provisioning = () => ({
    folder,
    hosts: hostsOf(options),
    now: clock.now(),
    onMade: (what: string, path: string) => onStep(`made ${what}: ${path}`),
  });
  const { paths, caCertificate, server } = await provision(provisioning());
  const own = options.certificateFiles;
  const components = componentsOf(options, folder, server);
  const installation = await startInstallation({
    components,
    services: options.services,
    fromFile: false,
    clock,
    recentLog: options.recentLog,
    ...(!own && { renewCertificate: () => currentServerCertificate(provisioning()) }),
  });
  onStep(`database: ${databasePath}`);
  onStep(`clients' port: ${installation.https}`);
  onStep(`admin API: ${installation.admin ?? "no TCP port"}, unix:${installation.socket}`);
  if (installation.web) onStep(`page: ${installation.web.url} (fleet web login lets you in)`);
  const reload = async (services: ServicesConfig | undefined) => {
    const current = own ? server : await currentServerCertificate(provisioning());
    await installation.reload({ components: componentsOf(options, folder, current), services });
  };
  return { installation, reload, paths, caCertificate };
}

type AdminDoors = Pick<ProvisionedOptions, "adminClientCaFile" | "adminTokens">;

/** What a components file would say. @param made the certificate that is used without an operator's own. */
function componentsOf(
  { databasePath, listen, certificateFiles: own, ...options }: ProvisionedOptions,
  folder: string,
  made: CertifiedKey,
): ComponentsConfig {
  return makeComponentsConfig(
    {
      https_config: {
        listen_address: listen.https,
        certificates: own ? readFileSync(own.certificate, "utf8") : made.certificate,
        key: own ? readFileSync(own.key, "utf8") : made.key,
      },
      ...(listen.admin !== undefined && { admin_config: { listen_address: listen.admin } }),
      fleet: {
        database_path: databasePath,
        state_directory: folder,
        ...(listen.web !== undefined && { web: { listen_address: listen.web } }),
        ...adminSection(options),
      },
    },
    "the command line",
  );
}

/** The admin port shows the certificate only where it speaks TLS. */
function hostsOf({ listen, publicHosts = [], ...options }: ProvisionedOptions): string[] {
  const isTls = options.adminClientCaFile !== undefined || options.adminTokens;
  const isShown = listen.admin !== undefined && isTls;
  const addresses = [
    ...[listen.https, ...(isShown ? [listen.admin] : [])],
    ...(listen.web === undefined ? [] : [listen.web]),
  ];
  return [...addresses.map((address) => parseHostPort(address).host), ...publicHosts];
}

function adminSection({ adminClientCaFile: caFile, adminTokens: tokens }: AdminDoors) {
  if (caFile === undefined) return tokens ? { admin: { tokens } } : {};
  const what = "administrators' CA";
  const pem = decodeText(requireConfigFile(caFile, what), caFile, what);
  if (findCertificates(pem).certificates.length === 0) {
    throw new FleetError("configuration", `${what} "${caFile}" holds no certificate`, {
      hint: "It must be PEM: CERTIFICATE. Make one with: fleet admin certificate",
    });
  }
  return { admin: { client_ca: pem, ...(tokens && { tokens }) } };
}

export interface RunningAll extends AsyncDisposable {
  readonly installation: Installation;
  readonly client: RunningClient;
  /** Reads certificates and the administrators' CA again. @throws configuration */
  reload(): Promise<void>;
}

/** Everything of `fleet all`. Disposing ends the client first. */
export async function startAll(options: ProvisionedOptions): Promise<RunningAll> {
  await using cleanup = new AsyncDisposableStack();
  const { installation, reload, paths, caCertificate } = await startProvisioned(options);
  cleanup.use(installation);
  const installed = installDemoServices({
    folder: paths.client,
    deploymentKey: readFileSync(paths.deploymentKey, "utf8"),
    now: Date.now(),
  });
  if (installed.length > 0)
    options.onStep(`signed and installed services: ${installed.join(", ")}`);
  const config = makeClientConfig(
    {
      trusted_certs: caCertificate,
      server: [loopbackOf(installation.https ?? "")],
      filesystem_handler: {
        configuration_directory: paths.client,
        state_file: `${paths.client}/state`,
      },
      fleet: {
        transport: "AUTO",
        deployment_public_key: [readFileSync(paths.deploymentPublicKey, "utf8")],
      },
    },
    "the local client",
  );
  const { metrics } = installation;
  const client = cleanup.use(
    await startClient({ ...clientOptions(config, getLog("client")), metrics }),
  );
  options.onStep(`local client: ${client.clientId}`);
  const owned = cleanup.move();
  return {
    installation,
    client,
    reload: () => reload(options.services),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** How the local client reaches a server that listens on every interface. */
function loopbackOf(address: string): string {
  return address.replace(/^(?:0\.0\.0\.0)?:/, "127.0.0.1:").replace(/^\[::\]:/, "127.0.0.1:");
}
