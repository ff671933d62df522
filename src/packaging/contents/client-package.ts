/** The package of a client: the repacked executable, its unit, and nothing to configure. */
import { posix } from "node:path";

import { systemdUnit, unitName } from "../../platform/service/systemd-unit.ts";
import type { Entry } from "../entry.ts";
import type { SystemPackage } from "../system-package.ts";
import { type PackageOptions, copyrightText, releaseFields } from "./release.ts";
import { maintainerScripts, shellWord } from "./scripts.ts";

export interface ClientPackageOptions extends PackageOptions {
  /** As embedded: where it keeps its identity there. */
  readonly stateFile: string;
  /** As embedded; may hold more signed services. */
  readonly configurationDirectory: string;
}

export const clientPackageName = unitName("client");
export const clientExecutable = `/usr/bin/${clientPackageName}`;

/** Kept by systemd itself (StateDirectory in the unit). */
const ownStateFolder = "/var/lib/fleetspeak-client";

export function clientPackage(options: ClientPackageOptions): SystemPackage {
  const { stateFile } = options;
  return {
    name: clientPackageName,
    ...releaseFields(options),
    summary: "Fleetspeak client of one installation",
    description: [
      "Carries messages between services on this machine and a Fleetspeak server.",
      "The servers, certificates and keys that it trusts are inside the executable.",
    ],
    entries: entriesOf(options),
    scripts: maintainerScripts({
      unit: unitName("client"),
      enable: true,
      purge: forget(stateFile),
    }),
  };
}

function entriesOf(options: ClientPackageOptions): Entry[] {
  const file = (path: string, mode: number, bytes: Uint8Array): Entry => ({
    kind: "file",
    path,
    mode,
    bytes,
  });
  const configuration = options.configurationDirectory.replace(/^\/+|\/+$/g, "");
  return [
    file(clientExecutable.slice(1), options.isSecret ? 0o700 : 0o755, options.executable),
    file(`usr/lib/systemd/system/${unitName("client")}.service`, 0o644, Buffer.from(unit(options))),
    file(
      `usr/share/doc/${clientPackageName}/copyright`,
      0o644,
      Buffer.from(copyrightText(clientPackageName)),
    ),
    { kind: "folder", path: configuration, mode: 0o755 },
  ];
}

function unit({ stateFile }: ClientPackageOptions): string {
  const folder = posix.dirname(stateFile);
  return systemdUnit("client", {
    executable: clientExecutable,
    arguments: [],
    ...(folder !== ownStateFolder && { writablePaths: [folder] }),
  });
}

/** The identity and what was to be sent. The folder goes when nothing else is in it. */
function forget(stateFile: string): string[] {
  const state = shellWord(stateFile);
  const folder = shellWord(posix.dirname(stateFile));
  return [
    `rm -f ${state} ${state}.fleet.*`,
    `rmdir --ignore-fail-on-non-empty ${folder} 2>/dev/null || true`,
  ];
}
