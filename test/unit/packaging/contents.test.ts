/** What is in the packages of clients and servers, and that their scripts are shell. */
import { describe, expect, test } from "bun:test";
import { execFileSync } from "node:child_process";

import { macArchive, windowsArchive } from "../../../src/packaging/contents/archives.ts";
import { clientPackage } from "../../../src/packaging/contents/client-package.ts";
import { shellWord } from "../../../src/packaging/contents/scripts.ts";
import { serverPackage } from "../../../src/packaging/contents/server-package.ts";
import type { Entry } from "../../../src/packaging/entry.ts";
import type { SystemPackage } from "../../../src/packaging/system-package.ts";

const options = {
  version: "1.2.3",
  cpu: "x64",
  maintainer: "A <a@example.com>",
  mtime: 0,
  executable: Buffer.from("program"),
  isSecret: false,
} as const;
const places = {
  stateFile: "/var/lib/fleetspeak-client/state",
  configurationDirectory: "/etc/fleetspeak-client",
};

const find = (entries: readonly Entry[], path: string) => {
  const entry = entries.find((each) => each.path === path);
  if (entry?.kind !== "file") throw new Error(`there is no file ${path}`);
  return { ...entry, text: Buffer.from(entry.bytes).toString() };
};
const scriptsOf = ({ scripts }: SystemPackage) =>
  [scripts.deb, scripts.rpm].flatMap((each) => Object.values(each));

describe("a client's package", () => {
  test("holds the executable and a unit that starts it", () => {
    const { entries } = clientPackage({ ...options, ...places });
    expect(find(entries, "usr/bin/fleet-client")).toMatchObject({ mode: 0o755, text: "program" });
    const unit = find(entries, "usr/lib/systemd/system/fleet-client.service").text;
    expect(unit).toContain("\nExecStart=/usr/bin/fleet-client\n");
    expect(unit).not.toContain("ReadWritePaths");
  });

  test("with a password only root may read it", () => {
    const { entries } = clientPackage({ ...options, ...places, isSecret: true });
    expect(find(entries, "usr/bin/fleet-client").mode).toBe(0o700);
  });

  test("a state file elsewhere is writable for the unit, and forgotten at a purge", () => {
    const stateFile = "/srv/it's here/state";
    const described = clientPackage({ ...options, ...places, stateFile });
    const unit = find(described.entries, "usr/lib/systemd/system/fleet-client.service").text;
    expect(unit).toContain(`ReadWritePaths="/srv/it's here"`);
    expect(described.scripts.deb.postrm).toContain(`rm -f ${shellWord(stateFile)} `);
  });
});

describe("a server's package", () => {
  test("holds the executable, a folder of its own user, and nothing that starts", () => {
    const { entries, scripts } = serverPackage(options);
    expect(find(entries, "usr/bin/fleet").text).toBe("program");
    expect(entries.find(({ path }) => path === "etc/fleetspeak-server")).toMatchObject({
      mode: 0o750,
      group: "fleet",
    });
    expect(serverPackage(options).neededBefore).toEqual({
      deb: "passwd",
      rpm: "/usr/sbin/useradd",
    });
    expect(JSON.stringify(scripts)).not.toContain("systemctl enable");
    expect(JSON.stringify(scripts)).not.toContain("--quiet enable");
  });
});

test.each([clientPackage({ ...options, ...places }), serverPackage(options)])(
  "the scripts are shell",
  (described) => {
    const scripts = scriptsOf(described);
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      expect(script).toStartWith("#!/bin/sh\nset -e\n");
      execFileSync("/bin/sh", ["-n"], { input: script });
    }
  },
);

test("a word of the shell is what it was", () => {
  for (const word of ["plain", "it's", "a b", "$(reboot)", "`x`", '"', "\\", "'", "*"]) {
    const echoed = execFileSync("/bin/sh", ["-c", `printf %s ${shellWord(word)}`]);
    expect(echoed.toString()).toBe(word);
  }
});

test("an archive for Windows has lines that end as Windows' do", () => {
  const entries = windowsArchive(options);
  const folder = "fleet-client-1.2.3";
  expect(find(entries, `${folder}/fleet-client.exe`).text).toBe("program");
  const script = find(entries, `${folder}/install.cmd`).text;
  expect(script).toContain('"%~dp0fleet-client.exe" install %*\r\n');
  expect(script.replaceAll("\r\n", "")).not.toContain("\n");
});

test("an archive for macOS has what pkgbuild takes, and scripts that are shell", () => {
  const entries = macArchive(options);
  const folder = "fleet-client-1.2.3";
  expect(find(entries, `${folder}/root/usr/local/sbin/fleet-client`).mode).toBe(0o755);
  for (const name of ["scripts/postinstall", "make-pkg.sh", "install.sh"]) {
    const { mode, text } = find(entries, `${folder}/${name}`);
    expect(mode).toBe(0o755);
    execFileSync("/bin/sh", ["-n"], { input: text });
  }
});
