/**
 * Commander with this program's manners: flags may be written with `-` or `_`, errors are thrown and not printed, and an
 * action's value is the exit code.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

import { FleetError, describeThrown } from "../core/errors.ts";
import type { Terminal } from "./terminal.ts";

/** Matches `--database-path` where `--database_path` is declared. */
class Flag extends Option {
  override is(flag: string): boolean {
    return super.is(flag) || (flag.startsWith("--") && super.is(`--${flag.slice(2).replaceAll("-", "_")}`));
  }
}

export class FleetCommand extends Command {
  override createCommand(name?: string): FleetCommand {
    return new FleetCommand(name);
  }

  override createOption(flags: string, description?: string): Option {
    return new Flag(flags, description);
  }

  /** Lines after the help, each a command that works. */
  examples(...lines: readonly string[]): this {
    return this.addHelpText("after", `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
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
}

/** Declares the options of ServerChoice. */
export function withServerChoice(command: Command): Command {
  return command
    .option("--admin_addr <address>", "where the server's admin API is: host:port or unix:PATH")
    .option("--database_path <file>", "the database of a server on this machine, whose address is looked up");
}

export function withJson(command: Command): Command {
  return command.option("--json", "print JSON");
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

/** For an option that may be given several times. */
export function collected(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** Whether commander stopped because it has answered already: help was asked for. */
export function isHelp(thrown: unknown): boolean {
  return thrown instanceof CommanderError && thrown.exitCode === 0;
}

/** Commander's complaint as an error of ours. @param usage the command whose help tells more, such as "fleet exec". */
export function usageError(thrown: CommanderError, usage: string): FleetError {
  const [first = "", ...rest] = thrown.message.replace(/^error: /, "").split("\n");
  const suggested = rest.join(" ").replace(/^\((.*)\)$/, "$1");
  const help = `${usage} --help shows what it takes.`;
  return new FleetError("invalid_argument", first, { hint: suggested === "" ? help : `${suggested} ${help}` });
}
