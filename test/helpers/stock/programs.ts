/**
 * Where the programs of test/install/stock-fleetspeak.sh are, and what one of them does when it runs to its end.
 */
import { join } from "node:path";

import { type FinishedRun, runBinary } from "../binary.ts";

const installation = join(import.meta.dir, "../../../.cache/stock-fleetspeak");
const serverPrograms = join(installation, "fleetspeak-server-bin/usr/bin");

export const stockPrograms = {
  server: join(serverPrograms, "fleetspeak-server"),
  config: join(serverPrograms, "fleetspeak-config"),
  admin: join(serverPrograms, "fleetspeak-admin"),
  client: join(installation, "fleetspeak-client-bin/usr/bin/fleetspeak-client"),
  /** With both of the original's Python connectors. */
  python: join(installation, "bin/python"),
} as const;

/** Runs `fleetspeak-admin` on the admin API at this address. */
export function runStockAdmin(adminAddress: string, args: readonly string[]): Promise<FinishedRun> {
  return runBinary(["-admin_addr", adminAddress, "-logtostderr", ...args], {
    executable: stockPrograms.admin,
  });
}
