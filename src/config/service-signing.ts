/**
 * Signed service configurations: made with a deployment key, and checked against its public half (ours.md 3).
 *
 * The signature is over the serialized ClientServiceConfig (deployment-key.ts). Whether a signed_time is older than one
 * accepted before is the caller's to compare.
 */
import type { KeyObject } from "node:crypto";

import { FleetError } from "../core/errors.ts";
import { timestampFromMs } from "../core/time.ts";
import { isSignedBy, signBytes } from "./deployment-key.ts";
import { configFromMessage } from "./document.ts";
import { decodePlainMessage, encodePlainMessage, packPlain } from "./message-wire.ts";
import { readPrivateKey } from "./pem.ts";
import type { PlainMessage } from "./plain-message.ts";
import { type ClientServiceConfig, clientServiceKind } from "./schemas/client-service.ts";

/** A service configuration that may be installed. */
export interface ServiceDefinition {
  readonly config: ClientServiceConfig;
  /** Empty where it is not signed. */
  readonly signature: Uint8Array;
}

const signedType = "fleetspeak.SignedClientServiceConfig";

/**
 * A serialized SignedClientServiceConfig.
 *
 * @param message fleetspeak.ClientServiceConfig; gets `now` as its signed_time.
 * @param privateKey PEM.
 * @param now milliseconds since the epoch.
 * @throws configuration when the message is no valid configuration, or the key cannot be used.
 */
export function signServiceConfig(
  message: PlainMessage,
  privateKey: string,
  now: number,
): Uint8Array {
  const { seconds, nanos } = timestampFromMs(now);
  const signed = { ...message, signed_time: { seconds: BigInt(seconds), nanos } };
  configFromMessage(clientServiceKind, signed, "service to be signed");
  return signService(encodePlainMessage(clientServiceKind.typeName, signed), privateKey);
}

/**
 * As signServiceConfig, of a ClientServiceConfig that is serialized and has its signed_time.
 * @throws configuration when the key cannot be used.
 */
export function signService(serviceConfig: Uint8Array, privateKey: string): Uint8Array {
  const signature = signBytes(serviceConfig, readPrivateKey(privateKey, "deployment key"));
  return encodePlainMessage(signedType, { service_config: serviceConfig, signature });
}

/**
 * @param bytes a serialized SignedClientServiceConfig.
 * @param publicKeys any of them may have signed it.
 * @throws refused without a good signature; invalid_data or configuration for what is no service configuration.
 */
export function verifySignedService(
  bytes: Uint8Array,
  publicKeys: readonly KeyObject[],
): ServiceDefinition {
  const signed = decodePlainMessage(signedType, bytes);
  const serviceConfig = bytesIn(signed, "service_config");
  const signature = bytesIn(signed, "signature");
  // Nothing of it is looked at before the signature is found good.
  requireSignature(serviceConfig, signature, publicKeys);
  const message = decodePlainMessage(clientServiceKind.typeName, serviceConfig);
  return {
    config: configFromMessage(clientServiceKind, message, "signed service configuration"),
    signature,
  };
}

function requireSignature(
  data: Uint8Array,
  signature: Uint8Array,
  publicKeys: readonly KeyObject[],
): void {
  if (publicKeys.length === 0) {
    throw new FleetError("refused", "no deployment key is configured to check its signature with", {
      hint: "Set deployment_public_key in the client's file.",
    });
  }
  if (signature.length === 0) throw new FleetError("refused", "it is not signed");
  if (publicKeys.some((key) => isSignedBy(data, signature, key))) return;
  throw new FleetError("refused", "its signature is not of a deployment key of this client", {
    hint: "Sign it with the deployment's key: fleet service sign",
  });
}

function bytesIn(message: PlainMessage, field: string): Uint8Array {
  const value = message[field];
  return value instanceof Uint8Array ? value : new Uint8Array();
}

export interface StdinService {
  readonly name: string;
  readonly cmd: string;
  readonly args?: readonly string[];
}

/** fleetspeak.ClientServiceConfig of a Stdin service. */
export function stdinServiceMessage({ name, cmd, args = [] }: StdinService): PlainMessage {
  const config = packPlain("fleetspeak.stdinservice.Config", { cmd, args });
  return { name, factory: "Stdin", config };
}
