/**
 * From a client's configuration file to what a client is started with.
 */
import { basename, extname } from "node:path";

import { loadCommunicatorConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { readServices } from "../../config/service-files.ts";
import { buildInfo } from "../../core/build-info.ts";
import { type ProxyEnvironment, proxyOptions } from "./proxy-options.ts";
import type { Log } from "../../observability/log.ts";
import type { ClientOptions } from "./options.ts";
import { type ClientPlaces, placesOf } from "./places.ts";
import type { ServiceDefinitions } from "./services/installation.ts";

/** @throws configuration for what this version does not have. */
export function clientOptions(
  config: ClientConfig,
  log: Log,
  environment: ProxyEnvironment = readEnvironment(),
): ClientOptions {
  const { persistence } = config;
  const places = placesOf(persistence);
  const { compression, ...communicator } = readCommunicator(places);
  return {
    servers: config.servers,
    trustedCertificates: config.trustedCertificates,
    serverName: config.serverName,
    ...proxyOptions(config.proxy, environment),
    certificateHeader: config.clientCertificateHeader,
    reconnect: config.reconnect,
    labels: config.labels,
    transport: config.transport,
    compression,
    stateFile: places.stateFile,
    stateStore: places.stateStore,
    loadServices: () => Promise.resolve(loadServices(config, places)),
    loadCommunicator: () => Promise.resolve(readCommunicator(places)),
    outbox: config.outbox,
    communicator,
    version: buildInfo.version,
    log,
  };
}

function readEnvironment(): ProxyEnvironment {
  const { HTTPS_PROXY, NO_PROXY } = process.env;
  return { HTTPS_PROXY, NO_PROXY };
}

function readCommunicator({ communicatorPath }: ClientPlaces) {
  const { preferHttp2: _, ...settings } = loadCommunicatorConfig(communicatorPath());
  return settings;
}

/** What the configuration's places and the configuration itself have, and why the rest is refused. */
export function loadServices(
  config: ClientConfig,
  places = placesOf(config.persistence),
): ServiceDefinitions {
  const { signedServices, deploymentPublicKeys, allowUnsignedServices } = config;
  const outcomes = readServices({
    configurationDirectory: places.configurationDirectory,
    files: places.serviceFiles?.(),
    ...{ signedServices, deploymentPublicKeys, allowUnsignedServices },
  });
  const refused = new Map<string, string>();
  const definitions = outcomes.flatMap(({ source, definition, error }) => {
    if (definition !== undefined) return [definition];
    // A file is usually called after its service; whose it really is, only a good one says.
    refused.set(basename(source, extname(source)), error.message);
    return [];
  });
  return { definitions, refused };
}
