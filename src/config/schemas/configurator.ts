/**
 * fleetspeak.config.Config: what `fleet config init` makes a deployment from (protocol.md 18, ours.md 1).
 */
import { z } from "zod";

import type { FileKind, RuleIssue } from "../file-kind.ts";
import { judgeMessage } from "../issues.ts";
import { type PlainMessage, isPlainMessage } from "../plain-message.ts";
import { componentsKind } from "./components.ts";
import { addIssue, flag, optionalText, requiredText, targetAddress } from "./fields.ts";

export interface ConfiguratorConfig {
  readonly name: string;
  /** fleetspeak.components.Config as written: certificate and key are put in when it is printed. */
  readonly components: PlainMessage;
  readonly trustedCertFile: string;
  readonly trustedCertKeyFile: string | undefined;
  readonly serverCertFile: string;
  readonly serverCertKeyFile: string;
  readonly componentsFile: string;
  /** "host:port" */
  readonly publicHostPorts: readonly string[];
  readonly clientFiles: Readonly<Record<ClientPlatform, string | undefined>>;
  readonly serverName: string | undefined;
  readonly proxy: string | undefined;
  readonly deploymentKeyFile: string | undefined;
  readonly deploymentPublicKeyFile: string | undefined;
  /** Whether clients' files hold our block instead of a file beside them. */
  readonly inline: boolean;
}

export type ClientPlatform = "linux" | "darwin" | "windows";

const configuratorSchema = z
  .strictObject({
    configuration_name: requiredText("Name the deployment; certificates carry the name."),
    components_config: z.custom<PlainMessage>().default({}),
    trusted_cert_file: requiredText(
      "Name the file of the CA's certificate; it is made if it is missing.",
    ),
    trusted_cert_key_file: optionalText(),
    server_cert_file: requiredText(
      "Name the file of the server's certificate; it is made if it is missing.",
    ),
    server_cert_key_file: requiredText(
      "Name the file of the server's key; it is made if it is missing.",
    ),
    server_component_configuration_file: requiredText("Name the file to write."),
    public_host_port: z
      .array(targetAddress())
      .default([])
      .transform((addresses, ctx) => {
        if (addresses.length === 0)
          addIssue(ctx, "is required", 'Write "host:port" as clients reach the server.');
        return addresses;
      }),
    linux_client_configuration_file: optionalText(),
    darwin_client_configuration_file: optionalText(),
    windows_client_configuration_file: optionalText(),
    server_name: optionalText(),
    proxy: optionalText(),
    fleet: z
      .strictObject({
        deployment_key_file: optionalText(),
        deployment_public_key_file: optionalText(),
        inline: flag(),
      })
      .prefault({}),
  })
  .transform((file): ConfiguratorConfig => ({
    name: file.configuration_name,
    components: file.components_config,
    trustedCertFile: file.trusted_cert_file,
    trustedCertKeyFile: file.trusted_cert_key_file,
    serverCertFile: file.server_cert_file,
    serverCertKeyFile: file.server_cert_key_file,
    componentsFile: file.server_component_configuration_file,
    publicHostPorts: file.public_host_port,
    clientFiles: {
      linux: file.linux_client_configuration_file,
      darwin: file.darwin_client_configuration_file,
      windows: file.windows_client_configuration_file,
    },
    serverName: file.server_name,
    proxy: file.proxy,
    deploymentKeyFile: file.fleet.deployment_key_file,
    deploymentPublicKeyFile: file.fleet.deployment_public_key_file,
    inline: file.fleet.inline,
  }));

/** The configurator puts these in. */
const filledIn: ReadonlySet<string> = new Set([
  "https_config.certificates",
  "https_config.key",
  "fleet.database_path",
]);

/** A file that names MySQL is the original's server's: it can be written, if not be run. */
function isForMysql(path: string, { fleet }: PlainMessage): boolean {
  return path === "mysql_data_source_name" && fleet === undefined;
}

/** The components are held to the rules of their own file, before anything is made from them. */
function configuratorRules(file: PlainMessage): RuleIssue[] {
  const components = file["components_config"];
  if (!isPlainMessage(components) || components["https_config"] === undefined) {
    const hint = 'Write components_config { https_config { listen_address: ":443" } … }.';
    return [{ path: "components_config.https_config", message: "is required", hint }];
  }
  return judgeMessage(componentsKind, components)
    .issues.filter(({ path }) => !filledIn.has(path) && !isForMysql(path, components))
    .map((issue) => ({ ...issue, path: `components_config.${issue.path}` }));
}

export const configuratorKind: FileKind<ConfiguratorConfig> = {
  name: "configurator file",
  typeName: "fleetspeak.config.Config",
  extensionType: "fleet.v1.ConfiguratorExtension",
  schema: configuratorSchema,
  rules: configuratorRules,
};
