/**
 * From a service's configuration to the service (protocol.md 11, ours.md 3). A factory is one line of the switch.
 */
import { decodePlainMessage } from "../../../config/message-wire.ts";
import { plainToJson } from "../../../config/plain-json.ts";
import type { ServerServiceConfig } from "../../../config/schemas/services.ts";
import { printText } from "../../../config/text-printer.ts";
import { FleetError } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import { encodeMessage } from "../../../proto/codec.ts";
import type { ConfiguredService } from "./manager.ts";
import { createMessageSaverService } from "./message-saver.ts";
import { createNoopService } from "./noop.ts";
import type { ServerService } from "./service.ts";

/** The services by their names. @throws configuration for a service that cannot be made. */
export function createServices(
  configs: readonly ServerServiceConfig[],
): ReadonlyMap<string, ConfiguredService> {
  return new Map(
    configs.map((config) => [
      config.name,
      { service: createService(config), maxParallelism: config.maxParallelism },
    ]),
  );
}

function createService({ name, settings }: ServerServiceConfig): ServerService {
  switch (settings.factory) {
    case "NOOP":
      return createNoopService();
    case "MessageSaver":
      return createMessageSaverService({ ...settings, print: printMessage });
    case "GRPC":
      throw new FleetError(
        "configuration",
        `service "${name}": this version has no GRPC services yet`,
        {
          hint: "Use MessageSaver or NOOP, or watch messages with WatchMessages.",
        },
      );
  }
}

function printMessage(message: IdentifiedMessage, format: "text" | "json"): string {
  const typeName = "fleetspeak.Message";
  const plain = decodePlainMessage(typeName, encodeMessage(message));
  if (format === "text") return printText(typeName, plain);
  return `${JSON.stringify(plainToJson(typeName, plain), undefined, 2)}\n`;
}
