/**
 * Secrets that two programs share, each in a file of its own.
 */
import { FleetError } from "../core/errors.ts";
import { requireConfigFile } from "./files.ts";

const minSecretBytes = 16;

/**
 * The secret, without the line end that an editor leaves.
 * @param what names it in errors: "secret of service \"hook\"".
 * @throws configuration when it cannot be read, or is short.
 */
export function readSecretFile(path: string, what: string): Uint8Array {
  const content = requireConfigFile(path, what);
  const secret = Buffer.from(content.toString("latin1").replace(/[\r\n]+$/, ""), "latin1");
  if (secret.length >= minSecretBytes) return secret;
  throw new FleetError("configuration", `${what}: the secret in "${path}" is short`, {
    hint: `It needs ${minSecretBytes} bytes at least; openssl rand -hex 32 makes one.`,
  });
}
