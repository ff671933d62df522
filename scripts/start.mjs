/** npm start: installs and builds what is missing or older than the sources, then runs the demonstration. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { ensureInstalled, root } from "./lib/install.mjs";
import { runInPlace } from "./lib/run.mjs";

const fleet = join(root, "dist", process.platform === "win32" ? "fleet.exe" : "fleet");

function newestSource() {
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Math.max(
    ...[...files, join(root, "package-lock.json")].map((file) => statSync(file).mtimeMs),
  );
}

const bun = ensureInstalled();
if (!existsSync(fleet) || statSync(fleet).mtimeMs < newestSource()) {
  const { status } = spawnSync(bun, ["scripts/build-binaries.ts"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(1);
}
mkdirSync(join(root, "data"), { recursive: true, mode: 0o700 });
runInPlace(fleet, ["all", "--database_path", "data/demo.sqlite", ...process.argv.slice(2)], {
  cwd: root,
});
