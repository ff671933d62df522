/**
 * Commander with this program's manners: flags may be written with `-` or `_`, errors are thrown and not printed, and an
 * action's value is the exit code.
 */
import { isIP } from "node:net";
import { Command, InvalidArgumentError, Option } from "commander";

import { parseListenAddress } from "../config/addresses.ts";
import { suggestion } from "../config/suggest.ts";
import { FleetError, describeThrown } from "../core/errors.ts";
import { logFormats, logLevels } from "../observability/log-lines.ts";
import { parseDuration } from "./terminal/duration.ts";
import type { Terminal } from "./terminal/terminal.ts";

export class FleetCommand extends Command {
  override createCommand(name?: string): FleetCommand {
    return new FleetCommand(name).helpCommand(false);
  }

  override parseOptions(argv: string[]): ReturnType<Command["parseOptions"]> {
    const words = this.parent === null ? withHelp(this, argv) : argv;
    return super.parseOptions(spellFlags(words, this.options));
  }

  /** Every complaint of the parser comes here: unknown flags and commands, missing and surplus arguments. */
  override error(message: string): never {
    const [complaint = "", ...rest] = message
      .replace(/^error: /, "")
      .replace(
        /^command-argument value '(.*?)' is invalid for argument '(\w+)'/,
        `no $2 "$1" is known`,
      )
      .split("\n");
    const suggested = rest.map((line) => `${line.replace(/^\((.*)\)$/, "$1")} `).join("");
    const isForProgram = this.fullName === "fleet exec" && complaint.startsWith("unknown option");
    const dashes = isForProgram ? "Put -- before the arguments of the program. " : "";
    const hint = `${suggested}${dashes}See: ${this.fullName} --help`;
    throw new FleetError("invalid_argument", complaint, { hint });
  }

  /** As it is typed: "fleet clients list". */
  get fullName(): string {
    const parents: string[] = [];
    for (let command = this.parent; command; command = command.parent)
      parents.unshift(command.name());
    return [...parents, this.name()].join(" ");
  }

  /** Lines after the help, each a command that works. */
  examples(...lines: readonly string[]): this {
    const text = lines.map((line) => `  ${breakCommand(line)}`).join("\n");
    return this.addHelpText("after", `\nExamples:\n${text}`);
  }

  /** For a command that only holds others. */
  group(description: string): this {
    return this.description(description).usage("<command>");
  }
}

/**
 * `fleet help clients list` and `fleet clients help list` are `fleet clients list --help`. An unknown command is told
 * here: the parser would show the help of another one where help is asked for.
 */
function withHelp(program: Command, argv: readonly string[]): string[] {
  const words = [...argv];
  let command = program;
  for (let index = 0; index < words.length && command.commands.length > 0;) {
    const word = words[index] ?? "";
    if (word.startsWith("-")) break;
    const { commands } = command;
    const found = commands.find((one) => one.name() === word);
    if (found === undefined && word !== "help") throw unknownCommand(command, word);
    if (found === undefined) words.push(...words.splice(index, 1).map(() => "--help"));
    else index += 1;
    command = found ?? command;
  }
  return words;
}

function unknownCommand(parent: Command, word: string): FleetError {
  const names = parent.commands.map((command) => command.name());
  const path = parent instanceof FleetCommand ? parent.fullName : parent.name();
  const hint = `${suggestion(word, names) ?? ""} See: ${path} --help`.trimStart();
  return new FleetError("invalid_argument", `unknown command "${word}"`, { hint });
}

const lineWidth = 80;

/** Over several lines of a shell where it is too long for one, broken before its flags. */
function breakCommand(line: string): string {
  const indent = 2;
  const lines = [""];
  for (const part of line.split(/ (?=--?[a-z])/)) {
    const last = lines.at(-1) ?? "";
    const joined = last === "" ? part : `${last} ${part}`;
    if (last !== "" && joined.length + indent + 2 > lineWidth) lines.push(`    ${part}`);
    else lines[lines.length - 1] = joined;
  }
  return lines.join(" \\\n  ");
}

/** Spells `--database-path` as `--database_path` where that is declared; values and what follows `--` stay as they are. */
function spellFlags(argv: readonly string[], options: readonly Option[]): string[] {
  const end = argv.indexOf("--");
  const flags = end === -1 ? argv.length : end;
  let isValue = false;
  return argv.map((argument, index) => {
    if (isValue || index >= flags || !argument.startsWith("--")) {
      isValue =
        !isValue &&
        index < flags &&
        options.some(({ short, required }) => required && short === argument);
      return argument;
    }
    const [name = "", ...value] = argument.split("=");
    const option = options.find(
      ({ long }) => long === name || long === `--${name.slice(2).replaceAll("-", "_")}`,
    );
    if (option?.long === undefined) return argument;
    isValue = option.required && value.length === 0;
    return [option.long, ...value].join("=");
  });
}

