/**
 * Each program of ours and of the original with each other, by each transport. Needs test/install/stock-fleetspeak.sh
 * and test/install/mariadb.sh.
 *
 * MATRIX_MESSAGES is the number of messages in each direction of a cell; MATRIX_CELLS a part of the names of the cells that
 * run; MATRIX_SEED repeats the messages of a run and the places where programs are killed.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { MariaDb } from "../helpers/stock/maria-db.ts";
import { type Cell, cells } from "./cells.ts";
import { type CrossingOptions, type CrossingReport, runCrossing } from "./crossing.ts";

const messages = Number(process.env["MATRIX_MESSAGES"] ?? 500);
const part = process.env["MATRIX_CELLS"] ?? "";
const seed = Number(process.env["MATRIX_SEED"] ?? Date.now() % 2 ** 31);
const limitMs = 180_000 + 400 * messages;

let mariaDb: MariaDb;
beforeAll(async () => {
  mariaDb = await MariaDb.start();
}, 60_000);
afterAll(() => mariaDb[Symbol.asyncDispose]());

async function runTries(cell: Cell, options: CrossingOptions): Promise<CrossingReport> {
  for (let left = cell.tries; ; left -= 1) {
    try {
      return await runCrossing(cell, options);
    } catch (thrown) {
      if (left <= 1) throw thrown;
      console.log(
        `cell ${cell.name}: one more try, the original against itself: ${String(thrown)}`,
      );
    }
  }
}

const chosen = cells.filter(({ name }) => name.includes(part));
if (chosen.length === 0) {
  const names = cells.map(({ name }) => name).join("\n");
  throw new Error(`no cell's name has "${part}" in it. The cells:\n${names}`);
}

test.each(chosen.map((cell) => [cell.name, cell] as const))(
  "%s",
  async (name, cell) => {
    const started = performance.now();
    const { up, down, lost, serverKills } = await runTries(cell, { mariaDb, messages, seed });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const megabytes = ((up.bytes + down.bytes) / 1e6).toFixed(0);
    console.log(
      `cell ${name}: ${up.arrivedCount} up, ${down.arrivedCount} down, ${megabytes} MB, ` +
        `server killed ${serverKills} times, client restarted, ${up.repeats + down.repeats} repeats, ` +
        `${lost} lost with the client's memory, ${seconds} s, seed ${seed}`,
    );
    expect([...up.wrong, ...down.wrong]).toEqual([]);
    expect([up.arrivedCount + lost, down.missing()]).toEqual([messages, []]);
  },
  limitMs,
);
