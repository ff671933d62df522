/**
 * What `fleet doctor` is about: the files that are named, what the executable carries, or what lies in the usual places;
 * and everything that is found there.
 */
import { existsSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import { defaultClientConfig, defaultComponents, serverDatabase } from "../service-definition.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { diagnoseClientFile, diagnoseEmbedded } from "./client.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { diagnoseComponents, diagnoseDatabase } from "./server.ts";

export interface DiagnosisOptions {
  /** A client's file. */
  readonly config?: string;
  /** A server's files. */
  readonly components_config?: string;
  readonly services_config?: string;
  /** Of a server without files. */
  readonly database_path?: string;
}

/**
 * @param embedded the block of this executable.
 * @throws invalid_argument where nothing is named and nothing found; refused for another role than the executable's.
 */
export async function diagnose(
  terminal: Terminal,
  options: DiagnosisOptions,
  embedded: Uint8Array | undefined,
): Promise<Diagnosis[]> {
  const chosen = chooseFiles(terminal, options, embedded !== undefined);
  if (embedded !== undefined && chosen === undefined)
    return [await diagnoseEmbedded(terminal, embedded)];
  const { config, components_config: components, database_path: database } = chosen ?? {};
  const all: Diagnosis[] = [];
  if (components !== undefined) {
    all.push(...(await diagnoseComponents(terminal, components, chosen?.services_config)));
  }
  if (database !== undefined) all.push(await diagnoseDatabase(terminal, database));
  if (config !== undefined) all.push(await diagnoseClientFile(terminal, config));
  return all;
}

/**
 * What is named, else what is installed here; undefined: what the executable carries.
 * @throws invalid_argument where nothing is named and nothing found, and for what does not go together.
 */
export function chooseFiles(
  terminal: Terminal,
  { config, components_config, services_config, database_path }: DiagnosisOptions,
  isEmbedded: boolean,
): DiagnosisOptions | undefined {
  const named = { config, components_config, services_config, database_path };
  if (Object.values(named).every((value) => value === undefined)) {
    return isEmbedded ? undefined : findInstalled(terminal);
  }
  if (components_config !== undefined && database_path !== undefined) {
    const text = "--components_config and --database_path exclude each other";
    throw new FleetError("invalid_argument", text, { hint: "The file names its database." });
  }
  if (components_config === undefined && services_config !== undefined) {
    throw new FleetError("invalid_argument", "--services_config goes with --components_config");
  }
  return {
    ...(config !== undefined && { config }),
    ...(components_config !== undefined && { components_config }),
    ...(services_config !== undefined && { services_config }),
    ...(database_path !== undefined && { database_path }),
  };
}

/** What is installed on this machine, where packages and `fleet install` put it. */
function findInstalled({ environment }: Terminal): DiagnosisOptions {
  const ofState = /^(.+)\.d\/*$/.exec(environment.stateDirectory ?? "")?.[1];
  if (ofState !== undefined) return { database_path: ofState };
  const found: DiagnosisOptions = {
    ...(existsSync(defaultClientConfig) && { config: defaultClientConfig }),
    ...(existsSync(defaultComponents)
      ? { components_config: defaultComponents }
      : existsSync(serverDatabase) && { database_path: serverDatabase }),
  };
  if (Object.keys(found).length > 0) return found;
  throw new FleetError("invalid_argument", "nothing is installed in the usual places", {
    hint: "Name what to look at: --config, --components_config or --database_path.",
  });
}
