/** Where a client finds its services and settings and keeps its state, by its persistence handler (protocol.md 2). */
import type { Persistence } from "../../config/schemas/client.ts";
import type { ServiceFiles } from "../../config/service-files.ts";
import { listValues, readString } from "../../platform/windows/registry.ts";
import { type StateStore, stateInRegistry } from "./state/state-store.ts";

export interface ClientPlaces {
  /** What a client has besides its identity lies beside it. */
  readonly stateFile: string;
  readonly stateStore?: StateStore;
  readonly configurationDirectory: string | undefined;
  /** Read each time: the registry may have changed. */
  readonly serviceFiles?: () => ServiceFiles;
  readonly communicatorPath: () => string;
}

/** Of a client whose identity is in the registry, which cannot hold an outbox. */
const stateBesideRegistry = "C:\\ProgramData\\fleetspeak-client\\state";

/** The file beside which a client keeps what it has. */
export function stateFileOf(persistence: Persistence): string {
  return persistence.kind === "registry" ? stateBesideRegistry : persistence.stateFile;
}

/** @throws configuration for a registry where there is none. */
export function placesOf(persistence: Persistence): ClientPlaces {
  if (persistence.kind === "registry") return placesInRegistry(persistence.configurationKey);
  const { configurationDirectory, stateFile } = persistence;
  return {
    stateFile,
    configurationDirectory,
    communicatorPath: () => configurationDirectory ?? "",
  };
}

/** As the original has them: each value names a file. */
function placesInRegistry(key: string): ClientPlaces {
  const filesOf = (name: string) => {
    const path = `${key}\\${name}`;
    return listValues(path)
      .toSorted()
      .flatMap((value) => readString(path, value) ?? []);
  };
  return {
    stateFile: stateBesideRegistry,
    stateStore: stateInRegistry(key),
    configurationDirectory: undefined,
    serviceFiles: () => ({ signed: filesOf("services"), unsigned: filesOf("textservices") }),
    communicatorPath: () => readString(key, "communicator") ?? "",
  };
}
