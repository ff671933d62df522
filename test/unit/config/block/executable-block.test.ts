/** Filling the block of executables of every format, and taking it out again. */
import { describe, expect, test } from "bun:test";
import { createPrivateKey } from "node:crypto";

import { encodeContent } from "../../../../src/config/block/content.ts";
import {
  emptyExecutable,
  fillExecutable,
  readExecutableBlock,
} from "../../../../src/config/block/executable-block.ts";
import { findBlock } from "../../../../src/config/block/head.ts";
import {
  findSealFault,
  sealExecutable,
  signatureOf,
} from "../../../../src/platform/executable/executable.ts";
import { messageOf } from "../../../helpers/config-files.ts";
import { formatNames, makeExecutable, signPe } from "../../../helpers/executables.ts";
import { clientMessage, deployment } from "./support.ts";

const unsigned = encodeContent(clientMessage, undefined);
const signed = encodeContent(clientMessage, createPrivateKey(deployment.privateKey));
const copy = (bytes: Buffer) => Buffer.from(bytes);

describe.each(formatNames)("%s", (format) => {
  const release = sealExecutable(makeExecutable(format));

  test("a release carries nothing; repacked, it carries the configuration and is valid", () => {
    expect(readExecutableBlock(release)).toBeUndefined();
    const repacked = fillExecutable(copy(release), unsigned);
    expect(readExecutableBlock(repacked)?.message["server"]).toEqual(["fleet.example.com:6060"]);
    expect(findSealFault(repacked)).toBeUndefined();
    expect(repacked.length).toBe(release.length);
  });

  test("emptied, it is the release again, byte by byte", () => {
    const repacked = fillExecutable(fillExecutable(copy(release), unsigned), signed);
    expect(emptyExecutable(repacked).equals(release)).toBe(true);
  });

  test("repacked with a key, it takes no other block; emptying it is no repacking", () => {
    const locked = fillExecutable(copy(release), signed);
    expect(messageOf(() => fillExecutable(copy(locked), unsigned))).toContain("is not signed");
    expect(fillExecutable(copy(locked), signed).equals(locked)).toBe(true);
  });

  test("a block with a wrong hash is refused, by repacking too", () => {
    const damaged = fillExecutable(copy(release), unsigned);
    const at = findBlock(damaged) + 100;
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    expect(messageOf(() => readExecutableBlock(damaged))).toContain("damaged");
    expect(messageOf(() => fillExecutable(damaged, unsigned))).toContain("damaged");
  });

  test("an executable of somebody else is refused", () => {
    const foreign = makeExecutable(format, Buffer.alloc(9000));
    expect(messageOf(() => fillExecutable(foreign, unsigned))).toContain("no configuration block");
  });
});

test("signed for Windows, then repacked: the signature is gone; signed again, it is still found to be the release", () => {
  const release = sealExecutable(makeExecutable("PE"));
  const repacked = fillExecutable(signPe(copy(release)), unsigned);
  expect(signatureOf(repacked)).toBe("none");
  const resigned = signPe(repacked);
  expect(signatureOf(resigned)).toBe("certificate");
  expect(emptyExecutable(resigned).equals(release)).toBe(true);
});
