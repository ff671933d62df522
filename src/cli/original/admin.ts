/** fleetspeak-admin: waits for the server's admin API, then runs one command. */
import { findAdminAddress } from "../server/admin-address.ts";
import { AdminClient } from "../server/admin-client.ts";
import { adminCommands } from "./admin-commands.ts";
import { type AdminUsage, adminUsages } from "./admin-usage.ts";
import { showLine } from "../terminal/text.ts";
import type { DefineProgram, OriginalContext } from "./run-original.ts";

const usageFailure = 1;
const defaultAddress = "localhost:6061";
/** After which a person who waits is told for what. */
const patienceMs = 5000;

export const defineAdmin: DefineProgram = (flags) => {
  const address = flags.string("admin_addr", defaultAddress, "Address for the admin server.");
  return async (context) => {
    const [name, ...args] = context.arguments;
    const command = adminUsages.find((each) => each.name === name);
    if (command === undefined) {
      const complaint =
        name === undefined ? "A command is required." : `Unknown command: ${showLine(name)}`;
      return await showUsage(context, `${complaint}\n`);
    }
    if (args.length < command.counts[0] || args.length > command.counts[1])
      return await showUsage(context, "");
    return await runCommand(context, address.value, command, args);
  };
};

async function runCommand(
  { terminal, log }: OriginalContext,
  address: string,
  { name }: AdminUsage,
  args: readonly string[],
): Promise<number> {
  const found = findAdminAddress({ admin_addr: address }, terminal.environment);
  const signal = terminal.interrupted;
  using client = new AdminClient({ address: found, signal, deadlineMs: Infinity });
  using _told = terminal.clock.after(patienceMs, () => {
    void terminal.writeError(`waiting for the admin server at ${found.target}\n`);
  });
  await client.ready();
  _told[Symbol.dispose]();
  await adminCommands[name](
    {
      client,
      write: (text) => terminal.write(text),
      warn: (text) => log.log("WARNING", "history", showLine(text)),
    },
    args,
  );
  return 0;
}

async function showUsage({ terminal, name }: OriginalContext, complaint: string): Promise<number> {
  const lines = adminUsages.map((each) => `    ${name} ${each.name} ${each.parameters}\n`);
  await terminal.writeError(`${complaint}Usage:\n${lines.join("")}\n`);
  return usageFailure;
}
