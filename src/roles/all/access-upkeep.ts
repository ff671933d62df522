/**
 * What is done about access every hour: the head of the audit log is written to the log, where whoever collects it keeps
 * it out of reach of this machine; and what nobody needs any more of credentials and repeated writes is removed.
 */
import type { Clock } from "../../core/clock.ts";
import { describeThrown } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";
import type { AuditStore } from "../../store/access.ts";
import type { Access } from "../admin/access/access.ts";

const hourMs = 3_600_000;
/** Removed at once; what is left waits for the next hour. */
const maxRows = 10_000;

export interface AccessUpkeepOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Pick<AuditStore, "head">;
  readonly access: Pick<Access, "prune">;
}

/** Begins now. Disposing ends it. */
export function startAccessUpkeep(options: AccessUpkeepOptions): Disposable {
  const { clock } = options;
  let next: Disposable | undefined;
  let isOver = false;
  const run = async () => {
    await keepUp(options);
    if (!isOver) next = clock.after(hourMs, () => void run());
  };
  void run();
  return {
    [Symbol.dispose]: () => {
      isOver = true;
      next?.[Symbol.dispose]();
    },
  };
}

async function keepUp({ log, audit, access }: AccessUpkeepOptions): Promise<void> {
  try {
    const { seq, hash } = await audit.head();
    log.info("head of the audit log: {seq}:{hash}", { seq, hash });
    await access.prune(maxRows);
  } catch (thrown) {
    log.warn("cannot look after the audit log and credentials: {error}", {
      error: describeThrown(thrown),
    });
  }
}
