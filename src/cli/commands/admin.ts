/** fleet admin … */
import type { AdminCertificateOptions } from "../actions/make-admin-certificate.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerAdmin(program: FleetCommand, { terminal, run }: CommandContext): void {
  const admin = program.command("admin").description("who may administer a server over TLS");
  const certificate = admin
    .command("certificate <name>")
    .description(
      "make a certificate for an administrator, and the administrators' CA if there is none",
    )
    .requiredOption("--out <folder>", "where NAME.pem and NAME.key go")
    .option("--ca <folder>", "where admin-ca.pem and admin-ca.key are; otherwise in --out")
    .examples(
      "fleet admin certificate alice --ca admin --out admin/alice",
      "fleet server --database_path fleet.sqlite --admin_addr :6061 --admin_client_ca admin/admin-ca.pem",
      "fleet clients list --admin_addr server:6061 --admin_ca ca.pem --admin_cert alice.pem --admin_key alice.key",
    );
  withJson(certificate).action((name: string, options: AdminCertificateOptions) =>
    run(async () => {
      const { makeAdminCertificateFiles } = await import("../actions/make-admin-certificate.ts");
      return makeAdminCertificateFiles(terminal, name, options);
    }),
  );
}
