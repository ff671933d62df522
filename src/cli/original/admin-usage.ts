/** The commands of the original's admin tool and what follows them. Loaded at every start: knows nothing else. */

export interface AdminUsage {
  readonly name: AdminCommandName;
  /** What follows the name in usage. */
  readonly parameters: string;
  readonly summary: string;
  /** How many arguments there may be. */
  readonly counts: readonly [least: number, most: number];
}

export type AdminCommandName =
  | "listclients"
  | "listcontacts"
  | "analysehistory"
  | "blacklistclients"
  | "storefile"
  | "deletefile"
  | "listactivebroadcasts"
  | "disablebroadcasts";

/** In the order of the original's usage. */
export const adminUsages: readonly AdminUsage[] = [
  {
    name: "listclients",
    parameters: "[<client_id>...]",
    summary: "list all clients, or these",
    counts: [0, Infinity],
  },
  {
    name: "listcontacts",
    parameters: "<client_id> [limit]",
    summary: "list a client's contacts, the latest first",
    counts: [1, 2],
  },
  {
    name: "analysehistory",
    parameters: "<client_id>",
    summary: "say whether a client was cloned or restored from a backup",
    counts: [1, 1],
  },
  {
    name: "blacklistclients",
    parameters: "[<client_id>...]",
    summary: "make clients take new identities",
    counts: [0, Infinity],
  },
  {
    name: "storefile",
    parameters: "<service_name> <file_name> <file_path>",
    summary: "store a file for a service's clients to fetch",
    counts: [3, 3],
  },
  {
    name: "deletefile",
    parameters: "<service_name> <file_name>",
    summary: "delete a stored file",
    counts: [2, 2],
  },
  {
    name: "listactivebroadcasts",
    parameters: "[<service_name>]",
    summary: "list the broadcasts that are still sent",
    counts: [0, 1],
  },
  {
    name: "disablebroadcasts",
    parameters: "<broadcast_id>...",
    summary: "end broadcasts",
    counts: [1, Infinity],
  },
];
