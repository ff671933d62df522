/** fleetspeak-server: a server from its two files, until a signal ends it. SIGHUP reads them again. */
import { loadComponentsConfig, loadServicesConfig } from "../../config/load.ts";
import { type ServeHooks, serveComponents } from "../actions/run-components.ts";
import { failing, readAs } from "./failures.ts";
import type { DefineProgram } from "./run-original.ts";
import { withoutSignal } from "./stopped.ts";

export const defineServer: DefineProgram = (flags) => {
  const componentsFile = flags.string(
    "components_config",
    "/etc/fleetspeak-server/server.components.config",
    "File describing the server component configuration.",
  );
  const servicesFile = flags.string(
    "services_config",
    "/etc/fleetspeak-server/server.services.config",
    "File describing the server services configuration.",
  );
  return async ({ terminal, log }) => {
    const services = await load("services configuration", servicesFile.value, loadServicesConfig);
    const components = await load("component config", componentsFile.value, loadComponentsConfig);
    const files = { components_config: componentsFile.value, services_config: servicesFile.value };
    const hooks: ServeHooks = {
      onStarted: async () => log.log("INFO", "fleetspeak_server", "Fleetspeak server started."),
      onReloaded: () => {},
    };
    const serve = () => serveComponents(terminal, files, { components, services }, hooks);
    return withoutSignal(await failing("Unable to initialize Fleetspeak server", serve));
  };
};

async function load<T>(what: string, path: string, read: (path: string) => T): Promise<T> {
  return await readAs(["Unable", `${what} file [${path}]`], path, read);
}
