/** What systemd itself says about the units. */
import { describe, expect, test } from "bun:test";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { binaryPath } from "../helpers/binary.ts";
import { systemdUnit } from "../../src/platform/service/systemd-unit.ts";

/** The exposure that systemd-analyze security may find at most, of 10. */
const cases = [
  { role: "server", confined: false, bound: 1.9 },
  { role: "client", confined: false, bound: 9.3 },
  { role: "client", confined: true, bound: 3 },
] as const;

function analyze(unit: string, ...args: string[]): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), "fleet-units-"));
  const file = join(folder, "fleet.service");
  writeFileSync(file, unit);
  const { status, stdout, stderr } = spawnSync("systemd-analyze", [...args, file], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LC_ALL: "C", SYSTEMD_COLORS: "0" },
  });
  rmSync(folder, { recursive: true });
  return { status, output: `${stdout}${stderr}` };
}

describe.each(cases)("the unit of a $role (confined: $confined)", ({ role, confined, bound }) => {
  const unit = systemdUnit(role, { executable: binaryPath, arguments: [role], confined });

  test("verifies", () => {
    expect(analyze(unit, "verify")).toEqual({ status: 0, output: "" });
  });

  test(`is exposed by ${bound} at most`, () => {
    const { output } = analyze(unit, "security", "--offline=true");
    const exposure = /Overall exposure level for \S+: ([\d.]+)/.exec(output)?.[1];
    expect(exposure).toBeDefined();
    expect(Number(exposure)).toBeLessThanOrEqual(bound);
  });
});

test("a unit with a fault does not verify", () => {
  const unit = systemdUnit("server", { executable: "/nowhere/fleet", arguments: [] });
  expect(analyze(unit, "verify").output).toContain("/nowhere/fleet");
});
