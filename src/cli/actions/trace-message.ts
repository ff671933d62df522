/** fleet message trace: a message's whole life. */
import { parseMessageId } from "../../core/ids.ts";
import { type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson, showLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ListClientsOptions } from "./list-clients.ts";

type Trace = OutputOf<"trace_message">;
type Step = Trace["steps"][number];

const columns: Column<Step>[] = [
  { heading: "STEP", text: ({ step }) => step },
  { heading: "TIME", text: ({ time }) => time ?? "" },
  {
    heading: "WHAT",
    text: ({ text, reason }) => (reason === undefined ? text : `${text}: ${reason}`),
  },
  { heading: "CONTACT", text: ({ contact_id: id }) => id?.toString() ?? "" },
  { heading: "ADDRESS", text: ({ address }) => address ?? "" },
  { heading: "SERVER", text: ({ server }) => server ?? "" },
];

/** @returns the exit code: 1 for a message that failed. */
export async function traceMessage(
  terminal: Terminal,
  id: string,
  options: ListClientsOptions,
): Promise<number> {
  const messageId = parseMessageId(id);
  using client = connect(options, terminal);
  const trace = await client.call(apiMethod("trace_message"), { message_id: messageId });
  await terminal.write(options.json ? formatJson(trace) : describe(trace));
  return trace.state === "failed" ? 1 : 0;
}

function describe(trace: Trace): string {
  const { message_id: id, message_type: type, state } = trace;
  return `message ${id}, type ${showLine(type) || "(none)"}: ${state}\n\n${formatTable(columns, trace.steps)}`;
}
