/**
 * What the configurator puts into clients' files: the original's fields, with its paths per platform (protocol.md 18),
 * and ours beside them (ours.md 1).
 */
import { type PlainMessage, type PlainValue, isPlainMessage } from "./plain-message.ts";
import type { ClientPlatform, ConfiguratorConfig } from "./schemas/configurator.ts";

export interface ClientFiles {
  /** fleetspeak.client.generic.Config */
  readonly client: PlainMessage;
  /** fleet.v1.ClientExtension for the file beside it; undefined where it is in the client's own. */
  readonly extension: PlainMessage | undefined;
}

const persistence: Readonly<Record<ClientPlatform, PlainMessage>> = {
  linux: {
    filesystem_handler: {
      configuration_directory: "/etc/fleetspeak-client",
      state_file: "/var/lib/misc/fleetspeak-client.state",
    },
  },
  darwin: {
    filesystem_handler: {
      configuration_directory: "/etc/fleetspeak-client",
      state_file: "/etc/fleetspeak-client/state",
    },
  },
  windows: {
    registry_handler: { configuration_key: "HKEY_LOCAL_MACHINE\\SOFTWARE\\FleetspeakClient" },
  },
};

/** @param deploymentKey PEM; undefined: clients get none. */
export function makeClientMessages(
  config: ConfiguratorConfig,
  trustedCertificates: string,
  deploymentKey: string | undefined,
): Readonly<Record<ClientPlatform, ClientFiles>> {
  const streaming = child(config.components, "https_config")?.["disable_streaming"] !== true;
  const extension: PlainMessage = {
    transport: streaming ? "AUTO" : "LONG_POLL",
    ...(deploymentKey === undefined ? {} : { deployment_public_key: [deploymentKey] }),
  };
  const common = commonFields(config, trustedCertificates, streaming);
  const filesOf = (platform: ClientPlatform): ClientFiles => {
    const client = { ...common, ...persistence[platform] };
    return config.inline
      ? { client: { ...client, fleet: extension }, extension: undefined }
      : { client, extension };
  };
  return { linux: filesOf("linux"), darwin: filesOf("darwin"), windows: filesOf("windows") };
}

function commonFields(
  config: ConfiguratorConfig,
  trustedCertificates: string,
  streaming: boolean,
): PlainMessage {
  const label = config.components["required_label"];
  const header = certificateHeader(config.components);
  return {
    trusted_certs: trustedCertificates,
    server: config.publicHostPorts,
    ...(typeof label === "string" && label !== "" ? { client_label: [label] } : {}),
    streaming,
    ...(config.proxy === undefined ? {} : { proxy: config.proxy }),
    ...(config.serverName === undefined ? {} : { server_name: config.serverName }),
    ...(header === undefined ? {} : { client_certificate_header: header }),
  };
}

/** In the checksum modes clients put their certificate into a header themselves (protocol.md 15). */
function certificateHeader(components: PlainMessage): PlainValue | undefined {
  const frontend = child(child(components, "https_config"), "frontend_config");
  const mode =
    child(frontend, "https_header_checksum_config") ??
    child(frontend, "cleartext_header_checksum_config");
  return mode?.["client_certificate_header"];
}

function child(message: PlainMessage | undefined, name: string): PlainMessage | undefined {
  const value = message?.[name];
  return isPlainMessage(value) ? value : undefined;
}
