/**
 * SIGHUP of `fleet client`: which services run follows what its file says now (deployment keys, unsigned services, services
 * in the file itself); what else has changed there waits for a restart, and the log names it.
 */
import { isDeepStrictEqual } from "node:util";

import type { ClientConfig } from "../../config/schemas/client.ts";
import { loadSettled } from "../../config/settled.ts";
import type { Clock } from "../../core/clock.ts";
import type { Log } from "../../observability/log.ts";
import { loadServices } from "../../roles/client/from-config.ts";
import type { ServiceDefinitions } from "../../roles/client/services/installation.ts";

export interface ClientFileOptions {
  /** What the client was started with. */
  readonly started: ClientConfig;
  /** Of the files that `read` reads. */
  readonly paths: readonly string[];
  /** @throws configuration */
  readonly read: () => ClientConfig;
  readonly clock: Clock;
  readonly log: Log;
}

/** As the file has them; undefined: taken over. */
const fieldNames: Readonly<Record<keyof ClientConfig, string | undefined>> = {
  trustedCertificates: "trusted_certs",
  servers: "server",
  labels: "client_label",
  persistence: "filesystem_handler",
  transport: "transport",
  proxy: "proxy",
  clientCertificateHeader: "client_certificate_header",
  serverName: "server_name",
  deploymentPublicKeys: undefined,
  allowUnsignedServices: undefined,
  outbox: "outbox",
  reconnect: "reconnect",
  allowOverride: "allow_override",
  signedServices: undefined,
  log: "log",
};

/** @returns the loadServices of a client: the first call takes what the client was started with. */
export function followClientFile(options: ClientFileOptions): () => Promise<ServiceDefinitions> {
  const { started, paths, read, clock, log } = options;
  let isStart = true;
  return async () => {
    if (isStart) {
      isStart = false;
      return loadServices(started);
    }
    const config = await loadSettled(paths, read, clock);
    const fields = unchangeable(started, config);
    if (fields.length > 0) {
      const names = fields.join(", ");
      log.warn("changed, but not taken over before a restart: {fields}", { fields: names });
    }
    return loadServices({ ...config, persistence: started.persistence });
  };
}

function unchangeable(started: ClientConfig, now: ClientConfig): string[] {
  const keys = Object.keys(fieldNames) as (keyof ClientConfig)[];
  return keys.flatMap((key) => {
    const name = fieldNames[key];
    return name === undefined || isDeepStrictEqual(started[key], now[key]) ? [] : [name];
  });
}
