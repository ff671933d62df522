/** Base64 of the API's JSON. */

/** @returns undefined for what is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Bytes that a program wrote, as text; what is no UTF-8 is shown as such. */
export function decodeText(base64: string): string {
  const bytes = decodeBase64(base64);
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}
