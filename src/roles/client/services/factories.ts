/**
 * The factories that a service's configuration can name; each is loaded when the first service needs it.
 */
import type { ClientServiceSettings } from "../../../config/schemas/client-service.ts";
import { FleetError } from "../../../core/errors.ts";
import type { ClientService, ServiceContext } from "./service.ts";

/** @throws configuration for a factory that this version does not have. */
export async function makeService(
  settings: ClientServiceSettings,
  context: ServiceContext,
): Promise<ClientService> {
  switch (settings.factory) {
    case "NOOP":
      return (await import("./noop.ts")).makeNoopService();
    case "Stdin":
      return (await import("./stdin.ts")).makeStdinService(settings, context);
    default:
      throw new FleetError("configuration", `this version has no factory "${settings.factory}"`, {
        hint: "Use Stdin or NOOP.",
      });
  }
}
