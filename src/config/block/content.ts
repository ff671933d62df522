/**
 * What a sealed block holds: fleet.v1.ConfigBlock, a client's configuration, signed by a deployment key or not.
 *
 * A signed block locks its executable: what replaces it must be signed by one of the deployment keys that it names. That
 * guards against mistakes; who can write to the file can also change the code that checks.
 */
import type { KeyObject } from "node:crypto";

import { FleetError } from "../../core/errors.ts";
import { isSignedBy, signBytes } from "../deployment-key.ts";
import { configFromMessage } from "../document.ts";
import { decodePlainMessage, encodePlainMessage } from "../message-wire.ts";
import { readPublicKeys } from "../pem.ts";
import { type PlainMessage, isPlainList, isPlainMessage } from "../plain-message.ts";
import { type ClientConfig, clientKind } from "../schemas/client.ts";

export interface BlockContent {
  /** fleetspeak.client.generic.Config */
  readonly message: PlainMessage;
  /** The same, as it was signed. */
  readonly clientConfig: Uint8Array;
  /** Empty: it is not signed. */
  readonly signature: Uint8Array;
}

const blockType = "fleet.v1.ConfigBlock";
/** No service configuration begins so: a signature for one is none for the other (ours.md 3). */
const signedPrefix = Buffer.from("fleet-config-block-v1\0");

/** @param key signs it; its public half must be among the deployment keys of the message. */
export function encodeContent(message: PlainMessage, key: KeyObject | undefined): Uint8Array {
  const clientConfig = encodePlainMessage(clientKind.typeName, message);
  const signature =
    key === undefined ? new Uint8Array() : signBytes(signedInput(clientConfig), key);
  return encodePlainMessage(blockType, { client_config: clientConfig, signature });
}

/** @throws invalid_data for bytes that are no content, or whose signature is not of a key that they name. */
export function decodeContent(content: Uint8Array): BlockContent {
  const block = decodePlainMessage(blockType, content);
  const clientConfig = bytesOf(block, "client_config");
  const message = decodePlainMessage(clientKind.typeName, clientConfig);
  const decoded = { message, clientConfig, signature: bytesOf(block, "signature") };
  if (decoded.signature.length > 0 && !isSignedByKeysOf(decoded, decoded)) {
    throw new FleetError(
      "invalid_data",
      "the configuration block is signed by none of the deployment keys that it names",
      { hint: "Repack the file anew, from a release that its SHA256SUMS verify." },
    );
  }
  return decoded;
}

/** The values of a configuration that is embedded. @throws configuration with everything that is wrong with it. */
export function embeddedConfig({ message }: BlockContent): ClientConfig {
  return configFromMessage(clientKind, message, "the embedded configuration");
}

/** @throws refused when what an executable holds now allows only blocks of other keys. */
export function checkLock(present: BlockContent | undefined, next: BlockContent): void {
  if (present === undefined || present.signature.length === 0) return;
  if (isSignedByKeysOf(next, present)) return;
  const found = next.signature.length === 0 ? "is not signed" : "is signed by another key";
  throw new FleetError(
    "refused",
    `this executable was repacked with a deployment key, and the new configuration ${found}`,
    {
      hint: "Name the key with --deployment_key_file, or start from a file of the release (--from).",
    },
  );
}

/** PEM, as they stand in the message. */
export function deploymentKeysOf(message: PlainMessage): string[] {
  const { fleet } = message;
  const keys = isPlainMessage(fleet) ? fleet["deployment_public_key"] : undefined;
  return isPlainList(keys) ? keys.filter((key) => typeof key === "string") : [];
}

function isSignedByKeysOf(signed: BlockContent, { message }: BlockContent): boolean {
  const input = signedInput(signed.clientConfig);
  return deploymentKeysOf(message)
    .flatMap((pem) => readPublicKeys(pem, "deployment_public_key of the configuration block"))
    .some((key) => isSignedBy(input, signed.signature, key));
}

function signedInput(clientConfig: Uint8Array): Buffer {
  return Buffer.concat([signedPrefix, clientConfig]);
}

function bytesOf(message: PlainMessage, field: string): Uint8Array {
  const value = message[field];
  return value instanceof Uint8Array ? value : new Uint8Array();
}
