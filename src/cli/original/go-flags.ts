/**
 * Go's flag package: how the original's programs read their command lines, and what they say about them. Flags begin with
 * one dash or two, values follow `=` or stand apart, booleans take theirs only after `=`, and the first argument that is no
 * flag ends them.
 */
import { goParseInt, goQuote } from "./go-text.ts";

/** Where the value of a flag is found once the command line was read. */
export interface GoFlag<T> {
  readonly value: T;
}

/** A value that a flag cannot take; the message is what Go adds after the flag's name. */
export class GoValueError extends Error {
  override readonly name = "GoValueError";
}

export type GoParsed =
  | { readonly kind: "arguments"; readonly arguments: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string };

interface Definition {
  readonly usage: string;
  /** "string", "int", "value"; empty for a boolean. */
  readonly type: string;
  /** As usage shows it; undefined: it is the zero value. */
  readonly shownDefault: string | undefined;
  readonly isBoolean: boolean;
  /** @throws GoValueError */
  readonly set: (text: string) => void;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "TRUE", "true", "True"].map((text) => [text, true] as const),
  ...["0", "f", "F", "FALSE", "false", "False"].map((text) => [text, false] as const),
]);

const helpNames: ReadonlySet<string> = new Set(["h", "help"]);

export class GoFlags {
  readonly #definitions = new Map<string, Definition>();

  boolean(name: string, usage: string): GoFlag<boolean> {
    const definition = { usage, type: "", shownDefault: undefined, isBoolean: true };
    return this.#define(name, definition, false, (text) => {
      const value = booleans.get(text);
      if (value === undefined) throw new GoValueError("parse error");
      return value;
    });
  }

  string(name: string, initial: string, usage: string): GoFlag<string> {
    const shownDefault = initial === "" ? undefined : goQuote(initial);
    const definition = { usage, type: "string", shownDefault, isBoolean: false };
    return this.#define(name, definition, initial, (text) => text);
  }

  int(name: string, usage: string): GoFlag<number> {
    const definition = { usage, type: "int", shownDefault: undefined, isBoolean: false };
    return this.#define(name, definition, 0, (text) => {
      const value = goParseInt(text);
      if (typeof value === "number") return value;
      throw new GoValueError(value === "invalid syntax" ? "parse error" : value);
    });
  }

  /** A flag with a type of its own. @param parse throws GoValueError. */
  custom<T>(
    name: string,
    { initial, shownDefault, usage }: { initial: T; shownDefault?: string; usage: string },
    parse: (text: string) => T,
  ): GoFlag<T> {
    const definition = { usage, type: "value", shownDefault, isBoolean: false };
    return this.#define(name, definition, initial, parse);
  }

  parse(argv: readonly string[]): GoParsed {
    for (let index = 0; index < argv.length; index++) {
      const argument = argv[index] ?? "";
      if (argument.length < 2 || !argument.startsWith("-"))
        return { kind: "arguments", arguments: argv.slice(index) };
      if (argument === "--") return { kind: "arguments", arguments: argv.slice(index + 1) };
      const step = this.#parseFlag(argument, argv[index + 1]);
      if (typeof step !== "number") return step;
      index += step;
    }
    return { kind: "arguments", arguments: [] };
  }

  /** As PrintDefaults writes them, by name. */
  get usage(): string {
    const names = [...this.#definitions.keys()].toSorted();
    return names.map((name) => this.#describe(name)).join("");
  }

  #define<T>(
    name: string,
    definition: Omit<Definition, "set">,
    initial: T,
    parse: (text: string) => T,
  ): GoFlag<T> {
    const flag = { value: initial };
    const set = (text: string) => {
      flag.value = parse(text);
    };
    this.#definitions.set(name, { ...definition, set });
    return flag;
  }

  /** @returns how many of the following arguments it took. */
  #parseFlag(argument: string, next: string | undefined): number | GoParsed {
    const text = argument.replace(/^--?/, "");
    if (text === "" || text.startsWith("-") || text.startsWith("="))
      return wrong(`bad flag syntax: ${argument}`);
    const equals = text.indexOf("=");
    const name = equals === -1 ? text : text.slice(0, equals);
    const value = equals === -1 ? undefined : text.slice(equals + 1);
    const definition = this.#definitions.get(name);
    if (definition === undefined) {
      if (helpNames.has(name)) return { kind: "help" };
      return wrong(`flag provided but not defined: -${name}`);
    }
    if (definition.isBoolean) return setFlag(name, definition, value ?? "true") ?? 0;
    if (value !== undefined) return setFlag(name, definition, value) ?? 0;
    if (next === undefined) return wrong(`flag needs an argument: -${name}`);
    return setFlag(name, definition, next) ?? 1;
  }

  #describe(name: string): string {
    const definition = this.#definitions.get(name);
    if (definition === undefined) return "";
    const { type, usage, shownDefault } = definition;
    const head = type === "" ? `  -${name}` : `  -${name} ${type}`;
    // A boolean of one letter has its text beside it.
    const gap = head.length <= 4 ? "\t" : "\n    \t";
    const tail = shownDefault === undefined ? "" : ` (default ${shownDefault})`;
    return `${head}${gap}${usage.replaceAll("\n", "\n    \t")}${tail}\n`;
  }
}

function setFlag(name: string, { set, isBoolean }: Definition, text: string): GoParsed | undefined {
  try {
    set(text);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof GoValueError)) throw thrown;
    const what = isBoolean
      ? `invalid boolean value ${goQuote(text)} for -${name}`
      : `invalid value ${goQuote(text)} for flag -${name}`;
    return wrong(`${what}: ${thrown.message}`);
  }
}

function wrong(message: string): GoParsed {
  return { kind: "wrong", message };
}
