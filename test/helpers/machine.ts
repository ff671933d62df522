/**
 * A machine as the original's Debian packages leave it, below a folder of its own: programs, units, configuration files,
 * and a `systemctl` that starts and stops what the units say. For the commands of a guide, whose paths are put below
 * that folder.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { type FinishedRun, binaryPath, makeTemporaryFolder, runBinary } from "./binary.ts";
import { stockPrograms } from "./stock/programs.ts";
import { waitFor } from "./wait-for.ts";

const units = {
  "fleetspeak-client": "fleetspeak-client --config /etc/fleetspeak-client/client.config",
  "fleetspeak-server":
    "fleetspeak-server --services_config /etc/fleetspeak-server/server.services.config " +
    "--components_config /etc/fleetspeak-server/server.components.config",
} as const;

export type Unit = keyof typeof units;

export class Machine implements AsyncDisposable {
  readonly root: string;
  readonly #temporary = makeTemporaryFolder();

  constructor() {
    this.root = this.#temporary.path;
    for (const name of ["usr/bin", "etc/systemd/system", "var/lib/misc", "run", "tmp", "bin"]) {
      mkdirSync(join(this.root, name), { recursive: true });
    }
    const programs = { ...stockPrograms, fleet: binaryPath };
    for (const [name, path] of Object.entries(programs)) {
      const installed = name === "fleet" ? name : `fleetspeak-${name}`;
      if (name !== "python") symlinkSync(path, join(this.root, "usr/bin", installed));
    }
    // A link would not find the packages beside the program.
    const python = `#!/bin/sh\nexec ${stockPrograms.python} "$@"\n`;
    writeFileSync(join(this.root, "usr/bin/python3"), python, { mode: 0o755 });
    for (const [unit, command] of Object.entries(units)) {
      this.write(
        `/etc/systemd/system/${unit}.service`,
        `[Service]\nExecStart=/usr/bin/${command}\n`,
      );
    }
    this.write("/bin/systemctl", systemctl, 0o755);
  }

  /** Where a path of the machine really is. */
  path(path: string): string {
    return join(this.root, path);
  }

  /** Paths in the text are put below the root. */
  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), this.below(text), { mode });
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  /** Paths of the machine's own, as they are outside of it. */
  below(text: string): string {
    return text.replaceAll(/(?<![\w.$/])\/(etc|var\/lib|usr\/bin)\//g, `${this.root}/$1/`);
  }

  /** Runs a script as root of the machine. @throws when it fails, with what it wrote. */
  async run(script: string): Promise<FinishedRun> {
    const path = ["bin", "usr/bin"].map((name) => join(this.root, name)).join(":");
    const env = {
      PATH: `${path}:${process.env["PATH"] ?? ""}`,
      TMPDIR: this.path("/tmp"),
      ROOT: this.root,
    };
    const options = { executable: "/bin/sh", cwd: this.root, env, deadlineMs: 60_000 };
    const done = await runBinary(["-euc", this.below(script)], options);
    if (done.status === 0) return done;
    throw new Error(`status ${done.status} of\n${script}\n${done.stdout}${done.stderr}`);
  }

  /** The program that a unit runs. */
  programOf(unit: Unit): string {
    return readlinkSync(`/proc/${this.read(`/run/${unit}.pid`).trim()}/exe`);
  }

  /** What a unit has written since its last start. */
  journal(unit: Unit): string {
    const file = this.path(`/run/${unit}.log`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  async waitForJournal(unit: Unit, pattern: RegExp): Promise<RegExpExecArray> {
    return await waitFor(() => pattern.exec(this.journal(unit)), {
      what: `a line like ${String(pattern)} of ${unit}; it wrote ${this.journal(unit)}`,
      deadlineMs: 30_000,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of readdirSync(this.path("/run")).filter((file) => file.endsWith(".pid"))) {
      await this.run(`systemctl stop ${name.replace(/\.pid$/, "")}`);
    }
    this.#temporary[Symbol.dispose]();
  }
}

/** The last ExecStart counts, drop-ins after the unit. What does not end on SIGTERM is killed, as by the real one. */
const systemctl = `#!/bin/sh
set -eu
unit=\${2-}
pid_file=$ROOT/run/$unit.pid
stop() {
  pid=$(cat "$pid_file" 2>/dev/null || true)
  [ -n "$pid" ] || return 0
  rm "$pid_file"
  kill -TERM "$pid" 2>/dev/null || return 0
  tries=0
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries + 1))
    if [ $tries = 100 ]; then kill -KILL "$pid"; fi
    sleep 0.05
  done
}
start() {
  [ ! -e "$pid_file" ] || { echo "$unit runs already" >&2; exit 1; }
  units=$ROOT/etc/systemd/system
  set -- "$units/$unit.service" "$units/$unit.service.d/"*.conf
  command=$(cat "$@" 2>/dev/null | sed -n 's/^ExecStart=\\(..*\\)/\\1/p' | tail -n 1)
  setsid $command >"$ROOT/run/$unit.log" 2>&1 </dev/null &
  echo $! >"$pid_file"
}
case $1 in
  daemon-reload) ;;
  start) start ;;
  stop) stop ;;
  restart) stop; start ;;
  kill) kill -s "\${2#--signal=}" "$(cat "$ROOT/run/$3.pid")" ;;
  *) echo "unknown: $*" >&2; exit 1 ;;
esac
`;
