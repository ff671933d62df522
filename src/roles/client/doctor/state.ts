/** What a client keeps on its machine: whether it may be read and written, whose it is, and whether a client runs on it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

import type { ClientConfig } from "../../../config/schemas/client.ts";
import type { Clock } from "../../../core/clock.ts";
import {
  type Finding,
  doubtful,
  examine,
  failed,
  notYours,
  passed,
} from "../../../core/finding.ts";
import { parseJson, textFieldOf } from "../../../core/json-fields.ts";
import { getLog } from "../../../observability/log.ts";
import { asOwnerOf, foreignOwner } from "../../../platform/as-owner.ts";
import { diskSpace } from "../../../platform/disk-space.ts";
import { lockHolder } from "../../../platform/lock-holder.ts";
import { checkSafeFolder } from "../../../platform/private-file.ts";
import { placesOf } from "../places.ts";
import { Identity } from "../state/identity.ts";
import { clientPaths } from "../state/paths.ts";

const mib = 1024 * 1024;
/** A client that has less cannot keep anything. */
const minFreeBytes = 16 * mib;

export async function examineState(config: ClientConfig, clock: Clock): Promise<Finding[]> {
  const { stateFile } = placesOf(config.persistence);
  const folder = dirname(stateFile);
  if (!existsSync(folder)) {
    const fix = "It is made when the client starts; or correct the path of the state file.";
    return [doubtful("state", `there is no folder "${folder}" yet`, fix)];
  }
  const owner = foreignOwner(folder);
  if (owner !== undefined) return [notYours("state", folder, owner)];
  return [
    ...(await examine("state", () => asOwnerOf(folder, () => examineFiles(config, clock)))),
    ...(await examine("owner", () => examineOwners(stateFile))),
    ...(await examine("disk", () => examineDisk(folder, config.outbox.maxBytes))),
    ...(await examine("client", () => examineRun(stateFile))),
  ];
}

function examineFiles({ persistence }: ClientConfig, clock: Clock): Finding {
  const { stateFile, stateStore } = placesOf(persistence);
  checkSafeFolder(dirname(stateFile), "folder of the state file");
  if (!stateStore && !existsSync(stateFile)) {
    return passed("state", `no identity yet: a first start makes one in "${stateFile}"`);
  }
  const options = { path: stateFile, store: stateStore, clock, log: getLog("doctor") };
  using identity = Identity.open(options);
  return passed("state", `"${stateFile}" is the identity of client ${identity.clientId}`);
}

/** One start by hand, as root, and the client of the system can no longer write what it keeps. */
function examineOwners(stateFile: string): Finding {
  const folder = dirname(stateFile);
  const { uid } = statSync(folder);
  const { state, database, lock, status } = clientPaths(stateFile);
  const files = [state, database, `${database}-wal`, `${database}-shm`, lock, status];
  const foreign = files.filter((path) => existsSync(path) && statSync(path).uid !== uid);
  if (foreign.length === 0) return passed("owner", `everything in "${folder}" has one owner`);
  const names = foreign.map((path) => `"${path}"`).join(", ");
  const text = `${names} ${foreign.length === 1 ? "is" : "are"} not of the folder's owner, user ${uid}`;
  return failed("owner", text, `Run: chown --reference='${folder}' '${stateFile}'*`);
}

function examineDisk(folder: string, outboxBytes: number): Finding {
  const { freeBytes } = diskSpace(folder);
  const text = `${Math.floor(freeBytes / mib)} MiB are free for "${folder}"`;
  const fix = "Free some space, or move the state file to another disk.";
  if (freeBytes < minFreeBytes) return failed("disk", text, fix);
  if (freeBytes >= outboxBytes) return passed("disk", text);
  const need = `fewer than the ${Math.floor(outboxBytes / mib)} MiB that may wait for the server`;
  return doubtful("disk", `${text}, ${need}`, fix);
}

function examineRun(stateFile: string): Finding {
  const { lock, status } = clientPaths(stateFile);
  const holder = lockHolder(lock);
  if (holder === undefined) {
    const fix = "Start it: fleet client, or the service that fleet install made.";
    return doubtful("client", "no client runs with this state", fix);
  }
  const said = existsSync(status) ? parseJson(readFileSync(status, "utf8")) : undefined;
  const state = textFieldOf(said, "state") ?? "starting";
  const text = `${holder.name} runs, and is ${state}`;
  const error = textFieldOf(said, "lastError");
  if (state === "connected" || error === undefined) return passed("client", text);
  return doubtful("client", `${text}: ${error}`, "What follows says which step fails.");
}
