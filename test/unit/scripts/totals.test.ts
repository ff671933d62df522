import { describe, expect, test } from "bun:test";

import { findSkippedTests } from "../../../scripts/lib/skipped-tests.ts";
import {
  formatTotals,
  judgeSuite,
  readBunSummary,
  readTotals,
  sumTotals,
} from "../../../scripts/lib/totals.mjs";

const totals = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

describe("totals", () => {
  test("are said without skipped ones where there are none", () => {
    expect(formatTotals(totals(3, 0))).toBe("3 passed, 0 failed");
    expect(formatTotals(totals(3, 1, 2))).toBe("3 passed, 1 failed, 2 skipped");
  });

  test("are read back from the last line that has them", () => {
    expect(readTotals("1 passed, 1 failed\nnoise\n7 passed, 2 failed, 1 skipped\n")).toEqual(
      totals(7, 2, 1),
    );
    expect(readTotals("suite x: 1 passed, 0 failed (1 s)\n")).toBeUndefined();
  });

  test("are summed", () => {
    expect(sumTotals([totals(1, 2, 3), totals(10, 20, 30)])).toEqual(totals(11, 22, 33));
    expect(sumTotals([])).toEqual(totals(0, 0));
  });
});

describe("the summary of bun test", () => {
  test("is read, colours or not", () => {
    expect(readBunSummary(" 514 pass\n 0 fail\n 900 expect() calls\n")).toEqual(totals(514, 0));
    expect(readBunSummary("\u001B[32m 5 pass\u001B[0m\n\u001B[2m 1 fail\u001B[0m\n")).toEqual(
      totals(5, 1),
    );
  });

  test("counts todo as skipped and an error between tests as failed", () => {
    expect(readBunSummary(" 5 pass\n 1 skip\n 2 todo\n 0 fail\n 1 error\n")).toEqual(
      totals(5, 1, 3),
    );
  });

  test("is missing when the runner crashed", () => {
    expect(readBunSummary("panic: something\n 5 pass\n")).toBeUndefined();
  });

  test("is that of the installed bun, also where a file fails to load", async () => {
    const folder = `${import.meta.dir}/../../../node_modules/.cache/summary-${process.pid}`;
    await Bun.write(
      `${folder}/good.test.ts`,
      'import { test } from "bun:test"; test("a", () => {});',
    );
    await Bun.write(`${folder}/bad.test.ts`, 'throw new Error("on load");');
    const run = Bun.spawnSync([process.execPath, "test", folder], {
      stdout: "pipe",
      stderr: "pipe",
    });
    await Bun.$`rm -rf ${folder}`.quiet();
    const read = readBunSummary(`${run.stdout.toString()}${run.stderr.toString()}`);
    expect(read?.passed).toBe(1);
    expect(read?.failed).toBeGreaterThan(0);
  });
});

describe("a suite has failed", () => {
  test("when it ended without a summary", () => {
    expect(judgeSuite(undefined, null)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("when it ran nothing", () => {
    expect(judgeSuite(totals(0, 0), 0)).toMatchObject({ failed: 1, reason: "ran no test" });
  });

  test("when all passed and the status says otherwise", () => {
    expect(judgeSuite(totals(9, 0), 1)).toMatchObject({ passed: 9, failed: 1 });
  });

  test("and not otherwise", () => {
    expect(judgeSuite(totals(9, 0, 1), 0)).toEqual(totals(9, 0, 1));
    expect(judgeSuite(totals(9, 2), 1)).toEqual(totals(9, 2));
  });
});

describe("tests that never run", () => {
  const written = (call: string) => `${call}("x", () => {});`;

  test.each(["skip", "todo", "only", "failing"])("are found: %s", (word) => {
    expect(findSkippedTests(`\n${written(`test.${word}`)}`)).toHaveLength(1);
    expect(findSkippedTests(written(`describe.concurrent.${word}`))).toHaveLength(1);
  });

  test("are not those that depend on the machine", () => {
    expect(findSkippedTests(written("test.skipIf(process.platform === 'win32')"))).toEqual([]);
  });
});
