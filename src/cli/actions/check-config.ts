/** fleet config check: everything that is wrong with a configuration file, or worth knowing. */
import { checkConfigFile } from "../../config/check.ts";
import { formatProblems } from "../../config/problems.ts";
import type { ConfigKind } from "../../config/recognize.ts";
import { FleetError } from "../../core/errors.ts";
import { formatJson, showLines } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface CheckConfigOptions {
  /** undefined: as the file looks. */
  readonly kind?: ConfigKind;
  readonly json?: boolean;
}

/** @returns 0 for a file that can be used, also with warnings; 3 otherwise. */
export async function checkConfig(
  terminal: Terminal,
  file: string,
  { json = false, kind }: CheckConfigOptions,
): Promise<number> {
  const report = checkConfigFile(file, terminal.clock.now(), kind);
  const { kindName, problems, warnings } = report;
  if (json) {
    await terminal.write(
      formatJson({ kind: report.kind, kind_name: kindName, problems, warnings }),
    );
    return problems.length > 0 ? configurationExitCode : 0;
  }
  for (const { path, message, hint } of warnings) {
    // What concerns no field and has no remedy is no fault of the file.
    const word = path === "" && hint === undefined ? "note" : "warning";
    const place = path === "" ? "" : `${path}: `;
    await terminal.writeError(showLines(`${word}: ${place}${message}${hint ? `. ${hint}` : ""}\n`));
  }
  if (problems.length === 0) {
    await terminal.write(`${file}: a ${kindName} that can be used\n`);
    return 0;
  }
  await terminal.write(`${showLines(formatProblems(problems))}\n`);
  return configurationExitCode;
}

const configurationExitCode = new FleetError("configuration", "").exitCode;
