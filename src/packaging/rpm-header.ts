/** Headers of rpm packages: tagged values in big-endian, as rpm 4 writes and checks them. */

export type RpmValue =
  | { readonly type: "int16" | "int32"; readonly values: readonly number[] }
  /** "string" has one value. */
  | { readonly type: "string" | "strings" | "translated"; readonly values: readonly string[] }
  | { readonly type: "bytes"; readonly bytes: Uint8Array };

export type RpmTags = ReadonlyMap<number, RpmValue>;

/** Says which part of a header its digests cover; here all of it. */
export const signatureRegion = 62;
export const immutableRegion = 63;

const magic = Buffer.from("8eade80100000000", "hex");
const entryBytes = 16;
const typeCodes = { int16: 3, int32: 4, string: 6, bytes: 7, strings: 8, translated: 9 } as const;

export function writeRpmHeader(region: number, tags: RpmTags): Buffer {
  const sorted = [...tags].toSorted(([a], [b]) => a - b);
  const store: Buffer[] = [];
  let length = 0;
  const append = (bytes: Buffer, align: number) => {
    const gap = (align - (length % align)) % align;
    store.push(Buffer.alloc(gap), bytes);
    length += gap + bytes.length;
    return length - bytes.length;
  };
  const index = sorted.map(([tag, value]) => {
    const offset = append(encodeValue(value), alignmentOf(value));
    return indexEntry(tag, typeCodes[value.type], offset, countOf(value));
  });
  // At the end stands where the region begins: as many entries before it, itself included.
  const trailer = indexEntry(region, typeCodes.bytes, -(index.length + 1) * entryBytes, entryBytes);
  const trailerAt = append(trailer, 1);
  const first = indexEntry(region, typeCodes.bytes, trailerAt, entryBytes);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(index.length + 1, 0);
  sizes.writeUInt32BE(length, 4);
  return Buffer.concat([magic, sizes, first, ...index, ...store]);
}

function indexEntry(tag: number, type: number, offset: number, count: number): Buffer {
  const entry = Buffer.alloc(entryBytes);
  entry.writeUInt32BE(tag, 0);
  entry.writeUInt32BE(type, 4);
  entry.writeInt32BE(offset, 8);
  entry.writeUInt32BE(count, 12);
  return entry;
}

function alignmentOf({ type }: RpmValue): number {
  if (type === "int16") return 2;
  return type === "int32" ? 4 : 1;
}

function countOf(value: RpmValue): number {
  return value.type === "bytes" ? value.bytes.length : value.values.length;
}

function encodeValue(value: RpmValue): Buffer {
  switch (value.type) {
    case "bytes":
      return Buffer.from(value.bytes);
    case "int16":
    case "int32":
      return encodeNumbers(value.values, value.type === "int16" ? 2 : 4);
    default:
      return Buffer.from(value.values.map((each) => `${each}\0`).join(""));
  }
}

function encodeNumbers(values: readonly number[], width: 2 | 4): Buffer {
  const bytes = Buffer.alloc(values.length * width);
  values.forEach((value, index) => bytes.writeUIntBE(value, index * width, width));
  return bytes;
}
