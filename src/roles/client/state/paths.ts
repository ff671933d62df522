/**
 * Where a client keeps its data: all beside the state file (ours.md 2).
 */

export interface ClientPaths {
  /** ClientState in the original's format: the identity. */
  readonly state: string;
  /** The outbox and what else the original does not keep. */
  readonly database: string;
  /** Held locked while a client runs. */
  readonly lock: string;
  /** What `fleet client status` reads. */
  readonly status: string;
}

export function clientPaths(stateFile: string): ClientPaths {
  return {
    state: stateFile,
    database: `${stateFile}.fleet.sqlite`,
    lock: `${stateFile}.fleet.lock`,
    status: `${stateFile}.fleet.status.json`,
  };
}
