/** The log of a command that serves: as its file says, unless flags say otherwise. */
import { type LogConfig, defaultLog } from "../../config/schemas/fields.ts";
import type { LogFormat, LogLevel } from "../../observability/log.ts";
import { LogOutput } from "../../observability/log-output.ts";
import { RotatedFile } from "../../platform/rotated-file.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What withLogFlags declares. */
export interface LogFlags {
  readonly log_level?: LogLevel;
  readonly log_format?: LogFormat;
  readonly log_file?: string;
}

export interface RunningLog {
  readonly recent: LogOutput["recent"];
  /** Opens the log file anew, and takes over what the configuration says now. @throws configuration */
  reload(config?: LogConfig): void;
}

/** @param config undefined: there is no file that could say. @throws configuration when the log file cannot be opened. */
export function startLog(
  terminal: Terminal,
  flags: LogFlags,
  config: LogConfig = defaultLog,
): RunningLog {
  const { writeLog = (line: string) => void process.stderr.write(line) } = terminal;
  const output = new LogOutput(withFlags(config, flags), {
    writeError: writeLog,
    openFile: (options) => new RotatedFile(options),
  });
  return {
    recent: output.recent,
    reload: (next = config) => output.apply(withFlags(next, flags)),
  };
}

function withFlags(config: LogConfig, flags: LogFlags): LogConfig {
  const { log_level: level, log_format: format, log_file: file } = flags;
  return {
    ...config,
    ...(level !== undefined && { level }),
    ...(format !== undefined && { format }),
    ...(file !== undefined && { file }),
  };
}

/** The flags of the log apart from the others. */
export function splitLogFlags<T extends LogFlags>(
  options: T,
): { readonly flags: LogFlags; readonly others: Omit<T, keyof LogFlags> } {
  const { log_level, log_format, log_file, ...others } = options;
  const flags = {
    ...(log_level !== undefined && { log_level }),
    ...(log_format !== undefined && { log_format }),
    ...(log_file !== undefined && { log_file }),
  };
  return { flags, others };
}
