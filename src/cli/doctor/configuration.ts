/** A configuration file as the doctor sees it: what is wrong with it, or its values. */
import { checkConfigFile } from "../../config/check.ts";
import type { ConfigKind } from "../../config/recognize.ts";
import { type Finding, doubtful, examine, failed, passed } from "../../core/finding.ts";
import { loadFile } from "../load-file.ts";

const check = "configuration";
const correct = "Correct the file; fleet config check shows the same.";

export interface Loaded<T> {
  readonly findings: readonly Finding[];
  /** undefined: the file cannot be used. */
  readonly value: T | undefined;
}

/** @param load as a start would. */
export async function loadExamined<T>(
  kind: ConfigKind,
  path: string,
  now: number,
  load: (path: string) => T,
): Promise<Loaded<T>> {
  let value: T | undefined;
  const findings = await examine(check, () => {
    const { problems, warnings, kindName } = checkConfigFile(path, now, kind);
    if (problems.length > 0) {
      return problems.map(({ file, line, path: field, message, hint }) => {
        const what = field === "" ? message : `${field}: ${message}`;
        return failed(check, `${file}:${line}: ${what}`, hint ?? correct);
      });
    }
    value = loadFile(kind, path, load);
    const remarks = warnings.flatMap(({ path: field, message, hint }) =>
      hint === undefined ? [] : [doubtful(check, `${field || path}: ${message}`, hint)],
    );
    return [passed(check, `"${path}" is a ${kindName} that can be used`), ...remarks];
  });
  return { findings, value };
}
