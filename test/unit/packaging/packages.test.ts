/** debs, rpms and images, by readers of their own; what dpkg and rpm say about them is in test/packages. */
import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";

import { gzip, xz } from "../../../src/packaging/compression.ts";
import { debFileName, writeDeb } from "../../../src/packaging/deb.ts";
import { writeOciArchive } from "../../../src/packaging/oci.ts";
import { rpmFileName, writeRpm } from "../../../src/packaging/rpm.ts";
import { loadXz } from "../../../src/packaging/xz/compressor.ts";
import { readAr, readRpmHeader, readTar, rpmStrings, sample } from "./support.ts";

const hash = (algorithm: string, bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest("hex");

describe("a deb", () => {
  test("has its three members, and tells dpkg what is in it", async () => {
    expect(debFileName(sample)).toBe("fleet-sample_1.2.3+4_arm64.deb");
    const members = readAr(await writeDeb(sample, gzip));
    expect([...members.keys()]).toEqual(["debian-binary", "control.tar.gz", "data.tar.gz"]);
    expect(members.get("debian-binary")?.toString()).toBe("2.0\n");
    const control = readTar(gunzipSync(members.get("control.tar.gz") ?? ""));
    expect(control.map(({ name, mode }) => [name, mode])).toEqual([
      ["./conffiles", 0o644],
      ["./control", 0o644],
      ["./md5sums", 0o644],
      ["./postinst", 0o755],
    ]);
    const content = (name: string) => control.find((each) => each.name === name)?.content;
    expect(content("./conffiles")).toBe("/etc/sample/settings\n");
    expect(content("./md5sums")).toBe(`${hash("md5", Buffer.from("program"))}  usr/bin/sample\n`);
    expect(content("./control")).toBe(
      [
        "Package: fleet-sample",
        "Version: 1.2.3+4",
        "Architecture: arm64",
        "Maintainer: A <a@example.com>",
        "Installed-Size: 6",
        "Depends: libc6 (>= 2.17)",
        "Section: admin",
        "Priority: optional",
        "Description: A sample",
        " First line.",
        " Second line.",
        "",
      ].join("\n"),
    );
    const data = readTar(gunzipSync(members.get("data.tar.gz") ?? ""));
    expect(data.map(({ name }) => name)).toContain("./usr/bin/sample");
  });

  test("holds the same in xz", async () => {
    const { decompress } = loadXz();
    const [inGzip, inXz] = await Promise.all(
      [gzip, xz(() => undefined)].map(async (compression) =>
        readAr(await writeDeb(sample, compression)),
      ),
    );
    const packed = inXz?.get("data.tar.xz") ?? Buffer.alloc(0);
    const plain = gunzipSync(inGzip?.get("data.tar.gz") ?? "");
    expect(Buffer.from(decompress(packed)).equals(plain)).toBe(true);
  });
});

describe("an rpm", () => {
  test("has digests of its header and its payload that are right", async () => {
    expect(rpmFileName(sample)).toBe("fleet-sample-1.2.3+4-1.aarch64.rpm");
    const rpm = await writeRpm(sample, gzip);
    expect(rpm.toString("hex", 0, 6)).toBe("edabeedb0300");
    const signature = readRpmHeader(rpm, 96);
    const headerAt = Math.ceil(signature.end / 8) * 8;
    const header = readRpmHeader(rpm, headerAt);
    const [headerBytes, payload] = [rpm.subarray(headerAt, header.end), rpm.subarray(header.end)];
    expect(rpmStrings(signature, 273)).toEqual([hash("sha256", headerBytes)]);
    expect(rpmStrings(signature, 269)).toEqual([hash("sha1", headerBytes)]);
    expect(signature.tags.get(1004)?.bytes.toString("hex", 0, 16)).toBe(
      hash("md5", rpm.subarray(headerAt)),
    );
    expect(rpmStrings(header, 5092)).toEqual([hash("sha256", payload)]);
    expect(rpmStrings(header, 5097)).toEqual([hash("sha256", gunzipSync(payload))]);
  });

  test("lists its files by folder and name, and asks for what it needs", async () => {
    const rpm = await writeRpm(sample, gzip);
    const header = readRpmHeader(rpm, Math.ceil(readRpmHeader(rpm, 96).end / 8) * 8);
    const folders = rpmStrings(header, 1118);
    const indexes = header.tags.get(1116);
    const paths = rpmStrings(header, 1117).map(
      (name, index) => `${folders[indexes?.bytes.readUInt32BE(4 * index) ?? 0] ?? ""}${name}`,
    );
    expect(paths).toEqual(["/etc/sample", "/etc/sample/settings", "/usr/bin/sample"]);
    expect(rpmStrings(header, 1040)).toEqual(["fleet", "root", "root"]);
    expect(rpmStrings(header, 1049)).toContain("libc.so.6(GLIBC_2.17)(64bit)");
    expect(rpmStrings(header, 1049)).not.toContain("rpmlib(PayloadIsXz)");
    // Tags are sorted, and the region that the digests cover is all of it.
    const tags = [...header.tags.keys()];
    expect(tags).toEqual(tags.toSorted((a, b) => a - b));
    expect(tags[0]).toBe(63);
    const region = header.tags.get(63)?.bytes;
    expect(region?.readInt32BE(8)).toBe(-16 * tags.length);
  });
});

test("an image names the digest of every layer, packed and not, and the config of both", () => {
  const archive = writeOciArchive({
    cpu: "x64",
    mtime: sample.mtime,
    layers: [{ made: "all", entries: sample.entries }],
    entrypoint: ["/usr/bin/sample"],
    command: [],
    user: "1:1",
    ports: ["6060/tcp"],
    volumes: ["/var"],
    labels: { a: "b" },
    reference: "sample:1",
  });
  const files = new Map(readTar(archive).map(({ name, content }) => [name, content]));
  const blob = (digest: string) => {
    const content = Buffer.from(files.get(`blobs/sha256/${digest.slice(7)}`) ?? "", "latin1");
    expect(`sha256:${hash("sha256", content)}`).toBe(digest);
    return content;
  };
  const json = (bytes: Buffer | string): unknown => JSON.parse(bytes.toString());
  const index = json(files.get("index.json") ?? "") as { manifests: { digest: string }[] };
  const manifest = json(blob(index.manifests[0]?.digest ?? "")) as {
    config: { digest: string };
    layers: { digest: string }[];
  };
  const layer = blob(manifest.layers[0]?.digest ?? "");
  const config = json(blob(manifest.config.digest)) as {
    rootfs: { diff_ids: string[] };
    config: object;
  };
  expect(config.rootfs.diff_ids).toEqual([`sha256:${hash("sha256", gunzipSync(layer))}`]);
  expect(config.config).toMatchObject({
    User: "1:1",
    Entrypoint: ["/usr/bin/sample"],
    ExposedPorts: { "6060/tcp": {} },
    Volumes: { "/var": {} },
  });
  expect(readTar(gunzipSync(layer)).map(({ name }) => name)).toContain("usr/bin/sample");
});

test("the same content gives the same bytes, in whatever order it was named", async () => {
  const other = { ...sample, entries: sample.entries.toReversed() };
  for (const write of [writeDeb, writeRpm]) {
    expect((await write(other, gzip)).equals(await write(sample, gzip))).toBe(true);
  }
});
