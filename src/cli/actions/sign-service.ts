/** fleet service sign: a signed client service configuration, from a text file or from flags. */
import { readFileSync } from "node:fs";

import { readPrivateKey } from "../../config/pem.ts";
import type { PlainMessage } from "../../config/plain-message.ts";
import { readServiceToSign } from "../../config/service-files.ts";
import { signServiceConfig, stdinServiceMessage } from "../../config/service-signing.ts";
import { FleetError } from "../../core/errors.ts";
import { describeFileFault } from "../../platform/file-error.ts";
import { clientLabelService } from "../../core/labels.ts";
import { replaceFile } from "../../platform/private-file.ts";
import { loadFile } from "../load-file.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface SignOptions {
  readonly key: string;
  readonly out: string;
  readonly name?: string;
  readonly factory: string;
  readonly cmd?: string;
  readonly arg?: readonly string[];
  readonly label?: readonly string[];
}

export async function signServiceFile(
  terminal: Terminal,
  file: string | undefined,
  options: SignOptions,
): Promise<void> {
  const message = file === undefined ? fromFlags(options) : fromFile(file, options);
  const signed = signServiceConfig(message, readKey(options.key), terminal.clock.now());
  replaceFile(options.out, "signed service", signed);
  await terminal.writeError(
    `signed: ${options.out} (put it into services/ of a client's configuration directory)\n`,
  );
}

function readKey(path: string): string {
  const pem = readText(path);
  // Here the file can be named.
  readPrivateKey(pem, `--key "${path}"`);
  return pem;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    throw new FleetError(
      "configuration",
      `--key "${path}" cannot be read: ${describeFileFault(thrown)}`,
      {
        hint: "`fleet config init` makes a deployment key; `fleet all` keeps one in its state directory.",
      },
    );
  }
}

function fromFile(file: string, { name, cmd, arg, label }: SignOptions): PlainMessage {
  if ([name, cmd, arg, label].some((flag) => flag !== undefined)) {
    throw new FleetError(
      "invalid_argument",
      "a file and --name, --cmd, --arg or --label exclude each other",
      { hint: "Write what they say into the file." },
    );
  }
  return loadFile("client_service", file, readServiceToSign);
}

function fromFlags({ name, factory, cmd, arg = [], label = [] }: SignOptions): PlainMessage {
  if (name === undefined) {
    throw new FleetError("invalid_argument", "there is nothing to sign", {
      hint: "Name a text file, or a service with --name and --cmd.",
    });
  }
  const requiredLabels = label.map((text) => ({ service_name: clientLabelService, label: text }));
  return { ...messageOf(name, factory, cmd, arg), required_labels: requiredLabels };
}

function messageOf(
  name: string,
  factory: string,
  cmd: string | undefined,
  args: readonly string[],
): PlainMessage {
  if (factory === "Stdin" && cmd !== undefined) return stdinServiceMessage({ name, cmd, args });
  if (factory === "NOOP" && cmd === undefined) return { name, factory };
  throw new FleetError(
    "invalid_argument",
    `a service of factory "${factory}" is not made from these flags`,
    {
      hint: "Stdin takes --cmd and NOOP takes none; for others write a text file and name it.",
    },
  );
}
