/** The link that lets the person at the terminal into the page: printed where nobody else reads it, and nowhere else. */
import type { Installation } from "../../roles/all/installation.ts";
import { userName } from "../terminal/user-name.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Prints a one-time link when standard error is a terminal: a secret stays out of files and journals. */
export async function offerLogin(
  terminal: Pick<Terminal, "errorColumns" | "writeError">,
  { web, access }: Installation,
): Promise<void> {
  if (!web || terminal.errorColumns === undefined) return;
  const { login } = await access.createLogin(
    { name: userName(), scope: "admin" },
    {
      ...{ door: "socket", name: undefined, serial: undefined, scope: "admin" },
      address: "the terminal of the server",
    },
  );
  await terminal.writeError(`log in within five minutes: ${web.linkOf(login)}\n`);
}
