/** What a running server says of itself, for a support bundle: over its socket, with the rights of who asks. */
import { parseJson, textFieldOf } from "../../core/json-fields.ts";
import { apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { Collector } from "../../roles/all/support/collector.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { AdminClient } from "./admin-client.ts";

const answerMs = 5000;
const logEvents = 1000;

/** @param runFile the content of run.json; undefined: no server runs. */
export async function collectAnswers(
  collector: Collector,
  { interrupted: signal }: Terminal,
  runFile: string | undefined,
): Promise<void> {
  const socket = runFile === undefined ? undefined : textFieldOf(parseJson(runFile), "socket");
  if (socket === undefined) return collector.miss("server/api", "no server runs");
  const address = { target: `unix:${socket}`, foundBy: "from run.json" };
  using client = new AdminClient({ address, signal, deadlineMs: answerMs });
  await collector.gather("server/api/get_overview.json", () =>
    client.call(apiMethod("get_overview"), {}),
  );
  await collector.gather("server/api/get_server.json", () =>
    client.call(apiMethod("get_server"), {}),
  );
  await collector.gather("server/api/list_log_events.json", () =>
    client.call(apiMethod("list_log_events"), { limit: logEvents }),
  );
}
