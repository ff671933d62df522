/** The compiled file under the names of the original's programs, in a folder of links. */
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { type OriginalProgram, originalPrograms } from "../../src/cli/original/programs.ts";
import { binaryPath } from "./binary.ts";

/** @returns the paths of the links. */
export function linkOriginalPrograms(folder: string): Record<OriginalProgram, string> {
  const links = join(folder, "bin");
  mkdirSync(links);
  const paths = originalPrograms.map((name) => [name, join(links, name)] as const);
  for (const [, path] of paths) symlinkSync(binaryPath, path);
  return Object.fromEntries(paths) as Record<OriginalProgram, string>;
}

/** The same text for every glog line that says the same: without time, process and place. */
export function withoutGlogHeads(text: string): string {
  return text.replace(/^([IWEF])\d{4} [\d:.]+ +\d+ [\w.]+:\d+\] /gm, "$1 ");
}

/** "host:port" of the admin API of a server on this database. */
export function adminAddressOf(databasePath: string): string {
  const run: unknown = JSON.parse(readFileSync(join(`${databasePath}.d`, "run.json"), "utf8"));
  const { admin } = run as { admin?: string };
  if (admin === undefined) throw new Error("the server has no admin port");
  return admin;
}
