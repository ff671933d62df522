/**
 * Resource usage of clients in SQLite.
 */
import type { SQLQueryBindings } from "bun:sqlite";

import type { ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkCount, checkMicros, checkUsage } from "../checks.ts";
import type { ResourceUsageRecord, ResourceUsageStore } from "../store.ts";
import type { Query, Session } from "./session.ts";

const rateColumns = [
  ["mean_user_cpu_rate", "meanUserCpuRate"],
  ["max_user_cpu_rate", "maxUserCpuRate"],
  ["mean_system_cpu_rate", "meanSystemCpuRate"],
  ["max_system_cpu_rate", "maxSystemCpuRate"],
  ["mean_resident_memory_mib", "meanResidentMemoryMib"],
  ["max_resident_memory_mib", "maxResidentMemoryMib"],
  ["mean_num_fds", "meanNumFds"],
  ["max_num_fds", "maxNumFds"],
] as const;

type Rates = Pick<ResourceUsageRecord, (typeof rateColumns)[number][1]>;

/** Integers as bigint, for the pid. */
interface UsageRow extends Rates {
  scope: string;
  pid: bigint;
  process_start_time: bigint | null;
  client_time: bigint | null;
  server_time: bigint;
  process_terminated: bigint;
}

/** As LIMIT. */
const everything = -1;

export class SqliteResourceUsage implements ResourceUsageStore {
  readonly #session: Session;
  readonly #insert: Query<unknown>;
  readonly #fetch: Query<UsageRow>;

  constructor(session: Session) {
    this.#session = session;
    const columns = "scope, pid, process_start_time, client_time, server_time, process_terminated";
    const rates = rateColumns.map(([column]) => column).join(", ");
    this.#insert = session.prepare(
      `INSERT INTO usage_rows (client, ${columns}, ${rates})
       VALUES (?, ?, ?, ?, ?, ?, ?, ${rateColumns.map(() => "?").join(", ")})`,
    );
    const namedRates = rateColumns.map(([column, name]) => `${column} AS ${name}`).join(", ");
    this.#fetch = session.prepareWide(
      `SELECT ${columns}, ${namedRates} FROM usage_rows WHERE client = ? AND server_time >= ? AND server_time < ?
       ORDER BY server_time, usage LIMIT ?`,
    );
  }

  async record(records: readonly ResourceUsageRecord[]): Promise<void> {
    for (const record of records) checkUsage(record);
    return this.#session.write("record resource usage", () => {
      for (const record of records) {
        const client = this.#session.requireClientRow(record.clientId, "record resource usage");
        this.#insert.run(client, ...valuesOf(record));
      }
    });
  }

  fetch(
    clientId: ClientId,
    start: Micros,
    end: Micros,
    limit?: number,
  ): Promise<ResourceUsageRecord[]> {
    return this.#session.read("read resource usage", () => {
      checkMicros("the start", start);
      checkMicros("the end", end);
      if (limit !== undefined) checkCount("the limit", limit);
      const client = this.#session.clientRow(clientId);
      if (client === undefined) return [];
      return this.#fetch
        .all(client, start, end, limit ?? everything)
        .map((row) => recordOf(clientId, row));
    });
  }
}

function valuesOf(record: ResourceUsageRecord): SQLQueryBindings[] {
  return [
    record.scope,
    record.pid,
    record.processStartTime ?? null,
    record.clientTime ?? null,
    record.serverTime,
    record.processTerminated ? 1 : 0,
    ...rateColumns.map(([, name]) => record[name]),
  ];
}

function recordOf(clientId: ClientId, row: UsageRow): ResourceUsageRecord {
  const { scope, pid, process_start_time, client_time, server_time, process_terminated, ...rates } =
    row;
  return {
    clientId,
    scope,
    pid,
    processStartTime: process_start_time === null ? undefined : Number(process_start_time),
    clientTime: client_time === null ? undefined : Number(client_time),
    serverTime: Number(server_time),
    processTerminated: process_terminated !== 0n,
    ...rates,
  };
}
