/** What the operations of the API work on: what the admin role has, and facts of this server. */
import type { AdminContext } from "../options.ts";
import type { ServerFacts } from "./server-facts.ts";

export interface ApiContext extends AdminContext {
  readonly server: ServerFacts;
}
