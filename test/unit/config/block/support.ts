/** A deployment for tests of repacking: its CA, its keys, a signed service, and a client's message. */
import type { Preparation } from "../../../../src/config/block/prepare.ts";
import type { PlainMessage } from "../../../../src/config/plain-message.ts";
import { signServiceConfig, stdinServiceMessage } from "../../../../src/config/service-signing.ts";
import { makeDeploymentKey } from "../../../../src/net/certificates.ts";
import { readCertificate } from "../../../helpers/net-certificates.ts";

const now = Date.parse("2026-05-01T12:00:00Z");

export const deployment = makeDeploymentKey();
export const otherDeployment = makeDeploymentKey();

/** @param bytes how long it is about. */
export function signedService(name: string, bytes = 0): Uint8Array {
  const args = bytes === 0 ? [] : ["x".repeat(bytes)];
  return signServiceConfig(
    stdinServiceMessage({ name, cmd: "/bin/ls", args }),
    deployment.privateKey,
    now,
  );
}

export const clientMessage: PlainMessage = {
  trusted_certs: readCertificate("ca").certificates,
  server: ["fleet.example.com:6060"],
  client_label: ["a"],
  filesystem_handler: { configuration_directory: "/etc/c", state_file: "/var/lib/c/state" },
  fleet: { transport: "AUTO", deployment_public_key: [deployment.publicKey] },
};

export function preparation(changes: Partial<Preparation> = {}): Preparation {
  return {
    message: clientMessage,
    os: "linux",
    servers: [],
    labels: [],
    services: [],
    transport: undefined,
    proxy: undefined,
    places: { stateFile: undefined, configurationDirectory: undefined },
    allowOverride: false,
    embedSecrets: false,
    deploymentKey: undefined,
    ...changes,
  };
}
