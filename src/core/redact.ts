/**
 * Takes secrets out of text that people will read: private keys, tokens, and passwords in URLs. A second line of
 * defence: nothing that holds a secret is meant to be logged or packed at all.
 */

const removed = "***";

const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    // One that is cut off: as much as a key has.
    /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)-----(?:[\s\S]{0,16000}?-----END \1-----|[\s\S]{0,4000})/g,
    `(private key: ${removed})`,
  ],
  // Tokens of the API: the part before the secret says which one it was.
  [/\b(fleet_[0-9A-Za-z]+_)[A-Za-z0-9_-]{16,}/g, `$1${removed}`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${removed}`],
  // Whatever stands before the last @ of a URL's authority.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"']+@/gi, `$1${removed}@`],
];

/** What most texts lack that hold a secret: spares them the patterns. */
const sign = /PRIVATE KEY-----|fleet_|\b(?:Bearer|Basic)\s|@/i;

export function hideSecrets(text: string): string {
  if (!sign.test(text)) return text;
  return rules.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

/** As many characters of base64 in one run are key material; SHA-256 in hex has no capitals. */
const base64Run = /[A-Za-z0-9+/]{44,}={0,2}/g;

/** As hideSecrets, and without what may be a line of a key that stands where no key should. */
export function hideKeyMaterial(text: string): string {
  return hideSecrets(text).replace(base64Run, (run) => {
    const isMixed = /[A-Z]/.test(run) && /[a-z]/.test(run) && /[0-9]/.test(run);
    // A path has more slashes.
    const isPath = run.split("/").length > run.length / 12;
    return isMixed && !isPath ? removed : run;
  });
}
