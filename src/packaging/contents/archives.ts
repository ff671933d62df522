/** Archives for systems whose installer is a program of its own: what lies beside the client, and says how to go on. */
import type { Entry } from "../entry.ts";
import { clientPackageName } from "./client-package.ts";

export interface ArchiveOptions {
  readonly version: string;
  readonly executable: Uint8Array;
}

function text(path: string, content: string, mode = 0o644): Entry {
  return { kind: "file", path, mode, bytes: Buffer.from(content) };
}

/** Lines end as Windows' own programs expect. */
function windowsText(path: string, lines: readonly string[]): Entry {
  return text(path, lines.map((line) => `${line}\r\n`).join(""));
}

const windowsScript = (verb: "install" | "uninstall") => [
  "@echo off",
  "rem Run as administrator.",
  `"%~dp0${clientPackageName}.exe" ${verb} %*`,
  "exit /b %ERRORLEVEL%",
];

/** A folder with the client and scripts around it; the service is the executable's own work. */
export function windowsArchive({ version, executable }: ArchiveOptions): Entry[] {
  const folder = `${clientPackageName}-${version}`;
  return [
    { kind: "folder", path: folder, mode: 0o755 },
    { kind: "file", path: `${folder}/${clientPackageName}.exe`, mode: 0o755, bytes: executable },
    windowsText(`${folder}/install.cmd`, windowsScript("install")),
    windowsText(`${folder}/uninstall.cmd`, windowsScript("uninstall")),
    windowsText(`${folder}/README.txt`, [
      "install.cmd, run as administrator, installs the client as a service and starts it.",
      "uninstall.cmd removes it and keeps its identity; uninstall.cmd --purge removes that, too.",
      `${clientPackageName}.exe inspect ${clientPackageName}.exe says what it carries.`,
    ]),
  ];
}

const identifier = clientPackageName;
const macExecutable = `/usr/local/sbin/${clientPackageName}`;

/**
 * What pkgbuild makes an installer of, on a Mac: root/ is what is installed, scripts/ what runs around it. install.sh does
 * the same on a machine without it.
 */
export function macArchive({ version, executable }: ArchiveOptions): Entry[] {
  const folder = `${clientPackageName}-${version}`;
  const shell = (lines: readonly string[]) => `#!/bin/sh\nset -e\n${lines.join("\n")}\n`;
  return [
    { kind: "folder", path: folder, mode: 0o755 },
    { kind: "file", path: `${folder}/root${macExecutable}`, mode: 0o755, bytes: executable },
    text(`${folder}/scripts/postinstall`, shell([`${macExecutable} install`]), 0o755),
    text(
      `${folder}/make-pkg.sh`,
      shell([
        "# On a Mac; with a certificate: ./make-pkg.sh --sign 'Developer ID Installer: …'",
        `cd "$(dirname "$0")"`,
        `pkgbuild --root root --scripts scripts --identifier ${identifier} --version ${version} \\`,
        `  "$@" ${folder}.pkg`,
      ]),
      0o755,
    ),
    text(
      `${folder}/install.sh`,
      shell([
        "# As root, without an installer.",
        `install -d -m 755 /usr/local/sbin`,
        `install -m 755 "$(dirname "$0")/root${macExecutable}" ${macExecutable}`,
        `exec ${macExecutable} install`,
      ]),
      0o755,
    ),
  ];
}
