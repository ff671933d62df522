/** fleet token …: the tokens of scripts. */
import type { Scope } from "../../core/caller.ts";
import { FleetError } from "../../core/errors.ts";
import { checkAbsent, createFile } from "../../platform/private-file.ts";
import { type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface CreateTokenOptions extends ServerChoice {
  readonly name: string;
  readonly scope: Scope;
  /** Seconds. */
  readonly expires?: number;
  /** A file that must not exist. */
  readonly out?: string;
  readonly json?: true;
}

type Token = OutputOf<"list_tokens">["tokens"][number];

const columns: Column<Token>[] = [
  { heading: "TOKEN", text: (token) => token.token_id },
  { heading: "NAME", text: (token) => token.name },
  { heading: "SCOPE", text: (token) => token.scope },
  { heading: "STATE", text: (token) => token.state },
  { heading: "EXPIRES", text: (token) => token.expires_time ?? "never" },
  { heading: "LAST USED", text: (token) => token.last_used_time ?? "" },
  { heading: "FROM", text: (token) => token.last_used_from ?? "" },
];

const tokenFile = "token file";

/** The token goes to standard output, or into a file of this user's alone: nothing else of it is kept. */
export async function createToken(terminal: Terminal, options: CreateTokenOptions): Promise<void> {
  const { name, scope, expires, out, json } = options;
  if (out !== undefined) checkAbsent(out, tokenFile);
  using admin = connect(options, terminal);
  const made = await admin.call(apiMethod("create_token"), {
    ...{ name, scope },
    ...(expires !== undefined && { lifetime_seconds: expires }),
  });
  const { token, ...shown } = made;
  if (out !== undefined) await keepToken(out, made, (id) => revoke(admin, id));
  if (json) return await terminal.write(formatJson(out === undefined ? made : shown));
  const until = made.expires_time ?? "it is revoked";
  await terminal.writeError(`token ${made.token_id} holds until ${until}\n`);
  if (out === undefined) await terminal.write(`${token}\n`);
}

type Admin = ReturnType<typeof connect>;

async function revoke(admin: Admin, tokenId: string): Promise<void> {
  await admin.call(apiMethod("revoke_token"), { token_id: tokenId });
}

/** A token that nobody has is not left behind. */
async function keepToken(
  path: string,
  { token, token_id: id }: OutputOf<"create_token">,
  undo: (id: string) => Promise<void>,
): Promise<void> {
  try {
    createFile(path, tokenFile, `${token}\n`);
  } catch (thrown) {
    await undo(id);
    throw thrown;
  }
}

export async function listTokens(
  terminal: Terminal,
  options: ServerChoice & { readonly json?: true },
): Promise<void> {
  using admin = connect(options, terminal);
  const { tokens } = await admin.call(apiMethod("list_tokens"), {});
  await terminal.write(options.json ? formatJson(tokens) : formatTable(columns, tokens));
}

export async function revokeToken(
  terminal: Terminal,
  tokenId: string,
  options: ServerChoice,
): Promise<void> {
  using admin = connect(options, terminal);
  const id = checkId(tokenId);
  await revoke(admin, id);
  await terminal.writeError(`token ${id} is revoked\n`);
}

/** Whoever gives the token itself has shown it to others. */
export function checkId(text: string): string {
  const id = text.toLowerCase();
  if (/^[0-9a-f]{16}$/.test(id)) return id;
  throw new FleetError("invalid_argument", "this is not the id of a token or a session", {
    hint: "It is 16 hex digits: those that fleet token list and fleet web sessions show.",
  });
}
