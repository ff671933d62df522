/**
 * Configuration files to values. Each throws one FleetError (code configuration) with every problem of the file and of
 * the file beside it.
 */
import { join } from "node:path";

import { FleetError } from "../core/errors.ts";
import { type Checked, checkDocument, configFromMessage } from "./document.ts";
import type { FileKind } from "./file-kind.ts";
import {
  type ReadOptions,
  decodeText,
  isFolder,
  readConfigFile,
  requireConfigFile,
} from "./files.ts";
import type { PlainMessage } from "./plain-message.ts";
import { problemsError } from "./problems.ts";
import { type ClientConfig, clientKind } from "./schemas/client.ts";
import { type CommunicatorConfig, communicatorKind } from "./schemas/communicator.ts";
import { type ComponentsConfig, componentsKind } from "./schemas/components.ts";
import { type ConfiguratorConfig, configuratorKind } from "./schemas/configurator.ts";
import { type ServicesConfig, servicesKind } from "./schemas/services.ts";

/** The server components file (protocol.md 18). */
export function loadComponentsConfig(path: string): ComponentsConfig {
  return loadFile(componentsKind, path);
}

/** What a components file with this content would say. @param source names it in errors. */
export function makeComponentsConfig(message: PlainMessage, source: string): ComponentsConfig {
  return configFromMessage(componentsKind, message, source);
}

/** The server services file (protocol.md 18). */
export function loadServicesConfig(path: string): ServicesConfig {
  return loadFile(servicesKind, path);
}

/**
 * As loadServicesConfig, for a server that runs: a file with nothing in it is one that was emptied to be written.
 * @throws configuration also for that.
 */
export function reloadServicesConfig(path: string): ServicesConfig {
  const content = requireConfigFile(path, servicesKind.name);
  if (decodeText(content, path, servicesKind.name).trim() !== "") return loadServicesConfig(path);
  throw new FleetError("configuration", `${servicesKind.name} "${path}" is empty`, {
    hint: "To run without services, write a comment into it: # none",
  });
}

/** The client's file (protocol.md 2). Root follows only what root alone can write. */
export function loadClientConfig(path: string): ClientConfig {
  return loadFile(clientKind, path, { guarded: true });
}

/** As loadClientConfig, the message itself: to be passed on. */
export function loadClientMessage(path: string): PlainMessage {
  const { message, problems } = checkFile(clientKind, path);
  if (message === undefined) throw problemsError(`${clientKind.name} "${path}"`, problems);
  return message;
}

/** What a client's file with this content would say. @param source names it in errors. */
export function makeClientConfig(message: PlainMessage, source: string): ClientConfig {
  return configFromMessage(clientKind, message, source);
}

/** @param path communicator.txt, or the configuration directory; the defaults where there is no such file. */
export function loadCommunicatorConfig(path: string): CommunicatorConfig {
  const file = isFolder(path) ? join(path, "communicator.txt") : path;
  const content = readConfigFile(file, communicatorKind.name, { guarded: true });
  if (content === undefined) return configFromMessage(communicatorKind, {}, "defaults");
  const text = decodeText(content, file, communicatorKind.name);
  return valueOf(communicatorKind, file, checkDocument(communicatorKind, { file, text }));
}

/** The configurator's file (protocol.md 18). */
export function loadConfiguratorConfig(path: string): ConfiguratorConfig {
  return loadFile(configuratorKind, path);
}

function loadFile<T>(kind: FileKind<T>, path: string, options: ReadOptions = {}): T {
  return valueOf(kind, path, checkFile(kind, path, options));
}

/** Everything that is wrong with a file, or its values. @throws configuration when it cannot be read at all. */
export function checkFile<T>(
  kind: FileKind<T>,
  path: string,
  options: ReadOptions = {},
): Checked<T> {
  const text = decodeText(requireConfigFile(path, kind.name, options), path, kind.name);
  const main = { file: path, text };
  if (kind.extensionType === undefined) return checkDocument(kind, main);
  const siblingPath = `${path}.fleet`;
  const beside = readConfigFile(siblingPath, kind.name, options);
  if (beside === undefined) return checkDocument(kind, main);
  return checkDocument(kind, main, {
    file: siblingPath,
    text: decodeText(beside, siblingPath, kind.name),
  });
}

function valueOf<T>(kind: FileKind<T>, path: string, { value, problems }: Checked<T>): T {
  if (value === undefined) throw problemsError(`${kind.name} "${path}"`, problems);
  return value;
}
