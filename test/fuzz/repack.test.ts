/**
 * Random damage to configuration blocks and to the tables of executables: what is read is as it was, or an error of ours
 * says why not.
 *
 * FLEET_FUZZ_SEED repeats a run, FLEET_FUZZ_ROUNDS makes it longer.
 */
import { expect, test } from "bun:test";
import { createPrivateKey } from "node:crypto";

import { decodeContent, encodeContent } from "../../src/config/block/content.ts";
import { fillExecutable, readExecutableBlock } from "../../src/config/block/executable-block.ts";
import { readBlock, writeBlock } from "../../src/config/block/head.ts";
import { FleetError } from "../../src/core/errors.ts";
import {
  findSealFault,
  sealExecutable,
  signatureOf,
} from "../../src/platform/executable/executable.ts";
import { formatNames, makeExecutable } from "../helpers/executables.ts";
import { makeRandom, mutate } from "../helpers/mutations.ts";
import { clientMessage, deployment } from "../unit/config/block/support.ts";

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const rounds = Number(process.env["FLEET_FUZZ_ROUNDS"] ?? 3_000);

/** What it returns; undefined for an error of ours. Anything else fails the test, with the seed. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch (thrown) {
    if (thrown instanceof FleetError && thrown.code !== "internal") return undefined;
    throw new Error(`FLEET_FUZZ_SEED=${seed}`, { cause: thrown });
  }
}

const contents = [
  encodeContent(clientMessage, undefined),
  encodeContent(clientMessage, createPrivateKey(deployment.privateKey)),
].map((content) => Buffer.from(content));
const words = [
  Buffer.from([0]),
  Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]),
  Buffer.from([0x0a, 0x80, 0x01]),
  Buffer.from("-----BEGIN PUBLIC KEY-----"),
];

test("contents: nothing but errors of ours", () => {
  const random = makeRandom(seed);
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (attempt(() => decodeContent(mutate(contents, words, random)))) read += 1;
  }
  // Otherwise nothing was tried.
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(rounds);
});

test("blocks: what is read is what was written", () => {
  const random = makeRandom(seed);
  const blocks = contents.map((content) => writeBlock(content));
  for (let round = 0; round < rounds; round += 1) {
    const damaged = mutate(blocks, words, random);
    const content = attempt(() => readBlock(damaged));
    if (content) expect(contents.some((each) => each.equals(content))).toBe(true);
  }
});

test("executables: repacked and valid, or refused", () => {
  const random = makeRandom(seed);
  const [content = Buffer.alloc(0)] = contents;
  const tables = 700;
  let count = 0;
  for (let round = 0; round < rounds / 10; round += 1) {
    const format = formatNames[round % formatNames.length] ?? "ELF";
    const whole = sealExecutable(makeExecutable(format));
    // Only the tables: elsewhere a change means nothing to a format.
    const head = mutate([whole.subarray(0, tables)], words, random);
    const damaged = Buffer.concat([head, whole.subarray(tables)]);
    const repacked = attempt(() => fillExecutable(damaged, content));
    if (!repacked) continue;
    count += 1;
    expect(attempt(() => findSealFault(repacked))).toBeUndefined();
  }
  expect(count).toBeGreaterThan(0);
});

test("executables with other bytes anywhere, signatures included: judged, and nothing else happens", () => {
  const random = makeRandom(seed);
  const files = formatNames.map((format) => sealExecutable(makeExecutable(format)));
  let faults = 0;
  for (let round = 0; round < rounds / 10; round += 1) {
    const file = Buffer.from(files[round % files.length] ?? "");
    // The tables at the beginning, or the signature at the end.
    const at = random(2) === 0 ? random(700) : file.length - 8 - random(1200);
    file.writeUInt32BE(random(2 ** 32), at);
    if (attempt(() => findSealFault(file)) !== undefined) faults += 1;
    attempt(() => signatureOf(file));
    attempt(() => readExecutableBlock(file));
  }
  expect(faults).toBeGreaterThan(0);
});
