/**
 * Looks at everything that a server needs on its machine, running or not (`fleet doctor`). Changes nothing: what would be
 * made or renewed at a start is told, not done.
 */
import { existsSync } from "node:fs";

import type { Clock } from "../../../core/clock.ts";
import { type Finding, doubtful, examine, notYours, passed } from "../../../core/finding.ts";
import { foreignOwner } from "../../../platform/as-owner.ts";
import { type LockHolder, lockHolder } from "../../../platform/lock-holder.ts";
import { statePaths } from "../state-directory.ts";
import { examineCertificate, examineShown } from "./certificate.ts";
import { examineClock } from "./clock.ts";
import { examineDatabase, examineDisk, examineSecrets } from "./files.ts";
import { examinePort } from "./ports.ts";
import { examineReadiness } from "./readiness.ts";
import type { ServerSubject } from "./subject.ts";

export async function examineServer(subject: ServerSubject, clock: Clock): Promise<Finding[]> {
  const { stateDirectory, databasePath, certificate, https, health } = subject;
  const owner = existsSync(stateDirectory) ? foreignOwner(stateDirectory) : undefined;
  if (owner !== undefined) return [notYours("state", stateDirectory, owner)];
  const paths = statePaths(stateDirectory);
  const holder = lockHolder(paths.lock);
  const isRunning = holder !== undefined;
  const ports = [...(https ? [["clients' port", https] as const] : []), ...subject.ports];
  const found = [
    await examine("server", () => describeRun(holder, databasePath)),
    await examine("state", () => examineSecrets(stateDirectory)),
    await examine("database", () => examineDatabase(databasePath, stateDirectory)),
    await examine("disk", () => examineDisk(databasePath, subject.minFreeBytes)),
    await examine("clock", () => examineClock([databasePath, paths.runFile], clock.now())),
    ...(certificate
      ? [
          await examine("certificate", () =>
            examineCertificate(subject.isOwnCertificate, certificate, clock.now()),
          ),
        ]
      : []),
    ...(await Promise.all(
      ports.map(([what, listen]) => examine("port", () => examinePort(what, listen, holder))),
    )),
    ...(isRunning && https && certificate && subject.isDirect
      ? [await examine("tls", () => examineShown(https, certificate, clock))]
      : []),
    ...(isRunning && health && health.port !== 0
      ? [await examine("ready", () => examineReadiness(health, clock))]
      : []),
  ];
  return found.flat();
}

function describeRun(holder: LockHolder | undefined, databasePath: string): Finding {
  if (holder) return passed("server", `${holder.name} serves "${databasePath}"`);
  const missing = existsSync(databasePath) ? "" : ", which is not there yet";
  const text = `no server runs on "${databasePath}"${missing}`;
  return doubtful(
    "server",
    text,
    "Start it: fleet run, fleet server, or the service that was installed.",
  );
}
