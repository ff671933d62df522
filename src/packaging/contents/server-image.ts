/**
 * The image of a server: the executable, the C library that it needs, taken from a system that has it, and nothing else:
 * no shell, no other program.
 */
import type { Entry } from "../entry.ts";
import type { ImageDescription } from "../oci.ts";
import type { PackageOptions } from "./release.ts";
import {
  serverArguments,
  serverConfigurationFolder,
  serverExecutable,
  serverPackageName,
  serverStateFolder,
} from "./server-package.ts";

/** Nobody of the host, and nobody special. */
const userId = 65532;

/** @param libraries files of the C library at their paths; see system-libraries.ts. */
export function serverImage(
  options: PackageOptions,
  libraries: readonly Entry[],
): ImageDescription {
  const { version, cpu, mtime, executable } = options;
  return {
    cpu,
    mtime,
    layers: [
      { made: "the C library", entries: libraries },
      { made: "fleet", entries: filesOf(executable) },
    ],
    entrypoint: [serverExecutable],
    command: serverArguments,
    user: `${userId}:${userId}`,
    ports: ["6060/tcp"],
    volumes: [serverStateFolder, serverConfigurationFolder],
    labels: {
      "org.opencontainers.image.title": serverPackageName,
      "org.opencontainers.image.version": version,
      "org.opencontainers.image.licenses": "Apache-2.0",
    },
    reference: `${serverPackageName}:${version}`,
  };
}

function filesOf(executable: Uint8Array): Entry[] {
  const text = (path: string, content: string): Entry => ({
    kind: "file",
    path,
    mode: 0o644,
    ownerId: 0,
    bytes: Buffer.from(content),
  });
  const folder = (path: string, mode: number, ownerId: number): Entry => ({
    kind: "folder",
    path: path.replace(/^\//, ""),
    mode,
    ownerId,
  });
  return [
    {
      kind: "file",
      path: serverExecutable.slice(1),
      mode: 0o755,
      ownerId: 0,
      bytes: executable,
    },
    text(
      "etc/passwd",
      `root:x:0:0::/:/sbin/nologin\nfleet:x:${userId}:${userId}::/:/sbin/nologin\n`,
    ),
    text("etc/group", `root:x:0:\nfleet:x:${userId}:\n`),
    text("etc/nsswitch.conf", "hosts: files dns\n"),
    folder(serverConfigurationFolder, 0o755, 0),
    folder(serverStateFolder, 0o700, userId),
    folder("tmp", 0o1777, 0),
  ];
}
