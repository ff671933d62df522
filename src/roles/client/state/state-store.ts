/** Where a client's ClientState lies: in a file, or in the Windows registry (`registry_handler`). */
import { dirname } from "node:path";

import { FleetError } from "../../../core/errors.ts";
import { ensureSafeFolder, readPrivateFile, replaceFile } from "../../../platform/private-file.ts";
import { readBinary, writeBinary } from "../../../platform/windows/registry.ts";

export interface StateStore {
  /** Names it in errors. */
  readonly name: string;
  /** @returns undefined where there is none yet. */
  read(): Uint8Array | undefined;
  /** @param flush whether it must outlive a loss of power. */
  write(content: Uint8Array, flush: boolean): void;
}

const what = "state file";
/** The original adds its whole list of revoked certificates to the file again at each start. */
const maxStateBytes = 16 * 1024 * 1024;
/** The original's name for it, a REG_BINARY. */
const valueName = "writeback";

export function stateInFile(path: string): StateStore {
  return {
    name: `state file "${path}"`,
    read() {
      ensureSafeFolder(dirname(path), "folder of the state file");
      return readPrivateFile(path, what, maxStateBytes);
    },
    write: (content, flush) => replaceFile(path, what, content, { flush }),
  };
}

/** @param key as "HKEY_LOCAL_MACHINE\SOFTWARE\FleetspeakClient". @throws configuration where there is no registry. */
export function stateInRegistry(key: string): StateStore {
  if (process.platform !== "win32") {
    throw new FleetError("configuration", `registry_handler "${key}" is for clients on Windows`, {
      hint: "Use filesystem_handler { configuration_directory: … state_file: … }.",
    });
  }
  return {
    name: `value "${valueName}" of "${key}"`,
    read: () => readBinary(key, valueName),
    write: (content, flush) => writeBinary(key, valueName, content, flush),
  };
}
