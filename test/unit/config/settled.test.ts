import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "bun:test";

import { reloadServicesConfig } from "../../../src/config/load.ts";
import { loadSettled } from "../../../src/config/settled.ts";
import { systemClock } from "../../../src/core/clock.ts";
import { makeConfigFolder, messageOf } from "../../helpers/config-files.ts";

/** Does something in each pause, instead of waiting. */
function clockThat(...steps: readonly (() => void)[]) {
  let pauses = 0;
  return {
    ...{ now: () => 0, elapsed: () => 0 },
    sleep: async () => steps[pauses++]?.(),
    after: systemClock.after.bind(systemClock),
    get pauses() {
      return pauses;
    },
  };
}

describe("files that are being written", () => {
  test("count once they stay the same", async () => {
    using folder = makeConfigFolder();
    const file = folder.write("a", "half");
    const clock = clockThat(
      () => writeFileSync(file, "half of"),
      () => writeFileSync(file, "half of a file"),
    );
    const read: string[] = [];
    const load = () => {
      read.push(readFileSync(file, "utf8"));
      return read.at(-1);
    };
    expect(await loadSettled([file], load, clock)).toBe("half of a file");
    expect(read).toEqual(["half", "half of", "half of a file"]);
  });

  test("are those beside the file too, and those that come, go and are renamed", async () => {
    using folder = makeConfigFolder();
    const file = folder.write("a", "x");
    const other = folder.write("b", "y");
    const beside = join(folder.path, "a.fleet");
    const clock = clockThat(
      () => writeFileSync(beside, ""),
      () => rmSync(beside),
      () => renameSync(other, file),
    );
    expect(await loadSettled([file], () => readFileSync(file, "utf8"), clock)).toBe("y");
    expect(clock.pauses).toBe(4);
  });

  test("fail with what is wrong when they are left as they are, and not before", async () => {
    using folder = makeConfigFolder();
    const file = folder.write("a", "bad");
    const load = () => {
      if (readFileSync(file, "utf8") === "bad") throw new Error("it is bad");
      return "good";
    };
    const mended = clockThat(() => writeFileSync(file, "mended"));
    expect(await loadSettled([file], load, mended)).toBe("good");
    writeFileSync(file, "bad");
    const thrown = await loadSettled([file], load, clockThat()).catch((error: unknown) => error);
    expect(String(thrown)).toContain("it is bad");
  });

  test("are given up on in the end", async () => {
    using folder = makeConfigFolder();
    const file = folder.write("a", "");
    let count = 0;
    const steps = Array.from({ length: 60 }, () => () => writeFileSync(file, String(count++)));
    const load = () => readFileSync(file, "utf8");
    const thrown = await loadSettled([file], load, clockThat(...steps)).catch((e: unknown) => e);
    expect(String(thrown)).toContain("still being written");
  });
});

test("a services file that was emptied is not taken for one without services", () => {
  using folder = makeConfigFolder();
  const file = folder.write("services", " \n");
  expect(messageOf(() => reloadServicesConfig(file))).toContain("is empty");
  writeFileSync(file, "# none\n");
  expect(reloadServicesConfig(file).services).toEqual([]);
});
