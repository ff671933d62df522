/** fleet client status: what the client on this machine is doing, from the file that it keeps (ours.md 2). */
import { embeddedConfig, decodeContent } from "../../config/block/content.ts";
import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { FleetError, isSystemError } from "../../core/errors.ts";
import { readPrivateFile } from "../../platform/private-file.ts";
import { stateFileOf } from "../../roles/client/places.ts";
import { clientPaths } from "../../roles/client/state/paths.ts";
import { loadFile } from "../load-file.ts";
import { defaultClientConfig } from "../service-definition.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson, showLines } from "../terminal/text.ts";

export interface ClientStatusOptions {
  readonly config?: string;
  readonly state_file?: string;
  readonly json?: true;
}

const nameWidth = 18;
const maxBytes = 1024 * 1024;

type Fields = Readonly<Record<string, unknown>>;

/** @param embedded the block of this executable. @throws not_found where no client has left its status. */
export async function showClientStatus(
  terminal: Terminal,
  options: ClientStatusOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const path = clientPaths(chooseStateFile(options, embedded)).status;
  const status = readStatus(path);
  const running = status["state"] !== "stopped" && isRunning(status["pid"]);
  if (options.json) return await terminal.write(formatJson({ ...status, running }));
  const isLost = !running && status["state"] !== "stopped";
  const state = isLost ? `not running (last: ${String(status["state"])})` : status["state"];
  const lines = Object.entries({ ...status, state }).map(
    ([name, value]) => `${`${spaced(name)}:`.padEnd(nameWidth)}${showValue(value)}\n`,
  );
  await terminal.write(showLines(lines.join("")));
}

function chooseStateFile(options: ClientStatusOptions, embedded: Uint8Array | undefined): string {
  const { config, state_file: stateFile } = options;
  if (stateFile !== undefined && config !== undefined) {
    throw new FleetError("invalid_argument", "--config and --state_file exclude each other");
  }
  if (stateFile !== undefined) return stateFile;
  const isOwn = embedded !== undefined && config === undefined;
  const { persistence }: ClientConfig = isOwn
    ? embeddedConfig(decodeContent(embedded))
    : loadFile("client", config ?? defaultClientConfig, loadClientConfig);
  return stateFileOf(persistence);
}

function readStatus(path: string): Fields {
  const content = readPrivateFile(path, "status file", maxBytes);
  if (content === undefined) {
    throw new FleetError("not_found", `no client has left its status in "${path}"`, {
      hint: "Is it the right --state_file or --config, and was the client ever started?",
    });
  }
  try {
    const status: unknown = JSON.parse(content.toString("utf8"));
    if (typeof status === "object" && status !== null) return { ...status };
  } catch {
    // Reported below.
  }
  throw new FleetError("invalid_data", `"${path}" is no status of a client`);
}

/** A client that was killed leaves what it wrote last. */
function isRunning(pid: unknown): boolean {
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return isSystemError(thrown, "EPERM");
  }
}

/** "lastContact" → "last contact" */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ") || "none";
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value);
  // Sentences need a line each, numbers do not.
  const isText = entries.some(([, each]) => typeof each === "string");
  const [colon, separator] = isText ? [":", `\n${" ".repeat(nameWidth)}`] : ["", ", "];
  const texts = entries.map(([name, each]) => `${name}${colon} ${String(each)}`);
  return texts.join(separator) || "none";
}
