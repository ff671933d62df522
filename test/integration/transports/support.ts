/** Our client on a folder of its own, for our server. */
import { randomBytes } from "node:crypto";

import { makeMessage } from "../../../src/core/message.ts";
import { Bell } from "../../../src/roles/client/bell.ts";
import { type RunningClient, startClient } from "../../../src/roles/client/client.ts";
import type { ClientOptions } from "../../../src/roles/client/options.ts";
import { Outbox } from "../../../src/roles/client/outbox.ts";
import { ClientDatabase } from "../../../src/roles/client/state/database.ts";
import { clientPaths } from "../../../src/roles/client/state/paths.ts";
import { trustedRoots } from "../../helpers/transport-peers.ts";
import { type TemporaryFolder, silentLog } from "../../unit/roles/client/support.ts";

const noop = {
  config: {
    name: "noop",
    settings: { factory: "NOOP" as const },
    config: undefined,
    requiredLabels: [],
    signedTime: undefined,
  },
  signature: new Uint8Array([1]),
};

export function startTestClient(
  folder: TemporaryFolder,
  server: string,
  changed: Partial<ClientOptions> = {},
): Promise<RunningClient> {
  return startClient({
    servers: [server],
    trustedCertificates: trustedRoots,
    serverName: "localhost",
    stateFile: folder.stateFile,
    communicator: { maxPollDelayMs: 50, maxBufferDelayMs: 20, minFailureDelayMs: 50 },
    reconnect: { jitterMs: 10, baseMs: 10 },
    timers: { ackBatchMs: 20 },
    version: "1.2.3",
    log: silentLog,
    loadServices: () =>
      Promise.resolve({ definitions: [noop], refused: new Map<string, string>() }),
    ...changed,
  });
}

/** Puts messages to the server's "sink" into the outbox of a client that does not run. @returns their source ids. */
export async function fillOutbox(folder: TemporaryFolder, count: number): Promise<string[]> {
  await using database = ClientDatabase.open(clientPaths(folder.stateFile), "NORMAL");
  const outbox = new Outbox(database, { maxMessages: 10_000, maxBytes: 1 << 28 }, new Bell());
  const ids = Array.from({ length: count }, (_, index) =>
    (index + 1).toString(16).padStart(32, "0"),
  );
  const messages = ids.map((sourceMessageId) =>
    makeMessage({
      source: { clientId: undefined, serviceName: "noop" },
      destination: { clientId: undefined, serviceName: "sink" },
      messageType: "Up",
      sourceMessageId,
      data: { typeUrl: "type.googleapis.com/test", value: randomBytes(200) },
    }),
  );
  await outbox.add(messages);
  return ids;
}
