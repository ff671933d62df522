/**
 * MariaDB on a data folder, a socket and a port of its own; everything goes with it. Needs test/install/mariadb.sh.
 */
import { SQL } from "bun";
import { join } from "node:path";

import {
  type RunningProgram,
  type RunOptions,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../binary.ts";
import { pickPort } from "../ports.ts";
import { waitFor } from "../wait-for.ts";

const account = { username: "fleetspeak", password: "fleetspeak" };
/** Debian's mariadbd is in /usr/sbin, which is not in everyone's PATH. */
const env = { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` };

export class MariaDb implements AsyncDisposable {
  readonly port: number;
  readonly #stack: AsyncDisposableStack;
  #databases = 0;

  private constructor(port: number, stack: AsyncDisposableStack) {
    this.port = port;
    this.#stack = stack;
  }

  static async start(): Promise<MariaDb> {
    await using stack = new AsyncDisposableStack();
    const folder = stack.use(makeTemporaryFolder());
    const port = await pickPort();
    const data = `--datadir=${join(folder.path, "data")}`;
    await install([data, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    const socket = `--socket=${join(folder.path, "socket")}`;
    const listen = [socket, `--port=${port}`, "--bind-address=127.0.0.1"];
    const program = stack.use(
      startBinary(["--no-defaults", data, ...listen, "--max-allowed-packet=64M", ...asUser()], {
        ...{ executable: find("mariadbd"), env },
      }),
    );
    await waitUntilReady(program);
    const started = new MariaDb(port, stack.move());
    await started.#makeAccount();
    return started;
  }

  /** A new database of the account. */
  async makeDatabase(): Promise<MariaDatabase> {
    this.#databases += 1;
    const name = `fleetspeak${this.#databases}`;
    await this.#asRoot((sql) => sql.unsafe(`CREATE DATABASE ${name}`));
    return new MariaDatabase(this.port, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }

  async #makeAccount(): Promise<void> {
    const { username, password } = account;
    await this.#asRoot((sql) =>
      sql.unsafe(`GRANT ALL ON *.* TO '${username}'@'%' IDENTIFIED BY '${password}'`),
    );
  }

  async #asRoot(work: (sql: SQL) => Promise<unknown>): Promise<void> {
    await withConnection({ port: this.port, username: "root", password: "" }, work);
  }
}

export class MariaDatabase {
  /** Of the original's server: mysql_data_source_name. */
  readonly dataSourceName: string;
  readonly #port: number;
  readonly #name: string;

  constructor(port: number, name: string) {
    const { username, password } = account;
    this.dataSourceName = `${username}:${password}@tcp(127.0.0.1:${port})/${name}`;
    this.#port = port;
    this.#name = name;
  }

  /** Tried again when a server's transactions are in its way. */
  async run(statement: string): Promise<void> {
    const options = { port: this.#port, database: this.#name, ...account };
    for (let left = 5; ; left -= 1) {
      try {
        await withConnection(options, (sql) => sql.unsafe(statement));
        return;
      } catch (thrown) {
        if (left === 0 || !isDeadlock(thrown)) throw thrown;
      }
    }
  }
}

const deadlockErrno = 1213;

function isDeadlock(thrown: unknown): boolean {
  return thrown instanceof Error && "errno" in thrown && thrown.errno === deadlockErrno;
}

interface Login {
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly database?: string;
}

async function withConnection(
  { database = "mysql", ...login }: Login,
  work: (sql: SQL) => Promise<unknown>,
): Promise<void> {
  const options = { adapter: "mysql", hostname: "127.0.0.1", max: 1 } as const;
  const sql = new SQL({ ...options, ...login, database });
  try {
    await work(sql);
  } finally {
    await sql.close();
  }
}

async function install(args: readonly string[]): Promise<void> {
  const options: RunOptions = { executable: find("mariadb-install-db"), env, deadlineMs: 60_000 };
  const { status, stdout, stderr } = await runBinary(
    ["--no-defaults", ...args, ...asUser()],
    options,
  );
  if (status !== 0) throw new Error(`mariadb-install-db failed:\n${stdout}${stderr}`);
}

function waitUntilReady(program: RunningProgram): Promise<unknown> {
  return waitFor(() => program.stderr().includes("ready for connections"), {
    what: "MariaDB to be ready for connections",
    deadlineMs: 30_000,
  });
}

/** As root it runs only when it is told so. */
function asUser(): readonly string[] {
  return process.getuid?.() === 0 ? ["--user=root"] : [];
}

function find(program: string): string {
  const path = Bun.which(program, env);
  if (path === null) throw new Error(`${program} is missing: bash test/install/mariadb.sh`);
  return path;
}
