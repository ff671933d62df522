/** What the API tells of the server that it runs in; each fact is asked for when somebody wants to know it. */
import type { Micros } from "../../../core/time.ts";
import type { LogReader } from "../../../observability/recent-log.ts";

export interface ServerFacts {
  /** The machine's name. */
  readonly name: string;
  readonly version: string;
  readonly started: Micros;
  /** Names this process among those that were and will be. */
  readonly instance: string;
  /** The last lines of the log; undefined where nobody keeps them. */
  readonly recentLog: LogReader | undefined;
  /** undefined where it cannot be asked. */
  disk(): DiskFacts | undefined;
  /** When the server's certificate ends, milliseconds since the epoch; undefined where a proxy does TLS. */
  certificateEndsAt(): number | undefined;
  /** The configuration in force, secrets left out: plain JSON. */
  configuration(): ServerConfiguration;
}

export interface DiskFacts {
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Below it, clients are asked to wait. */
  readonly floorBytes: number | undefined;
}

export interface ServerConfiguration {
  readonly listeners: readonly { readonly name: string; readonly address: string }[];
  readonly services: readonly { readonly name: string; readonly factory: string }[];
  /** The sections of the components configuration by name. */
  readonly settings: Readonly<Record<string, unknown>>;
}
