/** What a support bundle has of a client, running or not: from its files. Never its state file, which is its key. */
import { createHash } from "node:crypto";
import { join } from "node:path";

import { listConfigFolder, readConfigFile } from "../../../config/files.ts";
import type { PlainMessage } from "../../../config/plain-message.ts";
import { printRedacted, readRedacted } from "../../../config/redacted.ts";
import { type ClientConfig, clientKind } from "../../../config/schemas/client.ts";
import { clientServiceKind } from "../../../config/schemas/client-service.ts";
import { communicatorKind } from "../../../config/schemas/communicator.ts";
import { readServices } from "../../../config/service-files.ts";
import { clientWarnings } from "../../../config/warnings.ts";
import { readAsOwner } from "../../../platform/as-owner.ts";
import { describeDatabase } from "../../../store/sqlite/describe-database.ts";
import { placesOf } from "../../client/places.ts";
import { clientPaths } from "../../client/state/paths.ts";
import type { Collector } from "./collector.ts";
import { listFiles } from "./file-list.ts";
import { collectLogs } from "./server-parts.ts";

const maxStatusBytes = 64 * 1024;

export interface ClientSubject {
  /** Its file; or what the executable carries. */
  readonly source: string | PlainMessage;
  /** undefined: it cannot be used. */
  readonly config: ClientConfig | undefined;
  readonly logFiles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export async function collectClient(collector: Collector, subject: ClientSubject): Promise<void> {
  const { source, config, logFiles } = subject;
  await collector.gather("client/client.config", () =>
    typeof source === "string"
      ? readRedacted(clientKind, source)
      : printRedacted(clientKind.typeName, source),
  );
  if (config === undefined) return;
  await collector.gather("client/warnings.json", () => clientWarnings(config, subject.now));
  await collectServices(collector, config);
  await collectState(collector, source, config);
  const { file } = config.log;
  await collectLogs(collector, "client", file === undefined ? logFiles : [...logFiles, file]);
}

async function collectServices(collector: Collector, config: ClientConfig): Promise<void> {
  const { deploymentPublicKeys, allowUnsignedServices, signedServices } = config;
  await collector.gather("client/services.json", () => {
    const { configurationDirectory, serviceFiles } = placesOf(config.persistence);
    const found = readServices({
      ...{ configurationDirectory, files: serviceFiles?.() },
      ...{ signedServices, deploymentPublicKeys, allowUnsignedServices },
    });
    return found.map(({ source, definition, error }) => ({
      source,
      name: definition?.config.name,
      factory: definition?.config.settings.factory,
      signed: definition && definition.signature.length > 0,
      refused: error?.message,
    }));
  });
  await collector.gather("client/deployment-keys.txt", () =>
    deploymentPublicKeys.length === 0
      ? undefined
      : deploymentPublicKeys.map((pem) => `SHA-256 ${digestOf(pem)}\n`).join(""),
  );
}

function digestOf(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex");
}

async function collectState(
  collector: Collector,
  source: string | PlainMessage,
  config: ClientConfig,
): Promise<void> {
  await collector.gather("client/files.txt", () => {
    const { stateFile, configurationDirectory } = placesOf(config.persistence);
    const { database, lock, status } = clientPaths(stateFile);
    const own = typeof source === "string" ? [source] : [];
    const folder = configurationDirectory === undefined ? [] : [configurationDirectory];
    return listFiles([...own, ...folder, stateFile, database, lock, status]);
  });
  const { stateFile, configurationDirectory: folder } = placesOf(config.persistence);
  const { database, status } = clientPaths(stateFile);
  await collector.gather("client/database.json", () => describeDatabase(database));
  await collector.gather("client/status.json", () =>
    readAsOwner(status, "status file", maxStatusBytes),
  );
  if (folder === undefined) return;
  const communicator = join(folder, "communicator.txt");
  await collector.gather("client/communicator.txt", () =>
    readConfigFile(communicator, "communicator file") === undefined
      ? undefined
      : readRedacted(communicatorKind, communicator),
  );
  await collectTextServices(collector, join(folder, "textservices"));
}

async function collectTextServices(collector: Collector, folder: string): Promise<void> {
  for (const [index, path] of listConfigFolder(folder, "folder of services").entries()) {
    await collector.gather(
      `client/textservices/${index + 1}.txt`,
      () => `# ${JSON.stringify(path)}\n${readRedacted(clientServiceKind, path)}`,
    );
  }
}
