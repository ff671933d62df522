/** Installing with a system of services that only remembers, on real files. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FleetError } from "../../../../src/core/errors.ts";
import { lockFile } from "../../../../src/platform/file-lock.ts";
import { installService, uninstallService } from "../../../../src/platform/service/installer.ts";
import type { ServiceControl } from "../../../../src/platform/service/service-control.ts";

let folder = "";
let definition: string | undefined;
let running = false;
let starts = 0;
/** Which starts fail, counted from 1. */
let failing: readonly number[] = [];

const at = (name: string) => join(folder, name);

function makeControl(): ServiceControl {
  const control: ServiceControl = {
    lockPath: at("lock"),
    executablePath: () => at("bin/fleet-client"),
    definitionPath: () => at("unit"),
    check() {},
    isRunning: () => running,
    read: () => definition,
    define({ arguments: words }) {
      const text = words.join(" ");
      const outcome = definition === undefined ? "made" : definition === text ? "kept" : "replaced";
      definition = text;
      return outcome;
    },
    restore: (_, previous) => void (definition = previous),
    start() {
      starts += 1;
      running = !failing.includes(starts);
      if (!running) throw new FleetError("unavailable", "it does not start", { hint: "look" });
    },
    stop: () => void (running = false),
    remove() {
      running = false;
      const outcome = definition === undefined ? "absent" : "removed";
      definition = undefined;
      return outcome;
    },
  };
  return control;
}

const install = (content: string, words: string[] = ["client"]) => {
  writeFileSync(at("source"), content);
  const executable = at("bin/fleet-client");
  const steps = installService(
    makeControl(),
    { role: "client", executable, arguments: words },
    { source: at("source") },
  );
  return steps.map(({ outcome }) => outcome);
};
const installed = () => readFileSync(at("bin/fleet-client"), "utf8");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-installer-"));
  definition = undefined;
  running = false;
  starts = 0;
  failing = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("an install", () => {
  test("is made, then left alone, then replaced", () => {
    expect(install("one")).toEqual(["made", "made", "started"]);
    expect(install("one")).toEqual(["kept", "kept", "running"]);
    expect(install("two")).toEqual(["replaced", "kept", "restarted"]);
    expect(install("two", ["client", "--x"])).toEqual(["kept", "replaced", "restarted"]);
    expect(installed()).toBe("two");
    expect(readdirSync(at("bin"))).toEqual(["fleet-client"]);
  });

  test("starts what is installed and does not run", () => {
    install("one");
    running = false;
    expect(install("one")).toEqual(["kept", "kept", "started"]);
  });

  test("that does not come up leaves nothing, where there was nothing", () => {
    failing = [1];
    expect(() => install("one")).toThrow("it does not start");
    expect(definition).toBeUndefined();
    expect(readdirSync(at("bin"))).toEqual([]);
  });

  test("that does not come up leaves what was there, running", () => {
    install("one");
    failing = [2];
    expect(() => install("two", ["client", "--new"])).toThrow("it does not start");
    expect({ installed: installed(), definition, running }).toEqual({
      ...{ installed: "one", definition: "client", running: true },
    });
    expect(readdirSync(at("bin"))).toEqual(["fleet-client"]);
  });

  test("says so when what was there does not come up again either", () => {
    install("one");
    failing = [2, 3];
    expect(() => install("two")).toThrow(/it does not start\nand it was not taken back/);
  });

  test("waits for nobody: two at once is an error", () => {
    using _other = lockFile(at("lock"));
    expect(() => install("one")).toThrow("another install is under way");
    expect(existsSync(at("bin"))).toBe(false);
  });
});

describe("a removal", () => {
  test("takes the service and its executable, once", () => {
    install("one");
    const remove = () =>
      uninstallService(makeControl(), "client").map(({ what, outcome }) => `${what} ${outcome}`);
    expect(remove()).toEqual(["process stopped", "service removed", "executable removed"]);
    expect(remove()).toEqual(["process absent", "service absent", "executable absent"]);
  });
});
