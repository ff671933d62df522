/**
 * A client's services as its configuration directory has them: services/ holds signed ones (binary), textservices/
 * unsigned ones (text format). protocol.md 8.
 */
import type { KeyObject } from "node:crypto";
import { basename, join } from "node:path";

import { FleetError, toFleetError } from "../core/errors.ts";
import { checkDocument } from "./document.ts";
import { decodeText, listConfigFolder, requireConfigFile } from "./files.ts";
import { readPublicKeys } from "./pem.ts";
import type { PlainMessage } from "./plain-message.ts";
import { problemsError } from "./problems.ts";
import { clientServiceKind } from "./schemas/client-service.ts";
import { type ServiceDefinition, verifySignedService } from "./service-signing.ts";
import { parseText } from "./text-format.ts";

/** What became of one file: a definition, or why there is none. */
export type ServiceOutcome =
  | { readonly source: string; readonly definition: ServiceDefinition; readonly error?: undefined }
  | { readonly source: string; readonly definition?: undefined; readonly error: FleetError };

export interface ServiceFiles {
  readonly signed: readonly string[];
  readonly unsigned: readonly string[];
}

export interface ServiceSources {
  /** undefined: only signedServices. */
  readonly configurationDirectory: string | undefined;
  /** Single files, as the Windows registry names them, in place of those in a directory. */
  readonly files?: ServiceFiles | undefined;
  /** Serialized SignedClientServiceConfig, from the client's file. */
  readonly signedServices: readonly Uint8Array[];
  /** PEM, each with one or more keys. */
  readonly deploymentPublicKeys: readonly string[];
  /** Whether textservices/ counts. */
  readonly allowUnsignedServices: boolean;
}

/** Reads them all, in a fixed order; one that is bad does not keep the others back. */
export function readServices(sources: ServiceSources): ServiceOutcome[] {
  const { configurationDirectory: folder, signedServices, deploymentPublicKeys } = sources;
  const keys = deploymentPublicKeys.flatMap((pem) => readPublicKeys(pem, "deployment_public_key"));
  const inline = signedServices.map((bytes, index) =>
    outcome(`signed_service[${index}]`, () => verifySignedService(bytes, keys)),
  );
  const { files } = sources;
  if (files !== undefined) {
    return [
      ...inline,
      ...files.signed.map((path) => outcome(path, () => readSigned(path, keys))),
      ...files.unsigned.map((path) => outcome(path, () => readUnsigned(path, sources))),
    ];
  }
  if (folder === undefined) return inline;
  return [
    ...inline,
    ...readFolder(join(folder, "services"), (path) => readSigned(path, keys)),
    ...readFolder(join(folder, "textservices"), (path) => readUnsigned(path, sources)),
  ];
}

function readFolder(folder: string, read: (path: string) => ServiceDefinition): ServiceOutcome[] {
  try {
    const paths = listConfigFolder(folder, "services folder", { guarded: true });
    return paths.map((path) => outcome(path, () => read(path)));
  } catch (thrown) {
    return [{ source: folder, error: toFleetError(thrown) }];
  }
}

function outcome(source: string, read: () => ServiceDefinition): ServiceOutcome {
  try {
    return { source, definition: read() };
  } catch (thrown) {
    return { source, error: toFleetError(thrown) };
  }
}

function readSigned(path: string, keys: readonly KeyObject[]): ServiceDefinition {
  return verifySignedService(requireConfigFile(path, "service file", { guarded: true }), keys);
}

function readUnsigned(path: string, { allowUnsignedServices }: ServiceSources): ServiceDefinition {
  if (!allowUnsignedServices) {
    throw new FleetError("refused", `service file "${path}" is not signed`, {
      hint: `Sign it (fleet service sign), or set allow_unsigned_services in the client's file.`,
    });
  }
  const bytes = requireConfigFile(path, "service file", { guarded: true });
  const text = decodeText(bytes, path, "service file");
  const { value, problems } = checkDocument(clientServiceKind, { file: path, text });
  if (value === undefined) throw problemsError(`service file "${path}"`, problems);
  return { config: value, signature: new Uint8Array() };
}

/**
 * A service configuration in text format, to be signed. Unknown fields are faults here: they would be lost.
 * @returns fleetspeak.ClientServiceConfig. @throws configuration with every problem.
 */
export function readServiceToSign(path: string): PlainMessage {
  const text = decodeText(requireConfigFile(path, "service file"), path, "service file");
  const strict = { ...clientServiceKind, ignoreUnknown: false };
  const { problems } = checkDocument(strict, { file: path, text });
  if (problems.length > 0) throw problemsError(`service file "${basename(path)}"`, problems);
  return parseText(clientServiceKind.typeName, text).value;
}
