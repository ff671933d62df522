/**
 * Looks at everything that a client needs on its machine, and at the way to its servers (`fleet doctor`). Changes nothing.
 */
import { clientWarnings } from "../../../config/warnings.ts";
import type { ClientConfig } from "../../../config/schemas/client.ts";
import type { Clock } from "../../../core/clock.ts";
import { type Finding, doubtful, examine } from "../../../core/finding.ts";
import { type ProxyEnvironment, proxyOptions } from "../proxy-options.ts";
import { examineServices } from "./services.ts";
import { examineServer } from "./connection.ts";
import { examineState } from "./state.ts";
import { describeProxy } from "./proxy.ts";

export interface ClientDoctorOptions {
  readonly config: ClientConfig;
  readonly clock: Clock;
  readonly environment: ProxyEnvironment;
  readonly signal: AbortSignal;
}

export async function examineClient(options: ClientDoctorOptions): Promise<Finding[]> {
  const { config, clock, environment, signal } = options;
  const warnings = clientWarnings(config, clock.now()).map(({ path, message, hint }) =>
    doubtful("configuration", `${path}: ${message}`, hint ?? "Replace it before then."),
  );
  const local = [
    ...warnings,
    ...(await examineState(config, clock)),
    ...(await examine("services", () => examineServices(config))),
    ...(await examine("proxy", () => describeProxy(config.proxy, environment))),
  ];
  const proxy = tryProxyOptions(config.proxy, environment);
  if (proxy === undefined) return local;
  const servers = await Promise.all(
    config.servers.map((server) => examineServer({ ...proxy, server, config, clock, signal })),
  );
  return [...local, ...servers.flat()];
}

/** undefined for a proxy that cannot be used, of which describeProxy speaks. */
function tryProxyOptions(configured: string | undefined, environment: ProxyEnvironment) {
  try {
    return proxyOptions(configured, environment);
  } catch {
    return undefined;
  }
}
