/**
 * Which kind of file somebody has given, by what is in it: for `config check`, and to say more than "unknown field" where
 * the wrong file was named.
 */
import { basename, dirname } from "node:path";

import { FleetError } from "../core/errors.ts";
import type { FileKind } from "./file-kind.ts";
import { requireConfigFile } from "./files.ts";
import { decodePlainMessage } from "./message-wire.ts";
import { clientKind } from "./schemas/client.ts";
import { clientServiceKind } from "./schemas/client-service.ts";
import { communicatorKind } from "./schemas/communicator.ts";
import { componentsKind } from "./schemas/components.ts";
import { configuratorKind } from "./schemas/configurator.ts";
import { servicesKind } from "./schemas/services.ts";
import { parseText } from "./text-format.ts";

export const fileKinds = {
  components: componentsKind,
  services: servicesKind,
  client: clientKind,
  communicator: communicatorKind,
  client_service: clientServiceKind,
  configurator: configuratorKind,
} as const satisfies Readonly<Record<string, FileKind<unknown>>>;

export type ConfigKind = keyof typeof fileKinds;
export const configKinds = Object.keys(fileKinds) as readonly ConfigKind[];

export interface Recognized {
  /** undefined: no configuration file. */
  readonly kind: ConfigKind | undefined;
  /** "client file" */
  readonly name: string;
}

/**
 * By name where the original fixes it, else by content; undefined for what is like nothing that is known.
 * @throws configuration when it cannot be read.
 */
export function recognizeFile(path: string): Recognized | undefined {
  if (basename(path) === "communicator.txt") return ofKind("communicator");
  if (basename(dirname(path)) === "textservices") return ofKind("client_service");
  const bytes = requireConfigFile(path, "configuration file");
  const foreign = foreignName(bytes);
  if (foreign !== undefined) return { kind: undefined, name: foreign };
  const text = bytes.toString("utf8");
  const [best] = configKinds
    .map((kind) => ({ kind, score: fitness(fileKinds[kind].typeName, text) }))
    .toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0 ? ofKind(best.kind) : undefined;
}

function ofKind(kind: ConfigKind): Recognized {
  return { kind, name: fileKinds[kind].name };
}

function foreignName(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 64).toString("latin1");
  if (/^\s*-----BEGIN /.test(head)) return "PEM file (a certificate or a key)";
  if (head.startsWith("SQLite format 3\0")) return "SQLite database";
  return isSignedService(bytes) ? "signed service" : undefined;
}

function isSignedService(bytes: Buffer): boolean {
  try {
    const message = decodePlainMessage("fleetspeak.SignedClientServiceConfig", bytes);
    return message["service_config"] instanceof Uint8Array && message["signature"] !== undefined;
  } catch {
    return false;
  }
}

/** How many of the outermost fields are this kind's, less those that are not. */
function fitness(typeName: string, text: string): number {
  const isOutermost = (path: string): boolean => path !== "" && !/[.[]/.test(path);
  const { positions, faults } = parseText(typeName, text);
  const known = [...positions.keys()].filter(isOutermost).length;
  const unknown = faults.filter(({ path }) => isOutermost(path) && !positions.has(path)).length;
  return known - unknown;
}

const uses: Readonly<Record<ConfigKind, (path: string) => string>> = {
  components: (path) => `Run: fleet run --components_config ${path}`,
  services: (path) => `Give it beside the components: --services_config ${path}`,
  client: (path) => `Run: fleet client --config ${path}`,
  communicator: () => "It belongs into a client's configuration directory, as communicator.txt.",
  client_service: (path) => `Sign it: fleet service sign --key KEY --out FILE ${path}`,
  configurator: (path) => `It makes the others: fleet config init --config ${path}`,
};

/**
 * A better error where a file could not be used because it is one of another kind; else the one that was thrown.
 * @param wanted what the file was read as.
 */
export function explainWrongKind(thrown: unknown, wanted: ConfigKind, path: string): unknown {
  if (!(thrown instanceof FleetError) || thrown.code !== "configuration") return thrown;
  const found = tryToRecognize(path);
  if (found === undefined || found.kind === wanted) return thrown;
  const message = `"${path}" is a ${found.name}, not a ${fileKinds[wanted].name}`;
  const hint = found.kind && uses[found.kind](path);
  return new FleetError("configuration", message, hint === undefined ? {} : { hint });
}

function tryToRecognize(path: string): Recognized | undefined {
  try {
    return recognizeFile(path);
  } catch {
    return undefined;
  }
}
