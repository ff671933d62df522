/** SHA256SUMS, as sha256sum writes and checks it. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param names of files in the folder; the list gets their order. */
export function writeSums(folder: string, names: readonly string[]): void {
  const lines = names.map((name) => {
    const hash = createHash("sha256").update(readFileSync(join(folder, name)));
    return `${hash.digest("hex")}  ${name}\n`;
  });
  writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
}
