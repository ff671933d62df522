/** Mach-O, the executables of macOS, which run only with a signature: at least one without an author, "ad hoc". */
import { adHocSignature, findPageFault, isAdHoc, signatureBytes } from "./code-signature.ts";
import { type ExecutableFormat, type TargetCpu, brokenExecutable } from "./kind.ts";

const magic = 0xfeedfacf;
const cpus: Readonly<Record<number, TargetCpu>> = { 0x01000007: "x64", 0x0100000c: "arm64" };
const headerBytes = 32;
const segmentCommand = 0x19;
const signatureCommand = 0x1d;
/** Of arm64, and a multiple of x64's. */
const memoryPage = 0x4000;

interface Command {
  readonly at: number;
  readonly type: number;
}

/** Offsets of a segment command, and of the parts of the file that it maps. */
interface Segment {
  readonly at: number;
  readonly name: string;
  readonly fileOffset: number;
  readonly fileBytes: number;
}

interface SignaturePlace {
  /** Of LC_CODE_SIGNATURE. */
  readonly commandAt: number;
  readonly offset: number;
  readonly size: number;
}

export const machO: ExecutableFormat = {
  matches: (bytes) => bytes.length >= headerBytes && bytes.readUInt32LE(0) === magic,
  kind(bytes) {
    const cpu = cpus[bytes.readUInt32LE(4)];
    if (cpu === undefined)
      throw brokenExecutable("it is for a processor that fleet is not made for");
    return { format: "Mach-O", os: "darwin", cpu };
  },
  wholeBytes(bytes) {
    const ends = segmentsOf(bytes).map(({ fileOffset, fileBytes }) => fileOffset + fileBytes);
    const { offset, size } = signaturePlace(bytes);
    return Math.max(...ends, offset + size);
  },
  signature(bytes) {
    return isAdHoc(signatureIn(bytes)) ? "ad hoc" : "certificate";
  },
  sealFault(bytes) {
    const { offset } = signaturePlace(bytes);
    return findPageFault(bytes.subarray(0, offset), signatureIn(bytes));
  },
  seal(bytes) {
    const place = signaturePlace(bytes);
    const size = signatureBytes(place.offset);
    const sealed = Buffer.alloc(place.offset + size);
    bytes.copy(sealed, 0, 0, place.offset);
    resizeSignature(sealed, place, size);
    const content = sealed.subarray(0, place.offset);
    adHocSignature(content, segment(sealed, "__TEXT")).copy(sealed, place.offset);
    return sealed;
  },
};

/** The header counts: the first page, which holds it, is hashed with the sizes of the new signature. */
function resizeSignature(bytes: Buffer, { commandAt, offset }: SignaturePlace, size: number): void {
  const { at, fileOffset } = segment(bytes, "__LINKEDIT");
  const linkBytes = offset + size - fileOffset;
  bytes.writeUInt32LE(size, commandAt + 12);
  bytes.writeBigUInt64LE(BigInt(linkBytes), at + 48);
  bytes.writeBigUInt64LE(BigInt(Math.ceil(linkBytes / memoryPage) * memoryPage), at + 32);
}

function signatureIn(bytes: Buffer): Buffer {
  const { offset, size } = signaturePlace(bytes);
  return bytes.subarray(offset, offset + size);
}

function signaturePlace(bytes: Buffer): SignaturePlace {
  const command = commandsOf(bytes).find(({ type }) => type === signatureCommand);
  if (!command) throw brokenExecutable("it has no place for a signature");
  const offset = bytes.readUInt32LE(command.at + 8);
  const size = bytes.readUInt32LE(command.at + 12);
  const link = segment(bytes, "__LINKEDIT");
  const isLast = link.fileOffset <= offset && link.fileOffset + link.fileBytes === offset + size;
  if (!isLast) throw brokenExecutable("its signature is not at its end");
  return { commandAt: command.at, offset, size };
}

function segment(bytes: Buffer, name: string): Segment {
  const found = segmentsOf(bytes).find((each) => each.name === name);
  if (!found) throw brokenExecutable(`it has no segment ${name}`);
  return found;
}

function segmentsOf(bytes: Buffer): Segment[] {
  return commandsOf(bytes)
    .filter(({ type }) => type === segmentCommand)
    .map(({ at }) => ({
      at,
      name: bytes.toString("latin1", at + 8, at + 24).replace(/\0.*$/s, ""),
      fileOffset: Number(bytes.readBigUInt64LE(at + 40)),
      fileBytes: Number(bytes.readBigUInt64LE(at + 48)),
    }));
}

function commandsOf(bytes: Buffer): Command[] {
  const count = bytes.readUInt32LE(16);
  const commands: Command[] = [];
  let at = headerBytes;
  for (let index = 0; index < count; index += 1) {
    const size = bytes.readUInt32LE(at + 4);
    if (size < 8) throw brokenExecutable("a load command has no size");
    commands.push({ at, type: bytes.readUInt32LE(at) });
    at += size;
  }
  return commands;
}
