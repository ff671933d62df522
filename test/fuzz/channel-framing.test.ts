import { expect, test } from "bun:test";

import { FleetError } from "../../src/core/errors.ts";
import { ChannelDecoder, encodeChannelMagic, encodeFrame } from "../../src/net/channel-framing.ts";

/** A generator with a seed, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function outcomeOf(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = new ChannelDecoder();
  const seen: string[] = [];
  try {
    let from = 0;
    for (const to of [...cuts, bytes.length]) {
      decoder.push(Buffer.from(bytes.subarray(from, to)));
      for (let frame = decoder.next(); frame; frame = decoder.next()) {
        seen.push(Buffer.from(frame).toString("hex"));
      }
      from = to;
    }
    decoder.end();
    return `${seen.join()} end`;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(FleetError);
    return `${seen.join()} ${thrown instanceof FleetError ? thrown.code : ""}`;
  }
}

test("whatever arrives in whatever pieces gives the same frames and the same kind of end", () => {
  for (let seed = 1; seed <= 5000; seed++) {
    const random = randomFrom(seed);
    const frames = Array.from({ length: Math.floor(random() * 4) }, () =>
      encodeFrame(Buffer.alloc(Math.floor(random() * 40), seed)),
    );
    const bytes = Buffer.concat([encodeChannelMagic(), ...frames]);
    for (let changes = Math.floor(random() * 3); changes > 0; changes--) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    const cut = bytes.subarray(0, Math.ceil(random() * bytes.length));
    const cuts = Array.from({ length: 3 }, () => Math.floor(random() * cut.length));
    const inPieces = outcomeOf(
      cut,
      cuts.toSorted((a, b) => a - b),
    );
    expect(`seed ${seed}: ${inPieces}`).toBe(`seed ${seed}: ${outcomeOf(cut, [])}`);
  }
});
