/** fleet web … */
import { Option } from "commander";

import { scopes } from "../../core/caller.ts";
import type { WebLoginOptions } from "../actions/web-sessions.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  withJson,
  withServerChoice,
} from "../command.ts";

export function registerWeb(program: FleetCommand, { terminal, run }: CommandContext): void {
  const web = program.command("web").group("the status page, and who may look at it");
  const login = web
    .command("login")
    .summary("print a link that lets a browser in")
    .description(
      "print a link that lets one browser in, on the server's machine; it works once, within five minutes",
    )
    .option(
      "--name <name>",
      "who logs in: the log says it with all that is done; default: your user name",
    )
    .addOption(
      new Option("--scope <scope>", "what the session may: look, also send, or everything")
        .choices(scopes)
        .default("admin"),
    )
    .examples("fleet web login --database_path data/demo.sqlite");
  withServerChoice(withJson(login)).action((options: WebLoginOptions) =>
    run(async () => {
      const { webLogin } = await import("../actions/web-sessions.ts");
      return webLogin(terminal, options);
    }),
  );
  const sessions = web.command("sessions").description("list the browsers that logged in");
  withServerChoice(withJson(sessions)).action((options: ServerChoice & { json?: true }) =>
    run(async () => {
      const { webSessions } = await import("../actions/web-sessions.ts");
      return webSessions(terminal, options);
    }),
  );
  const logout = web
    .command("logout <session>")
    .summary("end a browser's session")
    .description("end a browser's session by its id, at once")
    .examples("fleet web logout 0123456789abcdef");
  withServerChoice(logout).action((id: string, options: ServerChoice) =>
    run(async () => {
      const { webLogout } = await import("../actions/web-sessions.ts");
      return webLogout(terminal, id, options);
    }),
  );
}
