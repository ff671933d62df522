/**
 * A configuration file's text to its values, or to everything that is wrong with it: syntax, names, ranges and rules
 * in one list. Reads no files: load.ts does.
 */
import type { FileKind } from "./file-kind.ts";
import { judgeMessage } from "./issues.ts";
import { type MutablePlainMessage, type PlainMessage, samePlain } from "./plain-message.ts";
import { type Problem, problemsError, sortProblems } from "./problems.ts";
import { type ParsedText, parseText } from "./text-format.ts";
import type { Position } from "./text-lexer.ts";

export interface SourceText {
  /** As problems name it. */
  readonly file: string;
  readonly text: string;
}

export interface Checked<T> {
  /** undefined exactly when there are problems. */
  readonly value: T | undefined;
  /** What the value was made of, the file beside it included. May hold secrets. */
  readonly message: PlainMessage | undefined;
  readonly problems: readonly Problem[];
}

interface Place extends Position {
  readonly file: string;
}

/** A message, where each of its fields stands, and what was wrong with reading it. */
interface Document {
  readonly file: string;
  readonly message: PlainMessage;
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

const extensionField = "fleet";

/** @param sibling `<file>.fleet`, where there is one (ours.md 1). */
export function checkDocument<T>(
  kind: FileKind<T>,
  main: SourceText,
  sibling?: SourceText,
): Checked<T> {
  return checkMessage(kind, readDocument(kind, main, sibling));
}

/**
 * Values from a message that was not read from a file, with the same defaults and rules.
 * @param source names it in errors: "the command line".
 * @throws configuration with all problems.
 */
export function configFromMessage<T>(kind: FileKind<T>, message: PlainMessage, source: string): T {
  const document = { file: source, message, places: new Map<string, Place>(), problems: [] };
  const { value, problems } = checkMessage(kind, document);
  if (value === undefined) throw problemsError(source, problems);
  return value;
}

function readDocument<T>(
  kind: FileKind<T>,
  main: SourceText,
  sibling: SourceText | undefined,
): Document {
  const parsed = parseText(kind.typeName, main.text, {
    ignoreUnknown: kind.ignoreUnknown ?? false,
  });
  const document: Document = {
    file: main.file,
    message: parsed.value,
    places: placesIn(main.file, parsed),
    problems: faultsIn(main.file, parsed),
  };
  if (!sibling || kind.extensionType === undefined) return document;
  const beside = parseText(kind.extensionType, sibling.text, { path: extensionField });
  return withExtension(document, sibling.file, beside);
}

function withExtension(main: Document, file: string, beside: ParsedText): Document {
  const inline = main.message[extensionField];
  const message: MutablePlainMessage = {
    ...main.message,
    [extensionField]: inline ?? beside.value,
  };
  const places = new Map([...placesIn(file, beside), ...main.places]);
  if (!places.has(extensionField)) places.set(extensionField, { file, line: 1, column: 1 });
  const problems = [...main.problems, ...faultsIn(file, beside)];
  if (inline !== undefined && !samePlain(inline, beside.value)) {
    problems.push({
      ...placeOf(places, extensionField, main.file),
      path: extensionField,
      message: `"fleet" stands here and, with other content, in "${file}"`,
      hint: "Keep one of them.",
    });
  }
  return { file: main.file, message, places, problems };
}

function placesIn(file: string, { positions }: ParsedText): Map<string, Place> {
  return new Map(
    Array.from(positions, ([path, { line, column }]) => [path, { file, line, column }]),
  );
}

function faultsIn(file: string, { faults }: ParsedText): Problem[] {
  return faults.map((fault) => ({ file, ...fault }));
}

function checkMessage<T>(kind: FileKind<T>, document: Document): Checked<T> {
  const { message, problems: syntax, places, file } = document;
  const { value, issues } = judgeMessage(kind, message);
  // What a fault has swallowed must not be reported once more as missing.
  const own = issues.filter(({ path }) => !syntax.some((fault) => concerns(fault.path, path)));
  const problems = [
    ...syntax,
    ...own.map((issue) => ({ ...placeOf(places, issue.path, file), ...issue })),
  ];
  return {
    value: problems.length === 0 ? value : undefined,
    message: problems.length === 0 ? message : undefined,
    problems: sortProblems(problems),
  };
}

/** Whether one path is the other, or leads to it. */
function concerns(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    short === "" || (long.startsWith(short) && [undefined, ".", "["].includes(long[short.length]))
  );
}

/** The place of a field, or of the nearest one around it. */
function placeOf(places: ReadonlyMap<string, Place>, path: string, file: string): Place {
  for (
    let at = path;
    at !== "";
    at = at.slice(0, Math.max(at.lastIndexOf("."), at.lastIndexOf("["), 0))
  ) {
    const place = places.get(at);
    if (place) return place;
  }
  return { file, line: 1, column: 1 };
}
