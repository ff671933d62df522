/** What the operations of the API work on: what the admin role has, and facts of this server. */
import type { AdminContext } from "../options.ts";

export interface ApiContext extends AdminContext {
  /** Names this server in answers. */
  readonly server: {
    readonly name: string;
    readonly version: string;
    readonly startedTimeMs: number;
  };
}
