/**
 * The systemd unit of a role, as text. Who writes it where is in install.ts.
 *
 * A server confines itself. What a client's unit forbids is forbidden to its services too, which work for administrators:
 * so it forbids little, unless it is told that its services need no more (`confined`).
 */
import { FleetError } from "../../core/errors.ts";

export type InstalledRole = "server" | "client";

export interface UnitOptions {
  /** Whole path of the executable. */
  readonly executable: string;
  /** What follows it: a command and its flags. */
  readonly arguments: readonly string[];
  /** Folders besides the unit's own in which it writes: those of the state file, for one. */
  readonly writablePaths?: readonly string[];
  /** A client whose services only read, as root, and change nothing outside their own folder; default false. */
  readonly confined?: boolean;
}

/** The name of a role's unit, without ".service". */
export function unitName(role: InstalledRole): string {
  return role === "server" ? "fleet-server" : "fleet-client";
}

/** The system user that a server runs as. */
export const serverUser = "fleet";

/** @throws invalid_argument for a path that a unit cannot hold. */
export function systemdUnit(role: InstalledRole, options: UnitOptions): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Unit", unitLines[role]],
    ["Service", serviceLines(role, options)],
    ["Install", ["WantedBy=multi-user.target"]],
  ];
  return sections.map(([name, lines]) => `[${name}]\n${lines.join("\n")}\n`).join("\n");
}

const unitLines: Readonly<Record<InstalledRole, readonly string[]>> = {
  server: [
    "Description=Fleetspeak server (fleet)",
    "Wants=network-online.target",
    "After=network-online.target",
  ],
  client: [
    "Description=Fleetspeak client (fleet)",
    "Wants=network-online.target",
    "After=network-online.target",
    // An agent is started again for ever.
    "StartLimitIntervalSec=0",
  ],
};

function serviceLines(role: InstalledRole, options: UnitOptions): readonly string[] {
  const writable = options.writablePaths ?? [];
  return [
    "Type=notify",
    "NotifyAccess=main",
    `ExecStart=${[options.executable, ...options.arguments].map(commandWord).join(" ")}`,
    "ExecReload=/bin/kill -HUP $MAINPID",
    // SIGTERM ends it in order, and it says so with the signal's status.
    "SuccessExitStatus=143",
    "TimeoutStopSec=60",
    // The program ends its services itself; what is left then is killed.
    "KillMode=mixed",
    "UMask=0077",
    ...(role === "server" ? serverLines : clientLines(options.confined ?? false)),
    ...writable.map((path) => `ReadWritePaths=${unitWord(path)}`),
  ];
}

/**
 * Nothing of the system is to be changed. No MemoryDenyWriteExecute: the runtime would do without its own compiler, but
 * calls of the C library (flock, the socket's peer, sd_notify) go through code that bun:ffi writes.
 */
const confinement = [
  "NoNewPrivileges=yes",
  "ProtectSystem=strict",
  "PrivateTmp=yes",
  "PrivateDevices=yes",
  "ProtectClock=yes",
  "ProtectControlGroups=yes",
  "ProtectHostname=yes",
  "ProtectKernelLogs=yes",
  "ProtectKernelModules=yes",
  "ProtectKernelTunables=yes",
  "LockPersonality=yes",
  "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
  "RestrictNamespaces=yes",
  "RestrictRealtime=yes",
  "RestrictSUIDSGID=yes",
  "KeyringMode=private",
  "SystemCallArchitectures=native",
  "SystemCallFilter=@system-service",
  "SystemCallErrorNumber=EPERM",
];

const serverLines = [
  `User=${serverUser}`,
  `Group=${serverUser}`,
  "Restart=always",
  "RestartSec=5",
  // A wrong flag or file stays wrong until somebody corrects it.
  "RestartPreventExitStatus=2 3",
  "TimeoutStartSec=300",
  "WatchdogSec=60",
  "LimitNOFILE=1048576",
  "StateDirectory=fleet",
  "StateDirectoryMode=0700",
  // Ports below 1024.
  "AmbientCapabilities=CAP_NET_BIND_SERVICE",
  "CapabilityBoundingSet=CAP_NET_BIND_SERVICE",
  ...confinement,
  "ProtectHome=yes",
  "ProtectProc=invisible",
  "RemoveIPC=yes",
  // Users, groups and owners are none of a server's business.
  "SystemCallFilter=~@privileged",
];

const clientBase = [
  "Restart=always",
  "RestartSec=10",
  "TimeoutStartSec=90",
  // Looked at from the client's own timers: one wake-up a minute.
  "WatchdogSec=120",
  "LimitNOFILE=65536",
  // A service that is killed for its memory is the client's to report.
  "OOMPolicy=continue",
  "StateDirectory=fleetspeak-client",
  "StateDirectoryMode=0700",
];

/** What root's services can do without, wherever they come from. */
const unconfinedClient = [
  "# Its services are programs of administrators, run as root, and inherit what is forbidden here. So there is no",
  "# ProtectSystem, ProtectHome, PrivateTmp, PrivateDevices or CapabilityBoundingSet (they look at the whole machine",
  "# and change it), no RestrictAddressFamilies, SystemCallFilter",
  "# or SystemCallArchitectures (netlink, packet sockets, audit, 32-bit programs).",
  "NoNewPrivileges=yes",
  "KeyringMode=private",
  "LockPersonality=yes",
  "RestrictRealtime=yes",
];

/** Reading everything stays allowed; a service may become another user (run_as). */
const confinedClient = [
  ...confinement,
  "ProtectHome=read-only",
  "CapabilityBoundingSet=CAP_DAC_READ_SEARCH CAP_KILL CAP_SETGID CAP_SETUID",
];

function clientLines(confined: boolean): readonly string[] {
  return [...clientBase, ...(confined ? confinedClient : unconfinedClient)];
}

/** One word of a command line, as systemd.service(5) reads it: variables are expanded in it. */
function commandWord(word: string): string {
  return unitWord(word.replaceAll("$", "$$$$"));
}

/** One word of a unit: specifiers are expanded in all of them. */
function unitWord(word: string): string {
  if (/\p{Cc}/u.test(word)) {
    throw new FleetError(
      "invalid_argument",
      `${JSON.stringify(word)} cannot stand in a systemd unit: it holds a control character`,
      { hint: "Name a path without one." },
    );
  }
  const escaped = word.replaceAll("%", "%%");
  return /^[\w./:=@%$+,-]+$/.test(escaped) ? escaped : `"${escaped.replaceAll(/[\\"]/g, "\\$&")}"`;
}
