/**
 * What dpkg and rpm run around installing and removing: shell, for any POSIX sh. They enable a unit once and obey whoever
 * disables it; where no systemd runs (a container, an image being made) they only leave the files.
 */
import type { MaintainerScripts } from "../system-package.ts";

export interface UnitScripts {
  /** Without ".service". */
  readonly unit: string;
  /** A server is not started before it is configured; a client has all that it needs. */
  readonly enable: boolean;
  /** Made before the files are unpacked; its group may own some of them. */
  readonly systemUser?: { readonly name: string; readonly home: string };
  /** Shell, after a purge: what goes with the last trace. */
  readonly purge: readonly string[];
}

export function maintainerScripts(described: UnitScripts): MaintainerScripts {
  const user = createUser(described);
  return {
    deb: {
      ...(user && { preinst: script(["case $1 in install | upgrade)", ...indent(user), "esac"]) }),
      postinst: script(debConfigure(described)),
      prerm: script(["case $1 in remove | deconfigure)", ...indent(stop(described)), "esac"]),
      postrm: script(debAfter(described)),
    },
    rpm: {
      ...(user && { pre: script(user) }),
      post: script(rpmConfigure(described)),
      preun: script(["if [ $1 -eq 0 ]; then", ...indent(rpmRemove(described)), "fi"]),
      postun: script(reload),
    },
  };
}

/** In single quotes: the shell takes it as it stands. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

const hasSystemd = "[ -d /run/systemd/system ]";
const reload = [`if ${hasSystemd}; then systemctl daemon-reload || true; fi`];

function script(lines: readonly string[]): string {
  return `#!/bin/sh\nset -e\n${lines.join("\n")}\nexit 0\n`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function createUser({ systemUser: user }: UnitScripts): string[] | undefined {
  if (user === undefined) return undefined;
  const flags = `--system --user-group --no-create-home --shell /usr/sbin/nologin`;
  return [
    `if ! getent passwd ${user.name} >/dev/null; then`,
    `  useradd ${flags} --home-dir ${user.home} ${user.name}`,
    "fi",
  ];
}

function stop({ unit }: UnitScripts): string[] {
  return [`if ${hasSystemd}; then systemctl stop ${unit}.service || true; fi`];
}

/** Asked of the distribution's own program where there is one: it knows whether services may start now. */
function restart(unit: string, verb: "restart" | "try-restart"): string[] {
  const invoke = `deb-systemd-invoke ${verb} ${unit}.service || true`;
  return [
    `if command -v deb-systemd-invoke >/dev/null; then ${invoke}`,
    `elif systemctl --quiet is-enabled ${unit}.service; then systemctl ${verb} ${unit}.service || true`,
    "fi",
  ];
}

/** $2 is the version that was configured before, empty the first time. */
function debConfigure({ unit, enable }: UnitScripts): string[] {
  const first = `if [ -z "$2" ] && command -v systemctl >/dev/null; then`;
  return [
    "case $1 in configure)",
    ...(enable ? [`  ${first} systemctl --quiet enable ${unit}.service || true; fi`] : []),
    `  if ${hasSystemd}; then`,
    "    systemctl daemon-reload || true",
    ...indent(indent(restart(unit, enable ? "restart" : "try-restart"))),
    "  fi",
    "esac",
  ];
}

function debAfter({ unit, purge }: UnitScripts): string[] {
  return [
    "case $1 in",
    "remove)",
    ...indent(reload),
    "  ;;",
    "purge)",
    `  rm -f /etc/systemd/system/multi-user.target.wants/${unit}.service`,
    ...indent(purge),
    ...indent(reload),
    "esac",
  ];
}

/** $1 counts the versions that are installed afterwards. */
function rpmConfigure({ unit, enable }: UnitScripts): string[] {
  const enableFirst = `if [ $1 -eq 1 ] && command -v systemctl >/dev/null; then`;
  return [
    ...(enable ? [`${enableFirst} systemctl --quiet enable ${unit}.service || true; fi`] : []),
    `if ${hasSystemd}; then`,
    "  systemctl daemon-reload || true",
    ...indent(restart(unit, enable ? "restart" : "try-restart")),
    "fi",
  ];
}

/** There is no purge in rpm: the state stays, the unit is forgotten. */
function rpmRemove(described: UnitScripts): string[] {
  const disable = `systemctl --quiet disable ${described.unit}.service || true`;
  return [...stop(described), `if command -v systemctl >/dev/null; then ${disable}; fi`];
}
