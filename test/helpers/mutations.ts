/**
 * Random damage to bytes, repeatable from a seed.
 */

/** Numbers from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** mulberry32. @param seed 32 bits. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

const damages: readonly ((bytes: Buffer, at: number, other: Buffer, random: Random) => Buffer)[] = [
  // One byte is another.
  (bytes, at, _other, random) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.of(random(256)), bytes.subarray(at + 1)]),
  // Some bytes are missing.
  (bytes, at, _other, random) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(4))]),
  // Something is put in between.
  (bytes, at, other) => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]),
  // Something is put over it.
  (bytes, at, other) =>
    Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at + other.length)]),
  // A part is there twice.
  (bytes, at, _other, random) => Buffer.concat([bytes, bytes.subarray(at, at + random(40))]),
  (bytes, at, _other, random) => {
    const part = bytes.subarray(at, at + random(40));
    return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
  },
  // The end is missing.
  (bytes, at) => bytes.subarray(0, at),
];

/** One of the corpus with up to three damages, at times with none. */
export function mutate(
  corpus: readonly Buffer[],
  dictionary: readonly Buffer[],
  random: Random,
): Buffer {
  let bytes = pick(corpus, random);
  for (let count = random(4); count > 0; count -= 1) {
    bytes = pick(damages, random)(
      bytes,
      random(bytes.length + 1),
      pick(dictionary, random),
      random,
    );
  }
  return bytes;
}

/** The same bytes in pieces of random length. */
export function splitRandomly(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = 1 + random(random(2) === 0 ? 5 : 60);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}
