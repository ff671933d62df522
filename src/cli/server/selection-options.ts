/**
 * The options by which a command's clients are chosen. Apart from client-selection.ts because every start of the program
 * loads what declares options, and must load little.
 */
import { type FleetCommand, collected } from "../command.ts";

export interface SelectionOptions {
  readonly client?: readonly string[];
  /** A path; "-" is standard input. */
  readonly clients_from?: string;
  readonly label?: readonly string[];
  readonly all?: true;
}

/** Declares the options of SelectionOptions. */
export function withSelection(command: FleetCommand): FleetCommand {
  return command
    .option(
      "--client <id>",
      "to this client, or the beginning of its id; may be given several times",
      collected,
    )
    .option("--clients_from <file>", "to the clients in a file, one id per line; - is stdin")
    .option(
      "--label <label>",
      "to every client with this label; if given several times, with all of them",
      collected,
    )
    .option("--all", "to every client");
}

/** Whether any of the options is there. */
export function isSelection(options: SelectionOptions): boolean {
  const { client, clients_from: file, label, all } = options;
  return [client, file, label, all].some((value) => value !== undefined);
}
