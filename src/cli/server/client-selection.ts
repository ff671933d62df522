/**
 * Which clients a command is for: some that are named, those with certain labels, or all.
 */
import { readFile } from "node:fs/promises";

import { FleetError } from "../../core/errors.ts";
import { describeFileFault } from "../../platform/file-error.ts";
import type { ClientId } from "../../core/ids.ts";
import type { AdminClient } from "./admin-client.ts";
import { resolveClientIds } from "./connect.ts";
import { fetchClients } from "./fetch-clients.ts";
import type { SelectionOptions } from "./selection-options.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface Selection {
  /** Without duplicates. */
  readonly clientIds: readonly ClientId[];
  /** How many would have been chosen, were they not blacklisted. */
  readonly blacklisted: number;
}

/** Of a file of ids: a million of them. */
const maxListBytes = 32 * 1024 * 1024;

/**
 * Blacklisted clients are chosen only by name.
 * @throws invalid_argument for ways of choosing that exclude each other, and for what is no id; not_found where no
 * client is chosen.
 */
export async function chooseClients(
  admin: AdminClient,
  terminal: Terminal,
  options: SelectionOptions,
): Promise<Selection> {
  const { client, clients_from: file, label, all } = options;
  const isNamed = client !== undefined || file !== undefined;
  const ways = [isNamed, label !== undefined, all].filter(Boolean).length;
  if (ways !== 1) throw exclusive();
  const chosen = isNamed
    ? await chooseNamed(admin, terminal, options)
    : await matching(admin, label);
  if (chosen.clientIds.length === 0) throw nobody(chosen.blacklisted);
  return chosen;
}

async function chooseNamed(
  admin: AdminClient,
  terminal: Terminal,
  { client = [], clients_from: file }: SelectionOptions,
): Promise<Selection> {
  const listed = file === undefined ? [] : readIds(await readList(terminal, file));
  const clientIds = await resolveClientIds(admin, [...client, ...listed]);
  return { clientIds: [...new Set(clientIds)], blacklisted: 0 };
}

async function matching(
  admin: AdminClient,
  labels: readonly string[] | undefined,
): Promise<Selection> {
  const clients = await fetchClients(admin, labels);
  const clientIds = clients.flatMap(({ clientId, blacklisted }) => (blacklisted ? [] : [clientId]));
  return { clientIds, blacklisted: clients.length - clientIds.length };
}

/** The first word of each line; what follows a # is a remark. */
function readIds(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const [id = ""] = line.replace(/#.*/, "").trim().split(/\s+/);
    return id === "" ? [] : [id];
  });
}

async function readList(terminal: Terminal, path: string): Promise<string> {
  if (path === "-") return Buffer.from(await terminal.readInput(maxListBytes)).toString();
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    const reason = describeFileFault(thrown);
    throw new FleetError("invalid_argument", `cannot read --clients_from "${path}": ${reason}`, {
      hint: "Name a file with one client id per line; - is standard input.",
    });
  }
}

function exclusive(): FleetError {
  return new FleetError("invalid_argument", "clients are chosen in one way at a time", {
    hint: "Take --client and --clients_from, or --label, or --all.",
  });
}

function nobody(blacklisted: number): FleetError {
  const left = blacklisted === 0 ? "" : `; ${blacklisted} are blacklisted`;
  return new FleetError("not_found", `no client is chosen${left}`, {
    hint: "fleet clients list shows the clients and their labels.",
  });
}
