/**
 * `fleet config check`: everything that is wrong with a configuration file of any kind, and what an operator should
 * know about one that works. Changes nothing, prints nothing.
 */
import { statSync } from "node:fs";

import { FleetError } from "../core/errors.ts";
import type { FileKind } from "./file-kind.ts";
import { checkFile } from "./load.ts";
import type { Problem } from "./problems.ts";
import { type ConfigKind, configKinds, recognizeFile } from "./recognize.ts";
import { type ClientConfig, clientKind } from "./schemas/client.ts";
import { clientServiceKind } from "./schemas/client-service.ts";
import { communicatorKind } from "./schemas/communicator.ts";
import { type ComponentsConfig, componentsKind } from "./schemas/components.ts";
import { configuratorKind } from "./schemas/configurator.ts";
import { servicesKind } from "./schemas/services.ts";
import { type Warning, clientWarnings, componentsWarnings } from "./warnings.ts";

interface CheckableKind<T> {
  readonly kind: FileKind<T>;
  readonly warnings: (value: T, now: number) => readonly Warning[];
}

const kinds = {
  components: {
    kind: componentsKind,
    warnings: (value: ComponentsConfig, now: number) => componentsWarnings(value, now),
  },
  services: { kind: servicesKind, warnings: () => [] },
  client: {
    kind: clientKind,
    warnings: (value: ClientConfig, now: number) => clientWarnings(value, now),
  },
  communicator: { kind: communicatorKind, warnings: () => [] },
  client_service: { kind: clientServiceKind, warnings: () => [] },
  configurator: { kind: configuratorKind, warnings: () => [] },
} as const;

export interface CheckReport {
  readonly kind: ConfigKind;
  /** "components file" */
  readonly kindName: string;
  /** With any of these the file is not used. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * @param kind undefined: the one whose fields the file has.
 * @param now milliseconds since the epoch, for the ends of certificates.
 * @throws configuration when the file cannot be read, or is like no kind that is known.
 */
export function checkConfigFile(path: string, now: number, kind?: ConfigKind): CheckReport {
  const chosen = kind ?? recognizeOrThrow(path);
  return checkAs(chosen, kinds[chosen] as CheckableKind<unknown>, path, now);
}

function checkAs<T>(
  kind: ConfigKind,
  { kind: file, warnings }: CheckableKind<T>,
  path: string,
  now: number,
): CheckReport {
  // Here a field that is passed over at run time is worth a word: it may be misspelt.
  const { value, problems } = checkFile({ ...file, ignoreUnknown: false }, path);
  const found = value === undefined ? [] : warnings(value, now);
  const secret = kind === "components" ? modeWarnings(path) : [];
  return { kind, kindName: file.name, problems, warnings: [...found, ...secret] };
}

function modeWarnings(path: string): Warning[] {
  if (process.platform === "win32" || (statSync(path).mode & 0o044) === 0) return [];
  return [
    {
      path: "",
      message: `other users may read "${path}", which holds the server's private key`,
      hint: `Run: chmod 600 '${path}'`,
    },
  ];
}

function recognizeOrThrow(path: string): ConfigKind {
  const found = recognizeFile(path);
  if (found?.kind !== undefined) return found.kind;
  const what = found
    ? `is a ${found.name}, no configuration file`
    : "is like no configuration file";
  const main = path.replace(/\.fleet$/, "");
  const hint =
    main === path
      ? `If it is one, say which: --kind ${configKinds.join(", ")}.`
      : `It is read together with the file beside it: fleet config check ${main}`;
  throw new FleetError("configuration", `"${path}" ${what}`, { hint });
}
