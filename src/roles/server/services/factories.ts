/**
 * From a service's configuration to the service (protocol.md 11, ours.md 3). A factory is one line of the switch.
 */
import { decodeText, requireConfigFile } from "../../../config/files.ts";
import { decodePlainMessage } from "../../../config/message-wire.ts";
import { findCertificates } from "../../../config/pem.ts";
import { plainToJson } from "../../../config/plain-json.ts";
import type { ServerServiceConfig } from "../../../config/schemas/services.ts";
import { printText } from "../../../config/text-printer.ts";
import type { Clock } from "../../../core/clock.ts";
import { FleetError } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import type { Log } from "../../../observability/log.ts";
import { encodeMessage } from "../../../proto/codec.ts";
import type { ConfiguredService } from "./manager.ts";
import { createGrpcService } from "./grpc.ts";
import { readSecretFile } from "../../../config/secret-file.ts";
import { createMessageSaverService } from "./message-saver.ts";
import { createNoopService } from "./noop.ts";
import type { ServerService } from "./service.ts";
import { createWebhookService } from "./webhook.ts";

/** The services by their names. @throws configuration for a service that cannot be made. */
export function createServices(
  configs: readonly ServerServiceConfig[],
  clock: Clock,
  log: Log,
): ReadonlyMap<string, ConfiguredService> {
  return new Map(
    configs.map((config) => [
      config.name,
      { service: createService(config, clock, log), maxParallelism: config.maxParallelism },
    ]),
  );
}

function createService(
  { name, settings }: ServerServiceConfig,
  clock: Clock,
  log: Log,
): ServerService {
  switch (settings.factory) {
    case "NOOP":
      return createNoopService();
    case "MessageSaver":
      return createMessageSaverService({ ...settings, print: printMessage });
    case "GRPC":
      return createGrpcService({
        ...settings,
        trustedRoots: readRoots(settings.certFile),
        clock,
        onTemporary: ({ message }) => {
          log.warn("service {serviceName} cannot be reached for now, goes on trying: {error}", {
            serviceName: name,
            error: message,
          });
        },
      });
    case "Webhook":
      return createWebhookService({
        ...settings,
        secret: readSecretFile(settings.secretFile, `secret of service "${name}"`),
        trustedRoots: readRoots(settings.caFile),
        clock,
        print: (message) => printMessage(message, "json"),
      });
  }
}

/** PEM of the roots that a service trusts; undefined: those that it trusts anyway. @throws configuration */
export function readRoots(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const pem = decodeText(requireConfigFile(path, "file of trusted roots"), path, "file");
  if (findCertificates(pem).certificates.length > 0) return pem;
  throw new FleetError("configuration", `"${path}" holds no certificate`, {
    hint: "It must be PEM: CERTIFICATE.",
  });
}

function printMessage(message: IdentifiedMessage, format: "text" | "json"): string {
  const typeName = "fleetspeak.Message";
  const plain = decodePlainMessage(typeName, encodeMessage(message));
  if (format === "text") return printText(typeName, plain);
  return `${JSON.stringify(plainToJson(typeName, plain), undefined, 2)}\n`;
}
