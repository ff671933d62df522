/** The files of a server: whose they are, who else may read them, and the room that is left. */
import { createPublicKey } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

import { type Finding, doubtful, failed, passed } from "../../../core/finding.ts";
import { asOwnerOf } from "../../../platform/as-owner.ts";
import { databaseBytes, diskSpace } from "../../../platform/disk-space.ts";
import { checkPrivateFolder, readPrivateFile } from "../../../platform/private-file.ts";
import { statePaths } from "../state-directory.ts";

const mib = 1024 * 1024;
const maxKeyBytes = 64 * 1024;
const othersMayUse = 0o077;

export function examineSecrets(folder: string): Finding[] {
  if (!existsSync(folder)) {
    const fix = "It is made at the first start; or correct database_path or state_directory.";
    return [doubtful("state", `there is no state directory "${folder}" yet`, fix)];
  }
  return asOwnerOf(folder, () => {
    checkPrivateFolder(folder, "state directory");
    const { caKey, serverKey, deploymentKey } = statePaths(folder);
    const secrets = { "CA key": caKey, "server key": serverKey, "deployment key": deploymentKey };
    const there = Object.entries(secrets).filter(
      ([what, path]) => readPrivateFile(path, what, maxKeyBytes, { secret: true }) !== undefined,
    );
    const keys = there.map(([what]) => what).join(", ") || "no keys";
    return [
      passed("state", `"${folder}" is this server's alone, with its secrets: ${keys}`),
      ...examineDeploymentKey(folder),
    ];
  });
}

/** What clients were given must be what the server signs with. */
function examineDeploymentKey(folder: string): Finding[] {
  const { deploymentKey, deploymentPublicKey } = statePaths(folder);
  if (!existsSync(deploymentKey) || !existsSync(deploymentPublicKey)) return [];
  const derived = createPublicKey(readFileSync(deploymentKey));
  const isSame = derived.equals(createPublicKey(readFileSync(deploymentPublicKey)));
  if (isSame)
    return [passed("deployment", "the deployment key and its public half belong together")];
  const text = `"${deploymentPublicKey}" is not the public half of "${deploymentKey}"`;
  const fix = `Clients that have it refuse what is signed. Run: openssl pkey -in '${deploymentKey}' -pubout -out '${deploymentPublicKey}'`;
  return [failed("deployment", text, fix)];
}

export function examineDatabase(path: string, stateDirectory: string): Finding[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return [passed("database", `"${path}" is made at the first start`)];
  if (!stat.isFile()) {
    const fix = "Links are not followed: name the database itself.";
    return [failed("database", `"${path}" is no regular file`, fix)];
  }
  const findings: Finding[] = [];
  if (process.platform !== "win32" && stat.mode & othersMayUse) {
    const text = `"${path}" may be read by others: payloads of messages are in it`;
    findings.push(doubtful("database", text, `Run: chmod 600 '${path}'*`));
  }
  const owner = statSync(existsSync(stateDirectory) ? stateDirectory : path).uid;
  const parts = [path, `${path}-wal`, `${path}-shm`].filter((part) => existsSync(part));
  const foreign = parts.filter((part) => statSync(part).uid !== owner);
  if (foreign.length > 0) {
    const text = `${foreign.map((part) => `"${part}"`).join(", ")}: not of the state directory's owner, user ${owner}`;
    const fix = `Run: chown --reference='${stateDirectory}' '${path}'*`;
    return [...findings, failed("database", text, fix)];
  }
  if (findings.length > 0) return findings;
  const size = Math.ceil(databaseBytes(path) / mib);
  return [passed("database", `"${path}" has ${size} MiB`)];
}

export function examineDisk(databasePath: string, minFreeBytes: number): Finding {
  const folder = dirname(resolve(databasePath));
  if (!existsSync(folder)) {
    const fix = "Make it, or correct database_path.";
    return failed("disk", `there is no folder "${folder}" for the database`, fix);
  }
  const { freeBytes } = diskSpace(folder);
  const floor = Math.floor(minFreeBytes / mib);
  const text = `${Math.floor(freeBytes / mib)} MiB are free in "${folder}", ${floor} MiB are kept`;
  const fix = "Free some space, shorten fleet { retention { … } }, or move the database.";
  if (freeBytes < minFreeBytes) {
    return failed("disk", `${text}: clients' messages are refused`, fix);
  }
  return freeBytes < 4 * minFreeBytes ? doubtful("disk", text, fix) : passed("disk", text);
}
