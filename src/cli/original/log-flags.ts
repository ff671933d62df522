/** The logging flags that all of the original's programs share, with the meaning that they have there. */
import { type GoFlag, type GoFlags, GoValueError } from "./go-flags.ts";
import { goAtoi, goAtoiError } from "./go-text.ts";

export const severities = ["INFO", "WARNING", "ERROR", "FATAL"] as const;
export type Severity = (typeof severities)[number];

/** One `pattern=N` of -vmodule. */
export interface ModuleLevel {
  readonly pattern: string;
  readonly level: number;
}

export interface LogFlags {
  readonly toStderr: GoFlag<boolean>;
  readonly alsoToStderr: GoFlag<boolean>;
  readonly stderrThreshold: GoFlag<Severity>;
  /** Empty: the system's temporary folder. */
  readonly directory: GoFlag<string>;
  /** A folder that gets links to the files too; empty: none. */
  readonly linkDirectory: GoFlag<string>;
  readonly verbosity: GoFlag<number>;
  readonly moduleLevels: GoFlag<readonly ModuleLevel[]>;
  /** Places as Go's source has them, which ours has not: taken, without effect. */
  readonly backtraceAt: GoFlag<string>;
}

/** Declares them. */
export function declareLogFlags(flags: GoFlags): LogFlags {
  flags.int(
    "logbuflevel",
    "Buffer log messages logged at this level or lower (-1 means don't buffer; 0 means buffer INFO only; ...). Has limited applicability on non-prod platforms.",
  );
  return {
    toStderr: flags.boolean("logtostderr", "log to standard error instead of files"),
    alsoToStderr: flags.boolean("alsologtostderr", "log to standard error as well as files"),
    stderrThreshold: flags.custom<Severity>(
      "stderrthreshold",
      {
        initial: "ERROR",
        shownDefault: "2",
        usage: "logs at or above this threshold go to stderr",
      },
      parseSeverity,
    ),
    directory: flags.string("log_dir", "", "If non-empty, write log files in this directory"),
    linkDirectory: flags.string(
      "log_link",
      "",
      "If non-empty, add symbolic links in this directory to the log files",
    ),
    verbosity: flags.custom("v", { initial: 0, usage: "log level for V logs" }, parseNumber),
    moduleLevels: flags.custom<readonly ModuleLevel[]>(
      "vmodule",
      {
        initial: [],
        usage: "comma-separated list of pattern=N settings for file-filtered logging",
      },
      parseModules,
    ),
    backtraceAt: flags.custom(
      "log_backtrace_at",
      { initial: "", usage: "when logging hits line file:N, emit a stack trace" },
      parsePlaces,
    ),
  };
}

function parseNumber(text: string): number {
  const value = goAtoi(text);
  if (typeof value === "number") return value;
  throw new GoValueError(goAtoiError(text, value));
}

function parseSeverity(text: string): Severity {
  const named = severities.find((severity) => severity === text.toUpperCase());
  if (named !== undefined) return named;
  const value = parseNumber(text);
  const severity = severities[value];
  if (severity !== undefined) return severity;
  throw new GoValueError(`Severity ${value} out of range (min 0, max 3).`);
}

function parseModules(text: string): ModuleLevel[] {
  const parts = text.split(",").filter((part) => part !== "");
  return parts.map((part) => {
    const [pattern = "", level = "", ...rest] = part.split("=");
    const value = goAtoi(level);
    if (pattern !== "" && rest.length === 0 && typeof value === "number")
      return { pattern, level: value };
    throw new GoValueError("syntax error: expect comma-separated list of filename=N");
  });
}

function parsePlaces(text: string): string {
  for (const place of text.split(",").filter((part) => part !== "")) {
    const [file = "", line = "", ...rest] = place.split(":");
    const number = goAtoi(line);
    if (rest.length > 0 || !file.includes(".") || typeof number !== "number")
      throw new GoValueError("syntax error: expect file.go:234");
    if (number < 0) throw new GoValueError("negative value for line");
  }
  return text;
}
