/**
 * Random damage to configuration files: the parser neither throws nor hangs, every fault has a place in the text, and
 * what is accepted without a fault is the same after it was printed and read once more.
 *
 * FLEET_FUZZ_SEED repeats a run, FLEET_FUZZ_ROUNDS makes it longer.
 */
import { describe, expect, test } from "bun:test";

import { decodePlainMessage, encodePlainMessage } from "../../src/config/message-wire.ts";
import { parseText } from "../../src/config/text-format.ts";
import { printText } from "../../src/config/text-printer.ts";
import { FleetError } from "../../src/core/errors.ts";
import messages from "../fixtures/stock/messages.json";
import vectors from "../fixtures/stock/text_format.json";
import { makeRandom, mutate } from "../helpers/mutations.ts";

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const rounds = Number(process.env["FLEET_FUZZ_ROUNDS"] ?? 2_000);
const dictionary = [
  "{",
  "}",
  "<",
  ">",
  "[",
  "]",
  ":",
  ",",
  ";",
  '"',
  "'",
  "\\",
  "\\x",
  "\\u",
  "#",
  "\n",
  "-",
  "0x",
  "1e9",
  "inf",
  "value",
  "\u0000",
  "é",
].map((text) => Buffer.from(text));

describe(`damaged text (FLEET_FUZZ_SEED=${seed})`, () => {
  for (const type of new Set(vectors.map((vector) => vector.type))) {
    test(type, () => {
      const random = makeRandom(seed);
      const corpus = vectors
        .filter((vector) => vector.type === type)
        .map(({ text }) => Buffer.from(text));
      for (let round = 0; round < rounds; round += 1)
        checkText(type, mutate(corpus, dictionary, random).toString());
    });
  }
});

function checkText(type: string, text: string): void {
  const { value, faults } = parseText(type, text);
  const lines = text.split("\n").length;
  for (const { line, column, message } of faults) {
    if (line < 1 || line > lines || column < 1 || message === "")
      throw new Error(`a fault without a place in ${text}`);
  }
  if (faults.length > 0) return;
  const bytes = encodePlainMessage(type, value);
  const again = parseText(type, printText(type, value));
  expect(again.faults).toEqual([]);
  expect(Buffer.compare(encodePlainMessage(type, again.value), bytes)).toBe(0);
}

test(`damaged bytes (FLEET_FUZZ_SEED=${seed}) are decoded or refused`, () => {
  const random = makeRandom(seed);
  for (const { type, hex } of messages) {
    for (let round = 0; round < rounds / 10; round += 1) {
      const bytes = mutate([Buffer.from(hex, "hex")], dictionary, random);
      try {
        decodePlainMessage(type, bytes);
      } catch (thrown) {
        if (!(thrown instanceof FleetError) || thrown.code !== "invalid_data") throw thrown;
      }
    }
  }
});
