/**
 * Where a repacked client keeps its state and looks for signed services: as its configuration says where that fits the
 * platform, else these places.
 */
import { FleetError } from "../../core/errors.ts";
import type { TargetOs } from "../../platform/executable/kind.ts";
import { type PlainMessage, isPlainMessage } from "../plain-message.ts";

export interface ClientPlaces {
  /** Its folder is made where it is missing. */
  readonly stateFile: string;
  /** May hold services/ and communicator.txt. */
  readonly configurationDirectory: string;
}

/** Only administrators write to the folders of configuration on each platform. */
export const defaultPlaces: Readonly<Record<TargetOs, ClientPlaces>> = {
  linux: {
    stateFile: "/var/lib/fleetspeak-client/state",
    configurationDirectory: "/etc/fleetspeak-client",
  },
  darwin: {
    stateFile: "/var/db/fleetspeak-client/state",
    configurationDirectory: "/etc/fleetspeak-client",
  },
  windows: {
    stateFile: "C:\\ProgramData\\fleetspeak-client\\state",
    configurationDirectory: "C:\\Program Files\\fleetspeak-client",
  },
};

export interface ChosenPlaces {
  readonly stateFile: string | undefined;
  readonly configurationDirectory: string | undefined;
}

/**
 * The message with a filesystem_handler for this platform.
 * @param chosen on the command line; goes before what the message says.
 * @param onNote told of each place of the message that does not fit, one sentence.
 * @throws invalid_argument for a path that was chosen and is not absolute there.
 */
export function placeClient(
  message: PlainMessage,
  os: TargetOs,
  chosen: ChosenPlaces,
  onNote: (text: string) => void,
): PlainMessage {
  const { registry_handler: registry, ...rest } = message;
  if (registry !== undefined) onNote("registry_handler is not embedded: the state goes to a file");
  const files = isPlainMessage(rest["filesystem_handler"]) ? rest["filesystem_handler"] : {};
  const choose = (field: string, flag: string | undefined, fallback: string) => {
    if (flag !== undefined) return requireAbsolute(flag, os, field);
    const said = files[field];
    if (typeof said !== "string" || said === "") return fallback;
    if (isAbsoluteOn(os, said)) return said;
    onNote(`${field} "${said}" is no absolute path on ${os}: it is ${fallback}`);
    return fallback;
  };
  const defaults = defaultPlaces[os];
  const filesystem = {
    configuration_directory: choose(
      "configuration_directory",
      chosen.configurationDirectory,
      defaults.configurationDirectory,
    ),
    state_file: choose("state_file", chosen.stateFile, defaults.stateFile),
  };
  return { ...rest, filesystem_handler: filesystem };
}

function requireAbsolute(path: string, os: TargetOs, field: string): string {
  if (isAbsoluteOn(os, path)) return path;
  throw new FleetError("invalid_argument", `--${field} "${path}" is no absolute path on ${os}`, {
    hint: `Write it as on ${os}: ${defaultPlaces[os].stateFile}`,
  });
}

/** Where the client is started from must not matter. */
function isAbsoluteOn(os: TargetOs, path: string): boolean {
  return os === "windows" ? /^(?:[A-Za-z]:|\\)\\/.test(path) : path.startsWith("/");
}
