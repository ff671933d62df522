/**
 * What a client of this server needs, from the files of its state directory (ours.md 2): for `fleet repack`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isLoopback } from "../../config/addresses.ts";
import { listConfigFolder, requireConfigFile } from "../../config/files.ts";
import type { PlainMessage } from "../../config/plain-message.ts";
import { FleetError } from "../../core/errors.ts";
import { parseHostPort } from "../../net/address.ts";
import { readPrivateFile } from "../../platform/private-file.ts";
import { statePaths } from "./state-directory.ts";

export interface ServerFiles {
  /** fleetspeak.client.generic.Config, without a place for its state. */
  readonly message: PlainMessage;
  /** What is worth knowing, sentences for people. */
  readonly notes: readonly string[];
}

const maxPemBytes = 64 * 1024;

/**
 * @param folder the state directory of a server that ran with `fleet all` or `fleet server`.
 * @param servers "host:port"; empty: where the running server listens.
 * @throws configuration when something is missing, or clients could not reach the address.
 */
export function clientMessageOf(folder: string, servers: readonly string[]): ServerFiles {
  const paths = statePaths(folder);
  const found = servers.length > 0 ? servers : [runningAddress(paths.runFile)];
  const services = join(paths.client, "services");
  const files = listConfigFolder(services, "folder of signed services", { guarded: true });
  const message = {
    trusted_certs: requirePem(paths.caCertificate, "CA certificate"),
    server: [...found],
    fleet: {
      transport: "AUTO",
      deployment_public_key: [requirePem(paths.deploymentPublicKey, "deployment public key")],
      signed_service: files.map(
        (path) => new Uint8Array(requireConfigFile(path, "signed service", { guarded: true })),
      ),
    },
  };
  const local = found.filter((server) => isLoopback(parseHostPort(server)));
  return { message, notes: local.map((server) => `${server} is reached from this machine only`) };
}

function requirePem(path: string, what: string): string {
  const pem = readPrivateFile(path, what, maxPemBytes)?.toString("utf8");
  if (pem !== undefined) return pem;
  throw new FleetError("configuration", `there is no ${what} "${path}"`, {
    hint: "`fleet all` and `fleet server` make it; for a server with files of its own, name a client's file: --config.",
  });
}

function runningAddress(runFile: string): string {
  const address = readAddress(runFile);
  const hint = "Say how clients reach it: --server host:port.";
  if (address === undefined) {
    throw new FleetError(
      "configuration",
      `no server that runs has left its address in "${runFile}"`,
      {
        hint,
      },
    );
  }
  const { host } = parseHostPort(address);
  if (host !== "" && host !== "0.0.0.0" && host !== "::") return address;
  throw new FleetError(
    "configuration",
    `the server listens at ${address}, which is no address to connect to`,
    {
      hint,
    },
  );
}

function readAddress(runFile: string): string | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(runFile, "utf8"));
    const isAddressed = typeof found === "object" && found !== null && "https" in found;
    return isAddressed && typeof found.https === "string" ? found.https : undefined;
  } catch {
    return undefined;
  }
}
