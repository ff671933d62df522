/**
 * How many tests passed: reading it from other programs' output, summing, and saying it.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 */
import { stripVTControlCharacters } from "node:util";

/** @type {Totals} */
export const noTotals = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Totals[]} parts
 * @returns {Totals}
 */
export function sumTotals(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    noTotals,
  );
}

/**
 * "3 passed, 0 failed", with ", 1 skipped" only when there are some.
 * @param {Totals} totals
 */
export function formatTotals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * The last line that formatTotals could have written.
 * @param {string} output
 * @returns {Totals | undefined}
 */
export function readTotals(output) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (!found) return undefined;
  return { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
}

/**
 * The summary of `bun test`: " 514 pass", " 0 fail", and where there are any " 2 skip", " 1 todo", " 1 error".
 * @param {string} output both of its streams
 * @returns {Totals | undefined} undefined when it ended without a summary
 */
export function readBunSummary(output) {
  const plain = stripVTControlCharacters(output);
  const last = (/** @type {string} */ word) =>
    [...plain.matchAll(new RegExp(`^ (\\d+) ${word}s?$`, "gm"))].at(-1)?.[1];
  if (last("pass") === undefined || last("fail") === undefined) return undefined;
  return {
    passed: Number(last("pass")),
    failed: Number(last("fail")) + Number(last("error") ?? 0),
    skipped: Number(last("skip") ?? 0) + Number(last("todo") ?? 0),
  };
}

/**
 * What a suite counts as: one that crashed, or ran nothing, has failed whatever it printed.
 * @param {Totals | undefined} totals as it said itself
 * @param {number | null} status exit status; null when it was killed
 * @returns {Totals & { reason?: string }}
 */
export function judgeSuite(totals, status) {
  if (totals === undefined) {
    return { ...noTotals, failed: 1, reason: `ended with status ${status} and no summary` };
  }
  if (totals.passed + totals.failed === 0) return { ...totals, failed: 1, reason: "ran no test" };
  if (status !== 0 && totals.failed === 0) {
    return { ...totals, failed: 1, reason: `ended with status ${status}` };
  }
  return totals;
}
