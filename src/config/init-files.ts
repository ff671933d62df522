/**
 * The configuration files of a deployment: written where they are missing, kept where somebody may have changed them. Only
 * a certificate that was issued anew takes its old one's place, and nothing else of the file.
 */
import { type ReplaceOptions, replaceFile } from "../platform/private-file.ts";
import { decodeText, readConfigFile } from "./files.ts";
import type { InitStep } from "./init-keys.ts";
import { type PlainMessage, isPlainMessage } from "./plain-message.ts";
import { parseText } from "./text-format.ts";
import { printText } from "./text-printer.ts";

const componentsType = "fleetspeak.components.Config";

export interface FileToKeep {
  readonly path: string;
  /** "components file" */
  readonly what: string;
  readonly text: string;
  readonly mode?: number;
  /** For a components file: what the server shows to clients. */
  readonly served?: { readonly certificates: string; readonly key: string };
  /** Whether what is there is written over. */
  readonly rewrite: boolean;
}

/** @returns what became of it. @throws configuration when it cannot be read or written. */
export function keepOrWrite(file: FileToKeep): InitStep["outcome"] {
  const { path, what, text, rewrite } = file;
  const bytes = readConfigFile(path, what);
  const present = bytes && decodeText(bytes, path, what);
  if (present === text) return "kept";
  if (present === undefined || rewrite) return write(file, text);
  return file.served ? renewCertificate(file, present, file.served) : "differs";
}

function write({ path, what, mode }: FileToKeep, text: string): "written" {
  const options: ReplaceOptions = mode === undefined ? {} : { mode };
  replaceFile(path, what, text, options);
  return "written";
}

function renewCertificate(
  file: FileToKeep,
  present: string,
  served: { readonly certificates: string; readonly key: string },
): InitStep["outcome"] {
  const found = httpsConfigIn(present);
  const isCurrent = found["certificates"] === served.certificates && found["key"] === served.key;
  if (isCurrent) return "differs";
  const renewed = (["certificates", "key"] as const).reduce(
    (text, name) =>
      text.replace(printedField(name, found[name]), () => printedField(name, served[name])),
    present,
  );
  const now = httpsConfigIn(renewed);
  if (now["certificates"] !== served.certificates || now["key"] !== served.key) return "outdated";
  write(file, renewed);
  return "updated";
}

function httpsConfigIn(text: string): PlainMessage {
  const https = parseText(componentsType, text).value["https_config"];
  return isPlainMessage(https) ? https : {};
}

/** As this program writes it into a components file. */
function printedField(name: string, value: unknown): string {
  if (typeof value !== "string") return `\0`;
  const lines = printText(componentsType, { https_config: { [name]: value } }).split("\n");
  return lines.slice(1, -2).join("\n");
}
