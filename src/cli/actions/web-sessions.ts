/** fleet web …: who may look at the page. */
import type { Scope } from "../../core/caller.ts";
import { type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { userName } from "../terminal/user-name.ts";
import { checkId } from "./tokens.ts";

export interface WebLoginOptions extends ServerChoice {
  readonly name?: string;
  readonly scope: Scope;
  readonly json?: true;
}

type Session = OutputOf<"list_sessions">["sessions"][number];

const columns: Column<Session>[] = [
  { heading: "SESSION", text: (session) => session.session_id },
  { heading: "NAME", text: (session) => session.name },
  { heading: "SCOPE", text: (session) => session.scope },
  { heading: "STATE", text: (session) => session.state },
  { heading: "LOGGED IN", text: (session) => session.created_time },
  { heading: "FROM", text: (session) => session.created_from },
  { heading: "LAST USED", text: (session) => session.last_used_time ?? "" },
];

/** Prints the link. */
export async function webLogin(terminal: Terminal, options: WebLoginOptions): Promise<void> {
  const { name = userName(), scope, json } = options;
  using admin = connect(options, terminal);
  const login = await admin.call(apiMethod("create_login"), { name, scope });
  if (json) return await terminal.write(formatJson(login));
  await terminal.writeError(`This link lets one browser in, until ${login.expires_time}:\n`);
  await terminal.write(`${login.url}\n`);
}

export async function webSessions(
  terminal: Terminal,
  options: ServerChoice & { readonly json?: true },
): Promise<void> {
  using admin = connect(options, terminal);
  const { sessions } = await admin.call(apiMethod("list_sessions"), {});
  await terminal.write(options.json ? formatJson(sessions) : formatTable(columns, sessions));
}

export async function webLogout(
  terminal: Terminal,
  sessionId: string,
  options: ServerChoice,
): Promise<void> {
  using admin = connect(options, terminal);
  const id = checkId(sessionId);
  await admin.call(apiMethod("end_session"), { session_id: id });
  await terminal.writeError(`session ${id} is ended\n`);
}
