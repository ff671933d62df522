/** fleet token … */
import { Option } from "commander";

import { scopes } from "../../core/caller.ts";
import type { CreateTokenOptions } from "../actions/tokens.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  parsedBy,
  withJson,
  withServerChoice,
} from "../command.ts";
import { parseLifetime } from "../terminal/lifetime.ts";

export function registerToken(program: FleetCommand, { terminal, run }: CommandContext): void {
  const token = program.command("token").group("tokens, by which scripts are let in");
  const create = token
    .command("create")
    .summary("make a token")
    .description(
      "make a token, on the server's machine; it is shown this once. Scripts send it to the HTTP API as " +
        "Authorization: Bearer, and name its file in FLEET_TOKEN_FILE for this program",
    )
    .requiredOption("--name <name>", "what it is for: the log says it with all that is done")
    .addOption(
      new Option("--scope <scope>", "what it may: look, also send, or everything")
        .choices(scopes)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        "--expires <time>",
        "how long it holds: 12h, 30d, 1y; without it, until it is revoked",
      ).argParser(parsedBy(parseLifetime)),
    )
    .option("--out <file>", "write it into this new file, which only you can read")
    .examples("fleet token create --name backup --scope read --expires 30d --out backup.token");
  withServerChoice(withJson(create)).action((options: CreateTokenOptions) =>
    run(async () => {
      const { createToken } = await import("../actions/tokens.ts");
      return createToken(terminal, options);
    }),
  );
  const list = token.command("list").description("list the tokens, without their secrets");
  withServerChoice(withJson(list)).action((options: ServerChoice & { json?: true }) =>
    run(async () => {
      const { listTokens } = await import("../actions/tokens.ts");
      return listTokens(terminal, options);
    }),
  );
  const revoke = token
    .command("revoke <token>")
    .summary("end a token")
    .description("end a token by its id, at once, with every stream that is open with it")
    .examples("fleet token revoke 0123456789abcdef");
  withServerChoice(revoke).action((id: string, options: ServerChoice) =>
    run(async () => {
      const { revokeToken } = await import("../actions/tokens.ts");
      return revokeToken(terminal, id, options);
    }),
  );
}
