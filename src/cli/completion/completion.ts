/**
 * What may come next on a command line, from the same registration that parses it. Asked by the scripts of
 * completion-scripts.ts at each press of a key; no server is asked.
 */
import type { Argument, Command, Option } from "commander";

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** What else fits. */
  readonly more: "files" | "folders" | "none";
}

/** @param words what is typed after "fleet", the last of them (perhaps empty) being completed. */
export function completeWords(program: Command, words: readonly string[]): Completion {
  const current = words.at(-1) ?? "";
  const place = findPlace(program, words.slice(0, -1));
  if (place.isForProgram) return { candidates: [], more: "files" };
  const { command, option, operands } = place;
  if (option !== undefined) return valueOf(option, option.flags, current);
  if (current.startsWith("-")) return { candidates: flagsOf(command, current), more: "none" };
  if (command.commands.length > 0) return { candidates: namesOf(command, current), more: "none" };
  const argument = command.registeredArguments[operands] ?? variadicOf(command);
  if (argument === undefined) return { candidates: [], more: "none" };
  return valueOf(argument, `<${argument.name()}>`, current);
}

/** As lines for a script. */
export function formatCompletion({ candidates, more }: Completion): string {
  const lines = candidates.map(({ value, description }) => `${value}\t${description}\n`);
  return `${lines.join("")}:${more}\n`;
}

interface Place {
  readonly command: Command;
  /** The flag whose value comes next. */
  readonly option: Option | undefined;
  /** Arguments given so far. */
  readonly operands: number;
  /** After the two dashes. */
  readonly isForProgram: boolean;
}

function findPlace(program: Command, words: readonly string[]): Place {
  let command = program;
  let option: Option | undefined;
  let operands = 0;
  for (const word of words) {
    if (option !== undefined) option = undefined;
    else if (word === "--") return { command, option, operands, isForProgram: true };
    else if (word.startsWith("-")) option = takingValue(command, word);
    else if (command.commands.length > 0) command = namedCommand(command, word) ?? command;
    else operands += 1;
  }
  return { command, option, operands, isForProgram: false };
}

function namedCommand(command: Command, word: string): Command | undefined {
  return command.commands.find((one) => one.name() === word);
}

function takingValue(command: Command, word: string): Option | undefined {
  const spelled = spell(word);
  const find = ({ long, short, required }: Option) =>
    required && (short === word || (long !== undefined && spell(long) === spelled));
  return command.options.find(find);
}

/** One spelling for - and _. */
function spell(flag: string): string {
  return flag.replaceAll("_", "-");
}

function flagsOf(command: Command, current: string): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }) =>
    long !== undefined && spell(long).startsWith(spell(current))
      ? [{ value: long, description }]
      : [],
  );
}

function namesOf(command: Command, current: string): Candidate[] {
  const commands = command.commands.filter((one) => one.name().startsWith(current));
  return commands.map((one) => ({
    value: one.name(),
    description: one.summary() || (one.description().split("\n")[0] ?? ""),
  }));
}

function variadicOf(command: Command): Argument | undefined {
  const last = command.registeredArguments.at(-1);
  return last?.variadic ? last : undefined;
}

/** @param placeholder names what it is: "--key <file>". */
function valueOf(
  { argChoices = [] }: Pick<Argument | Option, "argChoices">,
  placeholder: string,
  current: string,
): Completion {
  const candidates = argChoices
    .filter((choice) => choice.startsWith(current))
    .map((value) => ({ value, description: "" }));
  if (placeholder.includes("<file>")) return { candidates, more: "files" };
  return { candidates, more: placeholder.includes("<folder>") ? "folders" : "none" };
}
