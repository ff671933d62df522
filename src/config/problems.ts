/**
 * What is wrong with configuration files: all of it at once, each with its place.
 */
import { FleetError } from "../core/errors.ts";

export interface Problem {
  readonly file: string;
  /** Both count from 1; 1:1 stands for the file as a whole. */
  readonly line: number;
  readonly column: number;
  /** "https_config.listen_address"; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** One line per problem: "file:line:column: path: message. hint" */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join("\n");
}

function formatProblem(problem: Problem): string {
  const { file, line, column } = problem;
  return `${file}:${line}:${column}: ${describeProblem(problem)}`;
}

function describeProblem({ path, message, hint }: Problem): string {
  const what = path === "" || message.includes(`"${path}"`) ? message : `${path}: ${message}`;
  return hint === undefined ? what : `${what}. ${hint}`;
}

/** @param subject what was to be read, with its path: `components file "server.config"`. */
export function problemsError(subject: string, problems: readonly Problem[]): FleetError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new FleetError("configuration", `${subject} has ${count}:\n${formatProblems(problems)}`, {
    hint: "Correct the file, then run: fleet config check FILE",
  });
}

/** Of what stands in no file, and has no lines. @param source what it is: "the command line". */
export function sourceError(source: string, problems: readonly Problem[]): FleetError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map((problem) => `- ${describeProblem(problem)}`).join("\n");
  return new FleetError("configuration", `${source} has ${count}:\n${lines}`, {
    hint: "Correct what is named, and run the command again.",
  });
}

/** As editors list them: by file, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.path, b.path),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
