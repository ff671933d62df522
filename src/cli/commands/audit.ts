/** fleet audit … */
import { Option } from "commander";

import { FleetError } from "../../core/errors.ts";
import type { AuditOptions, ListAuditOptions, VerifyAuditOptions } from "../actions/audit.ts";
import {
  type CommandContext,
  type FleetCommand,
  parsedBy,
  withJson,
  withServerChoice,
} from "../command.ts";

const defaultEntries = 100;

export function registerAudit(program: FleetCommand, { terminal, run }: CommandContext): void {
  const audit = program.command("audit").group("who changed what, and when");
  const list = audit
    .command("list")
    .summary("list the newest entries of the audit log")
    .description(
      "list the audit log, the newest entry first; with --database_path, also that of a server that is stopped",
    )
    .addOption(
      new Option("--limit <count>", "how many entries")
        .argParser(parsedBy(parseLimit))
        .default(defaultEntries),
    )
    .examples("fleet audit list --limit 20");
  withServerChoice(withJson(list, "print each entry as JSON, on one line")).action(
    (options: ListAuditOptions) =>
      run(async () => {
        const { listAudit } = await import("../actions/audit.ts");
        return listAudit(terminal, options);
      }),
  );
  const head = audit
    .command("head")
    .description(
      "print number and hash of the newest entry: kept elsewhere, it proves all before it",
    );
  withServerChoice(withJson(head)).action((options: AuditOptions) =>
    run(async () => {
      const { showAuditHead } = await import("../actions/audit.ts");
      return showAuditHead(terminal, options);
    }),
  );
  const verify = audit
    .command("verify")
    .summary("check that the audit log is what was written")
    .description(
      "compute every hash of the audit log anew; exit code 1, with the place, where it was changed",
    )
    .option("--head <seq:hash>", "a head that was noted earlier: it must be in the log")
    .examples("fleet audit verify --head 17:$HASH");
  withServerChoice(withJson(verify)).action((options: VerifyAuditOptions) =>
    run(async () => {
      const { verifyAudit } = await import("../actions/audit.ts");
      return verifyAudit(terminal, options);
    }),
  );
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (/^[0-9]{1,9}$/.test(text) && limit > 0) return limit;
  throw new FleetError("invalid_argument", "Write a number over 0.");
}
