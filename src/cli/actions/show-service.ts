/** fleet service show: what a signed service allows, and whether a deployment key has signed it. */
import { requireConfigFile } from "../../config/files.ts";
import { plainToJson } from "../../config/plain-json.ts";
import { readPublicKeys } from "../../config/pem.ts";
import { type SignedContent, readSignedContent } from "../../config/service-signing.ts";
import { printText } from "../../config/text-printer.ts";
import { FleetError } from "../../core/errors.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson, showLines } from "../terminal/text.ts";
import { readPem } from "./read-pem.ts";

export interface ShowServiceOptions {
  readonly key?: string;
  readonly json?: true;
}

/** @throws invalid_data for another file, refused for a signature that is not of the key. */
export async function showService(
  terminal: Terminal,
  file: string,
  { key, json }: ShowServiceOptions,
): Promise<void> {
  const { typeName, message, isSignedBy } = readSigned(file);
  const isGood = key === undefined ? undefined : readKeys(key).some((each) => isSignedBy(each));
  const text = json
    ? formatJson({ file, signed_by_key: isGood, service: plainToJson(typeName, message) })
    : showLines(printText(typeName, message));
  await terminal.write(text);
  if (isGood === false) {
    throw new FleetError("refused", `the signature of "${file}" is not of --key "${key}"`, {
      hint: "Sign the service with the private half of that key: fleet service sign",
    });
  }
  if (!json) await terminal.writeError(isGood ? "the signature is good\n" : unchecked);
}

const unchecked = "the signature was not checked: name the public key with --key\n";

function readSigned(file: string): SignedContent {
  const bytes = requireConfigFile(file, "signed service");
  let cause: unknown;
  try {
    const content = readSignedContent(bytes);
    // An empty file can be read, too.
    if (content.message["name"] !== undefined) return content;
  } catch (thrown) {
    cause = thrown;
  }
  throw new FleetError("invalid_data", `"${file}" is no signed service`, {
    hint: "fleet service sign makes one; other files: fleet config check FILE",
    cause,
  });
}

function readKeys(path: string) {
  return readPublicKeys(readPem(path, "--key"), `--key "${path}"`);
}
