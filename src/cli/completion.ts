/**
 * Shell completion: `fleet complete bash|zsh|fish|powershell` prints a script for the shell, which asks
 * `fleet complete -- WORDS` what may come next. Loaded for that command only.
 */
import addCompletion from "@bomb.sh/tab/commander";

import type { FleetCommand } from "./command.ts";

/** Adds the command; it knows the commands and options that are registered before. */
export function registerCompletion(program: FleetCommand): void {
  addCompletion(program);
}
