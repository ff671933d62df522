/**
 * From a client's configuration to what is embedded: completed from the command line, checked, and measured.
 */
import { type KeyObject, createPublicKey } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

import { FleetError } from "../../core/errors.ts";
import type { TargetOs } from "../../platform/executable/kind.ts";
import { configFromMessage } from "../document.ts";
import { encodePlainMessage } from "../message-wire.ts";
import { findPemBlocks, readPrivateKey, readPublicKeys } from "../pem.ts";
import {
  type PlainMessage,
  type PlainValue,
  isPlainList,
  isPlainMessage,
} from "../plain-message.ts";
import { type ClientConfig, type ClientTransport, clientKind } from "../schemas/client.ts";
import { verifySignedService } from "../service-signing.ts";
import { decodeContent, deploymentKeysOf, embeddedConfig, encodeContent } from "./content.ts";
import { contentCapacity } from "./head.ts";
import { type ChosenPlaces, placeClient } from "./places.ts";

export interface Preparation {
  /** fleetspeak.client.generic.Config: from a file, or from a server's files. */
  readonly message: PlainMessage;
  readonly os: TargetOs;
  /** In place of those of the message, if there are any. */
  readonly servers: readonly string[];
  /** Besides those of the message. */
  readonly labels: readonly string[];
  /** Serialized SignedClientServiceConfig, besides those of the message. */
  readonly services: readonly Uint8Array[];
  readonly transport: string | undefined;
  readonly proxy: string | undefined;
  readonly places: ChosenPlaces;
  readonly allowOverride: boolean;
  readonly embedSecrets: boolean;
  /** PEM; undefined: the block is not signed. */
  readonly deploymentKey: string | undefined;
}

export interface Prepared {
  readonly content: Uint8Array;
  /** What was decided on the way, sentences for people. */
  readonly notes: readonly string[];
}

/** @throws configuration for what no client could use and for too much, refused for secrets. */
export function prepareContent(preparation: Preparation): Prepared {
  const { deploymentKey: pem } = preparation;
  const notes: string[] = [];
  const key = pem === undefined ? undefined : readPrivateKey(pem, "--deployment_key_file");
  const placed = placeClient(
    completed(preparation),
    preparation.os,
    preparation.places,
    (text) => void notes.push(text),
  );
  const keyed = key === undefined ? placed : withDeploymentKey(placed, key, notes);
  const config = check(keyed, preparation.embedSecrets);
  const message = withTransport(keyed, config.transport);
  const content = encodeContent(message, key);
  if (!isDeepStrictEqual(embeddedConfig(decodeContent(content)), config)) {
    throw new FleetError("internal", "the configuration is another one after it was embedded");
  }
  if (content.length > contentCapacity) throw tooLarge(message, content.length);
  return { content, notes };
}

function completed({ message, ...given }: Preparation): PlainMessage {
  const fleet = extensionOf(message);
  const { transport, proxy, allowOverride } = given;
  return {
    ...message,
    ...(given.servers.length > 0 && { server: [...given.servers] }),
    client_label: [...listOf(message["client_label"]), ...given.labels],
    ...(proxy !== undefined && { proxy }),
    fleet: {
      ...fleet,
      ...(transport !== undefined && { transport }),
      ...(allowOverride && { allow_override: true }),
      signed_service: [...listOf(fleet["signed_service"]), ...given.services],
    },
  };
}

/** As the wire can say it: there, AUTO is not told from a transport that is not said, but `streaming` is. */
function withTransport(message: PlainMessage, transport: ClientTransport): PlainMessage {
  const { transport: _, ...fleet } = extensionOf(message);
  if (transport === "AUTO") return { ...message, streaming: true, fleet };
  return { ...message, fleet: { ...fleet, transport } };
}

/** Whoever signs blocks is a deployment key of this configuration, or becomes the first. */
function withDeploymentKey(message: PlainMessage, key: KeyObject, notes: string[]): PlainMessage {
  const own = createPublicKey(key);
  const named = deploymentKeysOf(message);
  if (named.length === 0) {
    notes.push("the deployment key was added: the configuration names none");
    const pem = own.export({ type: "spki", format: "pem" }).toString();
    return { ...message, fleet: { ...extensionOf(message), deployment_public_key: [pem] } };
  }
  const keys = named.flatMap((pem) => readPublicKeys(pem, "deployment_public_key"));
  if (keys.some((each) => each.equals(own))) return message;
  throw new FleetError(
    "configuration",
    "--deployment_key_file holds none of the deployment keys of this configuration",
    { hint: "Name the key whose public half is in deployment_public_key." },
  );
}

function check(message: PlainMessage, embedSecrets: boolean): ClientConfig {
  const config = configFromMessage(clientKind, message, "the configuration to embed");
  if (config.proxy !== undefined && !embedSecrets) refusePassword(config.proxy);
  refusePrivateKeys(config);
  const keys = config.deploymentPublicKeys.flatMap((pem) =>
    readPublicKeys(pem, "deployment_public_key"),
  );
  // A service that the client would refuse is found out here and now.
  for (const service of config.signedServices) verifySignedService(service, keys);
  return config;
}

function refusePassword(proxy: string): void {
  const { username, password } = new URL(proxy);
  if (username === "" && password === "") return;
  throw new FleetError(
    "refused",
    "the proxy's URL has a user or a password, which everybody could read who has the file",
    { hint: "Leave them out, or say --embed-secrets." },
  );
}

/** Files of certificates and public keys are at times kept together with what nobody else may have. */
function refusePrivateKeys({ trustedCertificates, deploymentPublicKeys }: ClientConfig): void {
  const texts = [trustedCertificates, ...deploymentPublicKeys];
  const blocks = texts.flatMap((text) => findPemBlocks(text));
  if (!blocks.some(({ label }) => label.endsWith("PRIVATE KEY"))) return;
  throw new FleetError(
    "refused",
    "beside the trusted certificates or the deployment's public keys stands a private key",
    { hint: "Take it out of trusted_certs or deployment_public_key: no client needs it." },
  );
}

function tooLarge(message: PlainMessage, bytes: number): FleetError {
  const fleet = extensionOf(message);
  const parts = [
    ["trusted certificates", { trusted_certs: message["trusted_certs"] ?? "" }],
    ["services", { fleet: { signed_service: listOf(fleet["signed_service"]) } }],
    ["deployment keys", { fleet: { deployment_public_key: deploymentKeysOf(message) } }],
  ] as const;
  const sizes = parts.map(
    ([name, part]) => `${name} ${encodePlainMessage(clientKind.typeName, part).length}`,
  );
  return new FleetError(
    "configuration",
    `the configuration has ${bytes} bytes, and the block holds ${contentCapacity} (${sizes.join(", ")})`,
    {
      hint: "Put signed services into services/ of the endpoints' configuration directory instead.",
    },
  );
}

function extensionOf({ fleet }: PlainMessage): PlainMessage {
  return isPlainMessage(fleet) ? fleet : {};
}

function listOf(value: PlainValue | undefined) {
  return isPlainList(value) ? value : [];
}
