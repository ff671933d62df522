/** The client of this machine, by its file or by what the executable carries. */
import { decodeContent, embeddedConfig } from "../../config/block/content.ts";
import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { type Finding, examine, passed } from "../../core/finding.ts";
import { examineClient } from "../../roles/client/doctor/doctor.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { loadExamined } from "./configuration.ts";
import type { Diagnosis } from "./diagnosis.ts";

export async function diagnoseClientFile(terminal: Terminal, path: string): Promise<Diagnosis> {
  const now = terminal.clock.now();
  const { findings, value } = await loadExamined("client", path, now, loadClientConfig);
  // What is to be known of its values comes again with everything else.
  const own = findings.filter(({ status }) => status !== "warn");
  const rest = value === undefined ? [] : await lookAt(terminal, value);
  return { role: "client", source: path, findings: [...own, ...rest] };
}

export async function diagnoseEmbedded(
  terminal: Terminal,
  embedded: Uint8Array,
): Promise<Diagnosis> {
  let config: ClientConfig | undefined;
  const findings = await examine("configuration", () => {
    config = embeddedConfig(decodeContent(embedded));
    return passed("configuration", "this executable carries one that can be used");
  });
  const rest = config === undefined ? [] : await lookAt(terminal, config);
  return { role: "client", source: process.execPath, findings: [...findings, ...rest] };
}

export function lookAt(terminal: Terminal, config: ClientConfig): Promise<Finding[]> {
  const { HTTPS_PROXY, NO_PROXY } = process.env;
  const { clock, interrupted: signal } = terminal;
  return examineClient({ config, clock, signal, environment: { HTTPS_PROXY, NO_PROXY } });
}
