/**
 * The services of the client in `fleet all`: `ls`, `cat` and an echo, signed with the deployment key as an operator
 * would sign them, and installed where the client looks for them.
 */
import { join } from "node:path";

import { signServiceConfig, stdinServiceMessage } from "../../config/service-signing.ts";
import { ensurePrivateFolder, readPrivateFile, replaceFile } from "../../platform/private-file.ts";

/** The service that the first message goes to. */
export const echoService = "echo";

const programs: Readonly<Record<string, string>> = {
  ls: "/bin/ls",
  cat: "/bin/cat",
  [echoService]: "/bin/echo",
};

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
    const signed = signServiceConfig(stdinServiceMessage({ name, cmd }), deploymentKey, now);
    replaceFile(path, "signed service", signed);
    return [name];
  });
}
