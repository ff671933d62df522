/**
 * The factories that a service's configuration can name; each is loaded when the first service needs it.
 */
import type { ServiceFactory } from "./service.ts";

export const serviceFactories: ReadonlyMap<string, ServiceFactory> = new Map<string, ServiceFactory>([
  ["NOOP", async () => (await import("./noop.ts")).makeNoopService()],
  [
    "Stdin",
    async (config, context) => {
      const [{ makeStdinService }, { readStdinConfig }] = await Promise.all([
        import("./stdin.ts"),
        import("./stdin-config.ts"),
      ]);
      return makeStdinService(readStdinConfig(config), context);
    },
  ],
]);
