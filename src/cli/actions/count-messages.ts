/** fleet message stats: how many messages of each kind there were. */
import { type InputOf, type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

type By = NonNullable<InputOf<"count_messages">["by"]>[number];
type Count = OutputOf<"count_messages">["counts"][number];

export interface CountOptions extends ServerChoice {
  readonly by?: readonly By[];
  readonly from?: string;
  readonly to?: string;
  readonly direction?: "to_client" | "to_server";
  readonly service?: string;
  readonly type?: string;
  readonly json?: true;
}

const groups: Readonly<Record<By, Column<Count>>> = {
  day: { heading: "DAY", text: ({ day }) => day ?? "" },
  direction: { heading: "DIRECTION", text: ({ direction }) => direction ?? "" },
  service: { heading: "SERVICE", text: ({ service }) => service ?? "" },
  type: { heading: "TYPE", text: ({ message_type: type }) => type ?? "" },
};

const figures: Column<Count>[] = [
  { heading: "STORED", text: ({ stored }) => stored.toString() },
  { heading: "PROCESSED", text: ({ processed }) => processed.toString() },
  { heading: "FAILED", text: ({ failed }) => failed.toString() },
  { heading: "PENDING", text: ({ pending }) => pending.toString() },
];

export async function countMessages(terminal: Terminal, options: CountOptions): Promise<void> {
  const { by = [], from, to, direction, service, type, json } = options;
  using client = connect(options, terminal);
  const filters = { from, to, direction, service, message_type: type };
  const { counts } = await client.call(apiMethod("count_messages"), { by: [...by], ...filters });
  if (json) return await terminal.write(formatJson(counts));
  await terminal.write(formatTable([...by.map((one) => groups[one]), ...figures], counts));
  if (counts.length === 0) await terminal.writeError("There was no such message.\n");
}
