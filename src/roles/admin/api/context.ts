/** What the operations of the API work on. */
export type { AdminContext as ApiContext } from "../options.ts";
