/** fleet file list: the files that clients can fetch, without their content. */
import { fleetMethods } from "../../proto/admin-methods.ts";
import type { FileDescription } from "../../proto/admin-types.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable, isoTime } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ListClientsOptions } from "./list-clients.ts";

const columns: Column<FileDescription>[] = [
  { heading: "SERVICE", text: ({ serviceName }) => serviceName },
  { heading: "NAME", text: ({ fileName }) => fileName },
  { heading: "BYTES", text: ({ sizeBytes }) => sizeBytes.toString() },
  { heading: "STORED", text: ({ modifiedTime }) => isoTime(modifiedTime) ?? "" },
];

/** @param service undefined: the files of all services. */
export async function listFiles(
  terminal: Terminal,
  service: string | undefined,
  options: ListClientsOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const { files } = await admin.call(fleetMethods.listFiles, { serviceName: service ?? "" });
  const text = options.json ? formatJson(files.map(fileJson)) : formatTable(columns, files);
  await terminal.write(text);
  if (files.length === 0 && !options.json) await terminal.writeError("No file is stored.\n");
}

function fileJson({ serviceName, fileName, sizeBytes, modifiedTime }: FileDescription) {
  return {
    service_name: serviceName,
    file_name: fileName,
    size_bytes: sizeBytes,
    modified_time: isoTime(modifiedTime),
  };
}
