/** The setting that names a proxy, as a URL: whoever looks for a password in it has to read it as whoever connects. */

/** @param text "http://user:password@host:port", or the same without a scheme. @returns undefined for what is no URL. */
export function proxyUrl(text: string): URL | undefined {
  // "user:password@host:1" would be a URL too, of the scheme "user:".
  const withScheme = text.includes("://") ? text : `http://${text}`;
  return URL.canParse(withScheme) ? new URL(withScheme) : undefined;
}
