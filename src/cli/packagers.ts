/** One function for each format of `fleet package`. */
import type { ClientConfig } from "../config/schemas/client.ts";
import { FleetError } from "../core/errors.ts";
import { macArchive, windowsArchive } from "../packaging/contents/archives.ts";
import { clientPackage, clientPackageName } from "../packaging/contents/client-package.ts";
import type { PackageOptions } from "../packaging/contents/release.ts";
import { serverImage } from "../packaging/contents/server-image.ts";
import { serverPackage } from "../packaging/contents/server-package.ts";
import type { Compression } from "../packaging/compression.ts";
import { debFileName, writeDeb } from "../packaging/deb.ts";
import { type Entry, withParents } from "../packaging/entry.ts";
import { writeOciArchive } from "../packaging/oci.ts";
import { rpmFileName, writeRpm } from "../packaging/rpm.ts";
import { systemLibraries } from "../packaging/system-libraries.ts";
import type { SystemPackage } from "../packaging/system-package.ts";
import { writeZip } from "../packaging/zip.ts";
import type { PackageFormat, PackageSubject } from "./package-subject.ts";

export interface Packaged {
  /** The format's usual one. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

type Packager = (subject: PackageSubject, compression: Compression) => Promise<Packaged>;

export const packagers: Readonly<Record<PackageFormat, Packager>> = {
  deb: async (subject, compression) => {
    const described = describe(subject);
    return { fileName: debFileName(described), bytes: await writeDeb(described, compression) };
  },
  rpm: async (subject, compression) => {
    const described = describe(subject);
    return { fileName: rpmFileName(described), bytes: await writeRpm(described, compression) };
  },
  zip: (subject) => Promise.resolve(zipOf(subject, "windows", windowsArchive(subject))),
  pkg: (subject) => Promise.resolve(zipOf(subject, "macos", macArchive(subject))),
  oci: (subject) => {
    const { executable, kind, sysroot, version } = subject;
    const image = serverImage(optionsOf(subject), systemLibraries(executable, kind.cpu, sysroot));
    const fileName = `fleet-server-${version}-${kind.cpu}.oci.tar`;
    return Promise.resolve({ fileName, bytes: writeOciArchive(image) });
  },
};

function describe(subject: PackageSubject): SystemPackage {
  const { config } = subject;
  return config === undefined
    ? serverPackage(optionsOf(subject))
    : clientPackage({ ...optionsOf(subject), ...placesOf(config) });
}

function optionsOf({ version, kind, maintainer, mtime, executable, isSecret }: PackageSubject) {
  return {
    version,
    cpu: kind.cpu,
    maintainer,
    mtime,
    executable,
    isSecret,
  } satisfies PackageOptions;
}

/** Repacking gave it a place for its files. */
function placesOf({ persistence }: ClientConfig) {
  if (persistence.kind !== "filesystem") {
    throw new FleetError("configuration", "the client has no file for its state", {
      hint: "Repack it with --state_file.",
    });
  }
  const { stateFile, configurationDirectory = "/etc/fleetspeak-client" } = persistence;
  return { stateFile, configurationDirectory };
}

function zipOf(subject: PackageSubject, system: string, entries: readonly Entry[]): Packaged {
  const { version, kind, mtime } = subject;
  return {
    fileName: `${clientPackageName}-${version}-${system}-${kind.cpu}.zip`,
    bytes: writeZip(withParents(entries), mtime),
  };
}
