/** fleet admin …: who may administer a server, and the commands of the original's admin tool with its output. */
import type { AdminCertificateOptions } from "../actions/make-admin-certificate.ts";
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  withJson,
  withServerChoice,
} from "../command.ts";
import { adminUsages } from "../original/admin-usage.ts";

export function registerAdmin(program: FleetCommand, context: CommandContext): void {
  const admin = program
    .command("admin")
    .group(
      "who may administer a server over TLS, and the commands of fleetspeak-admin with its output",
    )
    .examples("fleet admin listclients", "fleet admin analysehistory 0123456789abcdef");
  registerCertificate(admin, context);
  registerOriginal(admin, context);
}

function registerCertificate(admin: FleetCommand, { terminal, run }: CommandContext): void {
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

function registerOriginal(admin: FleetCommand, { terminal, run }: CommandContext): void {
  for (const { name, parameters, summary } of adminUsages) {
    const command = admin.command(name).description(summary);
    for (const parameter of parameters.split(" ")) command.argument(asDeclared(parameter));
    withServerChoice(command).action(() =>
      run(async () => {
        const { runAdminAlias } = await import("../actions/run-admin-alias.ts");
        return runAdminAlias(terminal, name, command.args, command.opts<ServerChoice>());
      }),
    );
  }
}

/** "[<client_id>...]" and "<broadcast_id>..." as commander wants them: "[client_id...]", "<broadcast_id...>". */
function asDeclared(parameter: string): string {
  return parameter
    .replace(/^\[<(.*)>\.{3}\]$/, "[$1...]")
    .replace(/^\[<(.*)>\]$/, "[$1]")
    .replace(/^<(.*)>\.{3}$/, "<$1...>");
}
