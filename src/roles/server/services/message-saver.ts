/**
 * MessageSaver: writes each message to a file of its own, `<path>/<client id>/<time>_<message id>.txt|.json`
 * (ours.md 3). A file appears whole or not at all; processing a message twice writes the same file again.
 */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, rename, unlink } from "node:fs/promises";
import { join } from "node:path";

import { FleetError, describeThrown } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import { msFromTimestamp } from "../../../core/time.ts";
import type { ServerService } from "./service.ts";

export interface MessageSaverOptions {
  /** The folder; made with 0700 if it is missing. */
  readonly path: string;
  readonly format: "text" | "json";
  /** The content of a file: the message as text format or as JSON. */
  readonly print: (message: IdentifiedMessage, format: "text" | "json") => string;
}

export function createMessageSaverService(options: MessageSaverOptions): ServerService {
  return {
    discards: false,
    process: (message) => save(message, options),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function save(message: IdentifiedMessage, options: MessageSaverOptions): Promise<void> {
  const folder = join(options.path, message.source.clientId ?? "server");
  const target = join(folder, fileName(message, options.format));
  const content = options.print(message, options.format);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(target, content);
  } catch (thrown) {
    // A full disk or a missing right is the operator's to mend; the message waits meanwhile.
    throw new FleetError("unavailable", `cannot save to "${target}": ${describeThrown(thrown)}`, {
      cause: thrown,
    });
  }
}

function fileName(message: IdentifiedMessage, format: "text" | "json"): string {
  const time = new Date(msFromTimestamp(message.creationTime)).toISOString().replaceAll(":", "-");
  return `${time}_${message.messageId}.${format === "json" ? "json" : "txt"}`;
}

async function writeWhole(target: string, content: string): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`;
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const file = await open(temporary, flags, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await rename(temporary, target);
  } catch (thrown) {
    await unlink(temporary);
    throw thrown;
  }
}
