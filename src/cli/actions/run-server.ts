/** fleet server: server and admin API on a database, everything missing made beside it. */
import { loadServicesConfig, reloadServicesConfig } from "../../config/load.ts";
import { loadSettled } from "../../config/settled.ts";
import { FleetError } from "../../core/errors.ts";
import { getLog } from "../../observability/log.ts";
import { defaultStateDirectory } from "../../config/schemas/components.ts";
import { type ProvisionedOptions, startProvisioned } from "../../roles/all/all.ts";
import { loadFile } from "../load-file.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { offerLogin } from "./offer-login.ts";
import { catchHangups } from "./reload-on-hangup.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { readPem } from "./read-pem.ts";
import { type LogFlags, startLog } from "./start-log.ts";
import { addressesOf } from "./show-addresses.ts";
import { type StartPlaces, startOrUndo } from "./undo-failed-start.ts";

export interface ServerCommandOptions extends LogFlags {
  readonly database_path: string;
  /** "host:port" */
  readonly https_addr: string;
  /** "host:port" */
  readonly admin_addr: string;
  /** "host:port"; empty for no page. */
  readonly web_addr: string;
  readonly public_host?: readonly string[];
  /** PEM file. */
  readonly admin_client_ca?: string;
  readonly admin_tokens?: true;
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
  const log = startLog(terminal, options);
  const hangups = catchHangups(getLog("server"));
  const { config_path: servicesFile } = options;
  const start: ProvisionedOptions = {
    databasePath: options.database_path,
    listen: {
      ...{ https: options.https_addr, admin: options.admin_addr },
      web: options.web_addr === "" ? undefined : options.web_addr,
    },
    publicHosts: options.public_host,
    adminClientCaFile: options.admin_client_ca,
    adminTokens: options.admin_tokens,
    services:
      servicesFile === undefined
        ? undefined
        : loadFile("services", servicesFile, loadServicesConfig),
    certificateFiles: ownCertificate(options),
    recentLog: log.recent,
    onStep: (text) => void terminal.writeError(`${text}\n`),
  };
  const { installation, reload } = await startOrUndo(terminal, placesOf(start), () =>
    startProvisioned(start),
  );
  if (options.json) await terminal.write(formatJson(addressesOf(installation)));
  await offerLogin(terminal, installation);
  const { server_cert, server_key, admin_client_ca } = options;
  const files = [servicesFile, server_cert, server_key, admin_client_ca].filter(isGiven);
  const load = () => (isGiven(servicesFile) ? reloadServicesConfig(servicesFile) : undefined);
  hangups.serve(
    async () => log.reload(),
    async () => await reload(await loadSettled(files, load, terminal.clock)),
  );
  return await runUntilEnded(terminal, installation);
}

/** Of an installation without a components file. */
export function placesOf({ databasePath }: ProvisionedOptions): StartPlaces {
  return { databasePath, stateDirectory: defaultStateDirectory(databasePath) };
}

function isGiven(file: string | undefined): file is string {
  return file !== undefined;
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