/** The exit code; nothing is 0. */
export type ActionResult = Promise<number | void>;

/** What is handed to each command when it is registered. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Runs a command's work and keeps its exit code. */
  readonly run: (work: () => ActionResult) => Promise<void>;
}

/** The options by which a command finds its server (ours.md 2). */
export interface ServerChoice {
  readonly admin_addr?: string;
  readonly database_path?: string;
  /** PEM files, for a server that asks for a certificate: all three, or none. */
  readonly admin_ca?: string;
  readonly admin_cert?: string;
  readonly admin_key?: string;
}

const serverChoiceHelp = `
Which server: --admin_addr, else the variable FLEET_ADMIN_ADDR, else the one
whose database is --database_path or whose state directory is in the variable
FLEET_STATE, else localhost:6061.`;

/** Declares the options of ServerChoice. */
export function withServerChoice(command: Command): Command {
  return command
    .addHelpText("after", serverChoiceHelp)
    .option("--admin_addr <address>", "where the server's admin API is: host:port or unix:PATH")
    .option(
      "--database_path <file>",
      "the database of a server on this machine, whose address is looked up",
    )
    .option("--admin_ca <file>", "for TLS: PEM certificate of the CA that the server's comes from")
    .option("--admin_cert <file>", "for TLS: your PEM certificate (fleet admin certificate)")
    .option("--admin_key <file>", "for TLS: the PEM key of your certificate");
}

export function withJson(command: Command, what = "print JSON"): Command {
  return command.option("--json", what);
}

/** A parser of an option's value that reports FleetErrors as errors of the command line. */
export function parsedBy<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (thrown) {
      throw new InvalidArgumentError(describeThrown(thrown));
    }
  };
}

const defaultTimeoutMs = 60_000;

/** Declares --timeout: milliseconds in `timeout`. */
export function withTimeout<C extends Command>(command: C, description: string): C {
  const text = `${description}: 500ms, 90s, 5m, 1h; a plain number is seconds`;
  const option = new Option("--timeout <duration>", text)
    .argParser(parsedBy(parseDuration))
    .default(defaultTimeoutMs, "60s");
  return command.addOption(option);
}

/** Declares the log's flags, which win over what a configuration file says of it. */
export function withLogFlags<C extends Command>(command: C): C {
  return command
    .addOption(
      new Option("--log_level <level>", "the least serious lines to log").choices(logLevels),
    )
    .addOption(new Option("--log_format <format>", "lines for people, or JSON").choices(logFormats))
    .option("--log_file <file>", "log into this file and not to standard error; it is rotated");
}

/** For an option that may be given several times. */
export function collected(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** As `collected`, of names and addresses of machines. */
export function collectedHosts(value: string, previous: readonly string[] = []): string[] {
  if (isIP(value) === 0 && parseListenAddress(`${value}:0`) === undefined) {
    throw new InvalidArgumentError("Write a name or an address, without a port.");
  }
  return [...previous, value];
}

/** Where a server listens that nothing is said to. */
export const defaultListen = {
  ...{ https: "127.0.0.1:6060", admin: "127.0.0.1:6061" },
  web: "127.0.0.1:6062",
} as const;

/** Declares where a server without a components file has its database, and where it listens. */
export function withServerPlaces(command: FleetCommand): FleetCommand {
  return command
    .requiredOption(
      "--database_path <file>",
      "the database; it and its state directory are made if missing",
    )
    .option(
      "--https_addr <address>",
      "host:port where clients connect; port 0 takes a free one",
      defaultListen.https,
    )
    .option(
      "--public_host <host>",
      "a name or address by which other machines reach it, for the certificate; may be given several times",
      collectedHosts,
    )
    .option("--admin_addr <address>", "host:port where the admin API listens", defaultListen.admin)
    .option(
      "--web_addr <address>",
      'host:port of the status page and the HTTP API; "" serves neither',
      defaultListen.web,
    )
    .option(
      "--admin_client_ca <file>",
      "PEM certificate of the administrators' CA: the admin API speaks TLS and lets in its holders",
    )
    .option("--admin_tokens", "the admin API speaks TLS and lets in holders of tokens");
}
