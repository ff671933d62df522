/**
 * The factories that a service's configuration can name; each is loaded when the first service needs it.
 */
import type { ServiceFactory } from "./service.ts";

export const serviceFactories: Readonly<Record<string, ServiceFactory>> = {
  NOOP: async () => (await import("./noop.ts")).makeNoopService(),
  Stdin: async (config, context) => (await import("./stdin.ts")).makeStdinService(config, context),
};
