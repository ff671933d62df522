/** fleet admin certificate */
import { issueAdminCertificate } from "../../config/admin-certificates.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface AdminCertificateOptions {
  /** A folder. */
  readonly out: string;
  /** A folder. */
  readonly ca?: string;
  readonly json?: true;
}

export async function makeAdminCertificateFiles(
  terminal: Terminal,
  name: string,
  { out, ca = out, json }: AdminCertificateOptions,
): Promise<void> {
  const now = terminal.clock.now();
  const files = await issueAdminCertificate({ name, outFolder: out, caFolder: ca, now });
  if (json) {
    await terminal.write(
      formatJson({ ca: files.ca, certificate: files.certificate, key: files.key }),
    );
    return;
  }
  if (files.madeAuthority) {
    await terminal.write(`made admin CA: ${files.ca}\n`);
    await terminal.writeError(`Give it to the server: --admin_client_ca ${files.ca}\n`);
  }
  await terminal.write(`made certificate: ${files.certificate}\nmade key: ${files.key}\n`);
}
