import { afterAll, describe, expect, test } from "bun:test";

import { catchHangups, loadBoth } from "../../../src/cli/actions/reload-on-hangup.ts";
import { FleetError } from "../../../src/core/errors.ts";
import { configureLog, getLog } from "../../../src/observability/log.ts";
import { messageOf } from "../../helpers/config-files.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const hangUp = () => void process.emit("SIGHUP", "SIGHUP");

afterAll(() => void process.removeAllListeners("SIGHUP"));

describe("SIGHUP", () => {
  test("that comes before there is something to reload is not lost", async () => {
    const hangups = catchHangups(getLog("test"));
    hangUp();
    let reloads = 0;
    hangups.serve(() => Promise.resolve(void (reloads += 1)));
    await waitFor(() => reloads === 1, { what: "one reload" });
  });

  test("during a reload begins another one after it, however many came", async () => {
    const hangups = catchHangups(getLog("test"));
    const [open, reloads] = [Promise.withResolvers<void>(), { running: 0, most: 0, count: 0 }];
    hangups.serve(async () => {
      reloads.count += 1;
      reloads.running += 1;
      reloads.most = Math.max(reloads.most, reloads.running);
      await open.promise;
      reloads.running -= 1;
    });
    for (let signals = 0; signals < 5; signals += 1) hangUp();
    open.resolve();
    await waitFor(() => reloads.count === 2 && reloads.running === 0, { what: "two reloads" });
    expect(reloads.most).toBe(1);
  });

  test("logs each fault on a line of its own, and goes on with the next part", async () => {
    let log = "";
    configureLog({ level: "error", format: "console", write: (line) => void (log += line) });
    const hangups = catchHangups(getLog("test"));
    let isNextRun = false;
    hangups.serve(
      () =>
        Promise.reject(new FleetError("configuration", "two:\na:1:1: x\na:2:1: y", { hint: "h" })),
      () => Promise.resolve(void (isNextRun = true)),
    );
    hangUp();
    await waitFor(() => isNextRun, { what: "the next part" });
    configureLog({ level: "error", format: "console", write: () => {} });
    const lines = log.split("\n").map((line) => line.replace(/^.*test: /, ""));
    expect(lines).toEqual([
      "not reloaded: two:",
      "not reloaded: a:1:1: x",
      "not reloaded: a:2:1: y",
      "hint: h",
      "",
    ]);
  });
});

test("of two files that are both wrong, both are reported", () => {
  const bad = (text: string) => () => {
    throw new FleetError("configuration", text);
  };
  expect(
    loadBoth(
      () => 1,
      () => 2,
    ),
  ).toEqual([1, 2]);
  expect(messageOf(() => loadBoth(bad("a"), () => 2))).toBe("a");
  expect(messageOf(() => loadBoth(() => 1, bad("b")))).toBe("b");
  expect(messageOf(() => loadBoth(bad("a"), bad("b")))).toBe("a\nb");
});
