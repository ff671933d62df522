/** fleet server: server and admin API on a database, everything missing made beside it. */
import { loadServicesConfig } from "../../config/load.ts";
import { FleetError } from "../../core/errors.ts";
import { configureLog } from "../../observability/log.ts";
import { defaultStateDirectory } from "../../config/schemas/components.ts";
import { type ProvisionedOptions, startProvisioned } from "../../roles/all/all.ts";
import { loadFile } from "../load-file.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { readPem } from "./read-pem.ts";
import { addressesOf } from "./show-addresses.ts";
import { type StartPlaces, startOrUndo } from "./undo-failed-start.ts";

export interface ServerCommandOptions {
  readonly database_path: string;
  /** "host:port" */
  readonly https_addr: string;
  /** "host:port" */
  readonly admin_addr: string;
  /** The server services file. */
  readonly config_path?: string;
  readonly server_cert?: string;
  readonly server_key?: string;
  readonly json?: true;
}

export async function runServer(
  terminal: Terminal,
  options: ServerCommandOptions,
): Promise<number> {
  configureLog({ level: "info", format: "console" });
  const { config_path: servicesFile } = options;
  const start: ProvisionedOptions = {
    databasePath: options.database_path,
    listen: { https: options.https_addr, admin: options.admin_addr },
    services:
      servicesFile === undefined
        ? undefined
        : loadFile("services", servicesFile, loadServicesConfig),
    certificateFiles: ownCertificate(options),
    onStep: (text) => void terminal.writeError(`${text}\n`),
  };
  const { installation } = await startOrUndo(terminal, placesOf(start), () =>
    startProvisioned(start),
  );
  if (options.json) await terminal.write(formatJson(addressesOf(installation)));
  return await runUntilEnded(terminal, installation);
}

/** Of an installation without a components file. */
export function placesOf({ databasePath }: ProvisionedOptions): StartPlaces {
  return { databasePath, stateDirectory: defaultStateDirectory(databasePath) };
}

function ownCertificate({ server_cert: certificate, server_key: key }: ServerCommandOptions) {
  if (certificate !== undefined && key !== undefined) {
    readPem(certificate, "--server_cert");
    readPem(key, "--server_key");
    return { certificate, key };
  }
  if (certificate === undefined && key === undefined) return undefined;
  throw new FleetError("invalid_argument", "--server_cert and --server_key go together", {
    hint: "Name the certificate and its key, or neither to have both made.",
  });
}
