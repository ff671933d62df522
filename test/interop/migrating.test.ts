/**
 * docs/migrating-from-fleetspeak.md, its commands as they stand there, from top to bottom on one machine: the original's
 * agent and ours, one identity throughout.
 */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ClientStatus } from "../../src/roles/client/status.ts";
import { stockPrograms } from "../helpers/endpoint.ts";
import { Machine } from "../helpers/machine.ts";
import { StockDeployment } from "../helpers/stock-deployment.ts";
import { waitFor } from "../helpers/wait-for.ts";

const guide = readFileSync(
  join(import.meta.dir, "../../docs/migrating-from-fleetspeak.md"),
  "utf8",
);

/** The shell blocks of a section, its subsections left out. */
function blocksOf(heading: string): string[] {
  const start = guide.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`the guide has no section "${heading}"`);
  const [section = ""] = guide.slice(start + heading.length + 2).split(/\n#+ /);
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, text]) => text ?? "");
}
