/** Finds tests that are written to be left out. */

const leftOut =
  /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|todo|only|failing)\b|\bx(?:test|it|describe)\(/;

/** @param source of a test file. @returns `line: text` of each. */
export function findSkippedTests(source: string): string[] {
  return source
    .split("\n")
    .flatMap((line, index) => (leftOut.test(line) ? [`${index + 1}: ${line.trim()}`] : []));
}
