/**
 * The configurator: from one file, everything that a deployment needs (protocol.md 18, ours.md 1). Existing keys and
 * certificates are kept; a server certificate near its end is issued anew. Prints nothing.
 */
import { dirname, resolve } from "node:path";

import type { CertifiedKey } from "../net/certificates.ts";
import { publicMode } from "../platform/private-file.ts";
import { type ClientFiles, makeClientMessages } from "./client-files.ts";
import { type FileToKeep, keepOrWrite } from "./init-files.ts";
import {
  type InitStep,
  type Report,
  prepareAuthority,
  prepareDeploymentKey,
  prepareServer,
} from "./init-keys.ts";
import { loadConfiguratorConfig } from "./load.ts";
import { type PlainMessage, isPlainMessage } from "./plain-message.ts";
import type { ClientPlatform, ConfiguratorConfig } from "./schemas/configurator.ts";
import { printText } from "./text-printer.ts";

export type { InitStep } from "./init-keys.ts";

export interface InitOptions {
  /** Whether configuration files that are there are written anew; keys and certificates never are. */
  readonly rewrite?: boolean;
}

/**
 * Makes what is missing and keeps what is there (init-files.ts); relative paths are relative to the working directory.
 *
 * @param now milliseconds since the epoch.
 * @throws configuration, before anything is written, with every problem of the file.
 */
export async function initDeployment(
  configFile: string,
  now: number,
  { rewrite = false }: InitOptions = {},
): Promise<InitStep[]> {
  const config = loadConfiguratorConfig(configFile);
  const components = withDatabase(config);
  const steps: InitStep[] = [];
  const report: Report = (what, path, outcome) => {
    if (path !== undefined) steps.push({ what, path, outcome });
  };
  const write: Write = (file) => report(file.what, file.path, keepOrWrite({ ...file, rewrite }));
  const authority = await prepareAuthority(config, now, report);
  const server = await prepareServer(config, authority, now, report);
  const deploymentKey = prepareDeploymentKey(config, report);
  writeComponents(config, components, server, write);
  writeClients(config, makeClientMessages(config, authority.certificate, deploymentKey), write);
  return steps;
}

type Write = (file: Omit<FileToKeep, "rewrite">) => void;

/** The components that were given, with a database beside the components file where none is named. */
function withDatabase({ components, componentsFile }: ConfiguratorConfig): PlainMessage {
  const fleet = isPlainMessage(components["fleet"]) ? components["fleet"] : {};
  const named = [
    components["mysql_data_source_name"],
    components["spanner_config"],
    fleet["database_path"],
  ];
  if (named.some((value) => value !== undefined && value !== "")) return components;
  const path = resolve(dirname(componentsFile), "fleet.sqlite");
  return { ...components, fleet: { ...fleet, database_path: path } };
}

function writeComponents(
  { componentsFile }: ConfiguratorConfig,
  components: PlainMessage,
  { certificate, key }: CertifiedKey,
  write: Write,
): void {
  const https = isPlainMessage(components["https_config"]) ? components["https_config"] : {};
  const message = { ...components, https_config: { ...https, certificates: certificate, key } };
  const text = printText("fleetspeak.components.Config", message);
  const isForMysql = components["mysql_data_source_name"] !== undefined;
  const what = isForMysql ? "components file for MySQL, not yet run by fleet" : "components file";
  write({ path: componentsFile, what, text, served: { certificates: certificate, key } });
}

function writeClients(
  { clientFiles }: ConfiguratorConfig,
  messages: Readonly<Record<ClientPlatform, ClientFiles>>,
  write: Write,
): void {
  for (const platform of ["linux", "darwin", "windows"] as const) {
    const path = clientFiles[platform];
    if (path === undefined) continue;
    const { client, extension } = messages[platform];
    const what = `${platform} client file`;
    const text = printText("fleetspeak.client.generic.Config", client);
    write({ path, what, text, mode: publicMode });
    if (!extension) continue;
    write({
      path: `${path}.fleet`,
      what: `${what}, our part`,
      text: printText("fleet.v1.ClientExtension", extension),
      mode: publicMode,
    });
  }
}
