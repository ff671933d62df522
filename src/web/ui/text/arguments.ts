/** A line as a shell would divide it into arguments: quotes and backslashes count, nothing else has a meaning. Pure. */

export interface SplitLine {
  readonly args: readonly string[];
  /** A quote is open, or a backslash stands at the end. */
  readonly open: boolean;
}

export function splitArguments(line: string): SplitLine {
  const args: string[] = [];
  let current: string | undefined;
  let quote = "";
  let escaped = false;
  for (const character of line) {
    if (escaped) {
      current = (current ?? "") + character;
      escaped = false;
    } else if (character === "\\" && quote !== "'") escaped = true;
    else if (quote !== "") {
      if (character === quote) quote = "";
      else current = (current ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      current ??= "";
    } else if (/\s/.test(character)) {
      if (current !== undefined) args.push(current);
      current = undefined;
    } else current = (current ?? "") + character;
  }
  if (current !== undefined) args.push(current);
  return { args, open: quote !== "" || escaped };
}
