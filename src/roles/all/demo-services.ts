/**
 * The services of the client in `fleet all`: `ls`, `cat` and an echo, signed with the deployment key as an operator
 * would sign them, and installed where the client looks for them.
 */
import { join } from "node:path";

import { encodePlainMessage } from "../../config/message-wire.ts";
import { signService } from "../../config/service-signing.ts";
import { typeUrlPrefix } from "../../config/plain-message.ts";
import { ensurePrivateFolder, readPrivateFile, replacePrivateFile } from "../../platform/private-file.ts";

/** The service that the first message goes to. */
export const echoService = "echo";

const programs: Readonly<Record<string, string>> = {
  ls: "/bin/ls",
  cat: "/bin/cat",
  [echoService]: "/bin/echo",
};

const stdinConfigType = "fleetspeak.stdinservice.Config";
const maxSignedBytes = 1024 * 1024;

export interface InstallOptions {
  /** The client's configuration directory. */
  readonly folder: string;
  /** PEM. A secret. */
  readonly deploymentKey: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Installs those that are missing. @returns the names of the services it installed. */
export function installDemoServices({ folder, deploymentKey, now }: InstallOptions): string[] {
  const services = join(folder, "services");
  ensurePrivateFolder(services, "folder of signed services");
  return Object.entries(programs).flatMap(([name, cmd]) => {
    const path = join(services, `${name}.signed`);
    if (readPrivateFile(path, "signed service", maxSignedBytes) !== undefined) return [];
    const signed = signService(encodeStdinService(name, cmd, now), deploymentKey);
    replacePrivateFile(path, "signed service", signed);
    return [name];
  });
}

/** A serialized ClientServiceConfig. */
function encodeStdinService(name: string, cmd: string, now: number): Uint8Array {
  return encodePlainMessage("fleetspeak.ClientServiceConfig", {
    name,
    factory: "Stdin",
    config: {
      type_url: `${typeUrlPrefix}${stdinConfigType}`,
      value: encodePlainMessage(stdinConfigType, { cmd }),
    },
    signed_time: { seconds: BigInt(Math.floor(now / 1000)) },
  });
}
