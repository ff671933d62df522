import { describe, expect, test } from "bun:test";

import {
  type InstalledRole,
  type UnitOptions,
  systemdUnit,
} from "../../../../src/platform/service/systemd-unit.ts";

const executable = "/usr/bin/fleet";

function linesOf(role: InstalledRole, options: Partial<UnitOptions> = {}): string[] {
  return systemdUnit(role, { executable, arguments: [role], ...options }).split("\n");
}

describe("every unit", () => {
  test.each(["server", "client"] as const)("of a %s notifies, is watched and restarted", (role) => {
    const lines = linesOf(role);
    expect(lines).toContain("Type=notify");
    expect(lines).toContain("Restart=always");
    expect(lines).toContain("NoNewPrivileges=yes");
    expect(lines).toContain("SuccessExitStatus=143");
    expect(lines).toContain(`ExecStart=/usr/bin/fleet ${role}`);
    expect(lines.some((line) => /^WatchdogSec=\d+$/.test(line))).toBe(true);
    expect(lines.some((line) => /^LimitNOFILE=\d+$/.test(line))).toBe(true);
  });

  test("has one key on each line and no key twice, but those that add up", () => {
    for (const confined of [false, true]) {
      const keys = linesOf("client", { confined })
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => /^(\w+)=\S/.exec(line)?.[1] ?? `not a setting: ${line}`);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });
});

describe("the command", () => {
  test.each([
    ["/etc/a b/c", '"/etc/a b/c"'],
    ["50%", "50%%"],
    ["$HOME", "$$HOME"],
    ['say "x\\y"', '"say \\"x\\\\y\\""'],
    ["a;b", '"a;b"'],
    ["", '""'],
  ])("%j is written as %s", (word, written) => {
    expect(linesOf("client", { arguments: [word] })).toContain(
      `ExecStart=${executable} ${written}`,
    );
  });

  test.each(["a\nExecStartPre=/bin/sh", "a\0b", "a\u007f"])("%j is refused", (word) => {
    expect(() => linesOf("client", { arguments: [word] })).toThrow("control character");
    expect(() => linesOf("client", { writablePaths: [word] })).toThrow("control character");
  });

  test("folders to write into are no command: a $ stays", () => {
    expect(linesOf("server", { writablePaths: ["/srv/$a b%"] })).toContain(
      'ReadWritePaths="/srv/$a b%%"',
    );
  });
});

describe("what is forbidden", () => {
  const strict = ["ProtectSystem=strict", "RestrictNamespaces=yes", "PrivateTmp=yes"];

  test("a server changes nothing of the system, and runs as a user of its own", () => {
    const lines = linesOf("server");
    for (const line of [...strict, "User=fleet", "ProtectHome=yes"]) expect(lines).toContain(line);
  });

  test("the services of a client may do what root may, unless it is confined", () => {
    const keyOf = (line: string) => line.split("=")[0];
    for (const line of strict) {
      expect(linesOf("client").map(keyOf)).not.toContain(keyOf(line));
      expect(linesOf("client", { confined: true })).toContain(line);
    }
  });
});
