/** fleet file list: the files that clients can fetch, without their content. */
import { type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ListClientsOptions } from "./list-clients.ts";

type File = OutputOf<"list_files">["files"][number];

const columns: Column<File>[] = [
  { heading: "SERVICE", text: (file) => file.service_name },
  { heading: "NAME", text: (file) => file.file_name },
  { heading: "BYTES", text: (file) => file.size_bytes.toString() },
  { heading: "STORED", text: (file) => file.modified_time },
];

/** @param service undefined: the files of all services. */
export async function listFiles(
  terminal: Terminal,
  service: string | undefined,
  options: ListClientsOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const files = await fetchFiles(admin, service);
  const text = options.json ? formatJson(files) : formatTable(columns, files);
  await terminal.write(text);
  if (files.length === 0 && !options.json) await terminal.writeError("No file is stored.\n");
}

async function fetchFiles(admin: AdminClient, service: string | undefined): Promise<File[]> {
  const all: File[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.call(apiMethod("list_files"), { service, cursor, limit: 1000 });
    all.push(...page.files);
    cursor = page.next_cursor;
  } while (cursor !== undefined);
  return all;
}
