/** The data of a message or a broadcast, from the flags that both take. */
import { readFile } from "node:fs/promises";

import { FleetError } from "../core/errors.ts";
import { describeFileFault } from "../platform/file-error.ts";
import { type AnyData, maxMessageBytes } from "../core/message.ts";
import type { FleetCommand } from "./command.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { packText } from "./terminal/text-value.ts";

export interface DataOptions {
  readonly data_file?: string;
  readonly type_url?: string;
  readonly text?: string;
}

/** Declares the options of DataOptions. */
export function withData(command: FleetCommand): FleetCommand {
  return command
    .option("--data_file <file>", "the serialized data of the message; - is standard input")
    .option(
      "--type_url <url>",
      "the type of that data, such as fleetspeak.stdinservice.InputMessage",
    )
    .option("--text <text>", "text as data, of type google.protobuf.StringValue");
}

/** @throws invalid_argument for flags that exclude each other, and for a file that cannot be read. */
export async function readData(
  terminal: Terminal,
  options: DataOptions,
): Promise<AnyData | undefined> {
  const { text, data_file: file, type_url: typeUrl } = options;
  if (text !== undefined) {
    if (file === undefined && typeUrl === undefined) return packText(text);
    throw new FleetError(
      "invalid_argument",
      "--text has its own type and stands without --data_file and --type_url",
      { hint: "Leave out --text, or the other two." },
    );
  }
  if (file === undefined && typeUrl === undefined) return undefined;
  if (file === undefined || typeUrl === undefined) {
    throw new FleetError("invalid_argument", "--data_file and --type_url belong together", {
      hint: "The type of the data is a name such as fleetspeak.stdinservice.InputMessage.",
    });
  }
  const value = file === "-" ? await terminal.readInput(maxMessageBytes) : await readDataFile(file);
  return { typeUrl: typeUrl.includes("/") ? typeUrl : `type.googleapis.com/${typeUrl}`, value };
}

async function readDataFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new FleetError(
      "invalid_argument",
      `cannot read --data_file "${path}": ${describeFileFault(thrown)}`,
      { hint: "Name a file with the serialized message; - is standard input." },
    );
  }
}
