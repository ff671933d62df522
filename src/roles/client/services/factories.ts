/**
 * The factories that a service's configuration can name; each is loaded when the first service needs it.
 */
import type { ClientServiceSettings } from "../../../config/schemas/client-service.ts";
import type { ClientService, ServiceContext } from "./service.ts";

/** @throws configuration for settings that the service cannot work with on this machine. */
export async function makeService(
  settings: ClientServiceSettings,
  context: ServiceContext,
): Promise<ClientService> {
  switch (settings.factory) {
    case "NOOP":
      return (await import("./noop.ts")).makeNoopService();
    case "Stdin":
      return (await import("./stdin.ts")).makeStdinService(settings, context);
    case "Daemon":
      return (await import("./daemon/daemon.ts")).makeDaemonService(settings, context);
    case "Socket":
      return (await import("./socket/socket.ts")).makeSocketService(settings, context);
  }
}
