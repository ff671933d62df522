/**
 * Envoy's X-Forwarded-Client-Cert: elements apart by commas, in each pairs apart by semicolons, values that hold either in
 * double quotes (protocol.md 15).
 */
import { HttpError } from "./http-error.ts";

/** Which element counts; ONLY: there must be no other. */
export type XfccElement = "ONLY" | "FIRST" | "LAST";

/** The value of `Cert`, as it is escaped. @throws HttpError 400 unless the element that counts holds exactly one. */
export function certificateInXfcc(value: string, which: XfccElement): string {
  const elements = splitOutsideQuotes(value, ",");
  if (which === "ONLY" && elements.length !== 1) {
    throw new HttpError(
      400,
      `the client certificate header has ${elements.length} elements, not one`,
    );
  }
  const element = which === "LAST" ? elements.at(-1) : elements[0];
  const certificates = splitOutsideQuotes(element ?? "", ";").flatMap(certificateIn);
  const [certificate] = certificates;
  if (certificate !== undefined && certificates.length === 1) return certificate;
  throw new HttpError(400, "the client certificate header has no single Cert");
}

function certificateIn(pair: string): string[] {
  const at = pair.indexOf("=");
  if (at === -1 || pair.slice(0, at).trim().toLowerCase() !== "cert") return [];
  const value = pair.slice(at + 1).trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return [quoted === undefined ? value : quoted.replace(/\\(.)/g, "$1")];
}

/** @throws HttpError 400 for a quote that is not closed. */
function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (isQuoted && char === "\\") index += 1;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (isQuoted) throw new HttpError(400, "a quote in the client certificate header is not closed");
  parts.push(text.slice(start));
  return parts;
}
