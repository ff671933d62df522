/**
 * The parser's place in the tokens of a text-format file, and the ways past what it does not understand.
 */
import type { Position, Token } from "./text-lexer.ts";

export const closerOf: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["<", ">"],
  ["[", "]"],
]);
const closers: ReadonlySet<string> = new Set(closerOf.values());

export class TokenCursor {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;

  /** @param tokens the last of them of kind "end". */
  constructor(tokens: readonly Token[]) {
    const last = tokens.at(-1);
    this.#end = last ?? { kind: "end", line: 1, column: 1, start: 0, end: 0 };
    this.#tokens = tokens;
  }

  /** @param ahead 0 for the token that is next. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#end;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  isAt(text: string): boolean {
    const token = this.peek();
    return token.kind === "punctuation" && token.text === text;
  }

  isAtAny(texts: ReadonlySet<string> | ReadonlyMap<string, string>): boolean {
    const token = this.peek();
    return token.kind === "punctuation" && texts.has(token.text);
  }

  /** Takes the next token if it is this character. */
  accept(text: string): boolean {
    const found = this.isAt(text);
    if (found) this.#index += 1;
    return found;
  }

  /** At most one "," or ";" stands between fields. */
  acceptSeparator(): void {
    if (!this.accept(",")) this.accept(";");
  }

  /** Past the bracket that is next and all that it encloses. */
  skipGroup(): void {
    const open: string[] = [];
    do {
      const token = this.next();
      if (token.kind === "end") return;
      if (token.kind !== "punctuation") continue;
      const closer = closerOf.get(token.text);
      if (closer !== undefined) open.push(closer);
      else if (closers.has(token.text)) open.pop();
    } while (open.length > 0);
  }

  /** Past a value of any kind, without a look at it. */
  skipValue(): void {
    this.accept(":");
    if (this.isAtAny(closerOf)) return this.skipGroup();
    this.accept("-");
    if (this.peek().kind === "string") {
      while (this.peek().kind === "string") this.next();
      return;
    }
    const { kind } = this.peek();
    if (kind === "name" || kind === "number") this.next();
  }

  /** To where the next field may begin: past a separator, before a closing bracket, or at a name on a later line. */
  skipToNextField(from: Position): void {
    for (;;) {
      const token = this.peek();
      if (token.kind === "end") return;
      if (token.kind === "name" && token.line > from.line) return;
      if (token.kind !== "punctuation") this.next();
      else if (closerOf.has(token.text)) this.skipGroup();
      else if (closers.has(token.text)) return;
      else if (this.next() && (token.text === "," || token.text === ";")) return;
    }
  }
}
