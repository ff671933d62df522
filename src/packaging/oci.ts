/**
 * Images of the Open Container Initiative (image-spec 1.1) as a layout in one tar file, which podman, skopeo and docker
 * load.
 */
import { createHash } from "node:crypto";

import { gzipPortable } from "./compression.ts";
import { type Entry, withParents } from "./entry.ts";
import type { PackageCpu } from "./system-package.ts";
import { writeTar } from "./tar.ts";

export interface ImageDescription {
  readonly cpu: PackageCpu;
  /** From the lowest to the highest. */
  readonly layers: readonly Layer[];
  /** Program and arguments; arguments after the first list can be replaced by whoever starts it. */
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  /** "user:group" by number. */
  readonly user: string;
  /** "6060/tcp" */
  readonly ports: readonly string[];
  /** Folders that outlive the container. */
  readonly volumes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** "fleet-server:0.1.0", what it is called when it is loaded. */
  readonly reference: string;
  /** In seconds since 1970. */
  readonly mtime: number;
}

export interface Layer {
  readonly entries: readonly Entry[];
  /** For the image's history. */
  readonly made: string;
}

const types = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip",
} as const;

export function writeOciArchive(image: ImageDescription): Buffer {
  const { mtime, cpu, reference } = image;
  const layers = image.layers.map(({ entries }) => packLayer(entries, mtime));
  const config = blob(types.config, json(configOf(image, layers)));
  const manifest = blob(
    types.manifest,
    json({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: descriptor(config),
      layers: layers.map(descriptor),
      annotations: image.labels,
    }),
  );
  const index = json({
    schemaVersion: 2,
    mediaType: types.index,
    manifests: [
      {
        ...descriptor(manifest),
        platform: { architecture: goCpus[cpu], os: "linux" },
        annotations: { "org.opencontainers.image.ref.name": reference },
      },
    ],
  });
  const files = [
    file("oci-layout", json({ imageLayoutVersion: "1.0.0" })),
    file("index.json", index),
    ...[config, manifest, ...layers].map(({ digest, bytes }) =>
      file(`blobs/sha256/${digest}`, bytes),
    ),
  ];
  return writeTar(withParents(files), { mtime });
}

const goCpus = { x64: "amd64", arm64: "arm64" } as const satisfies Record<PackageCpu, string>;

interface Blob {
  readonly type: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

interface PackedLayer extends Blob {
  /** Of the layer before it was compressed. */
  readonly contentDigest: string;
}

function blob(type: string, bytes: Uint8Array): Blob {
  return { type, bytes, digest: sha256(bytes) };
}

function packLayer(entries: readonly Entry[], mtime: number): PackedLayer {
  const tar = writeTar(withParents(entries), { mtime });
  const bytes = gzipPortable(tar);
  return { ...blob(types.layer, bytes), contentDigest: sha256(tar) };
}

function configOf(image: ImageDescription, layers: readonly PackedLayer[]): object {
  const created = new Date(image.mtime * 1000).toISOString();
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, {}]));
  return {
    created,
    architecture: goCpus[image.cpu],
    os: "linux",
    config: {
      User: image.user,
      ExposedPorts: named(image.ports),
      Env: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"],
      Entrypoint: image.entrypoint,
      Cmd: image.command,
      Volumes: named(image.volumes),
      Labels: image.labels,
      StopSignal: "SIGTERM",
    },
    rootfs: { type: "layers", diff_ids: layers.map((layer) => `sha256:${layer.contentDigest}`) },
    history: image.layers.map(({ made }) => ({ created, created_by: made })),
  };
}

function descriptor({ type, digest, bytes }: Blob): object {
  return { mediaType: type, digest: `sha256:${digest}`, size: bytes.length };
}

function file(path: string, bytes: Uint8Array): Entry {
  return { kind: "file", path, mode: 0o644, bytes };
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
