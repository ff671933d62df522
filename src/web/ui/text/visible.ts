/**
 * Text that somebody else has written, made harmless to read: what has no shape of its own, or turns the shape of its
 * neighbours, is shown as its code. Pure; the markup is text.tsx's.
 */

export interface TextPiece {
  /** As it is, or as a visible escape such as "\u202e". */
  readonly text: string;
  readonly escaped: boolean;
}

/**
 * Control characters, marks of direction and other formats, private and unassigned characters, lone surrogates, odd line
 * ends, and what fills a line without ink.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}]|\p{Variation_Selector}/u;
/** A pile of marks on one letter covers the lines above it. */
const pile = /(?<=\p{M}{2})\p{M}/u;
const escapes = new RegExp(`(?:${hidden.source}|${pile.source})`, "gu");
const escapesInLines = new RegExp(`(?![\\n\\t])(?:${hidden.source}|${pile.source})`, "gu");

/** @param lines line ends and tabs stay what they are. */
export function splitVisible(text: string, lines = false): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(lines ? escapesInLines : escapes)) {
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), escaped: false });
    pieces.push({ text: escapeCode(match[0]), escaped: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), escaped: false });
  return pieces;
}

/** The same as one string, for attributes. */
export function visibleText(text: string): string {
  return splitVisible(text)
    .map((piece) => piece.text)
    .join("");
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeCode(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** The first `most` characters, never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
