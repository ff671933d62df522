/** Whether this machine's clock was set back: then something that the server wrote is from the future. */
import { existsSync, statSync } from "node:fs";

import { type Finding, doubtful, passed } from "../../../core/finding.ts";

const check = "clock";
/** Clocks that are kept right are moved by less. */
const slightMs = 60_000;

/** @param files as the server writes them while it runs; those that are missing do not count. */
export function examineClock(files: readonly string[], now: number): Finding {
  const written = files.filter((path) => existsSync(path)).map((path) => statSync(path).mtimeMs);
  const aheadMs = Math.max(0, ...written) - now;
  if (aheadMs <= slightMs) return passed(check, "nothing that the server wrote is from the future");
  const seconds = Math.round(aheadMs / 1000);
  const text = `the server wrote something ${seconds} s in the future: this machine's clock is wrong, or was`;
  return doubtful(check, text, "Set it: timedatectl set-ntp true");
}
