/**
 * Broadcasts in SQLite: templates, allocations and to whom each was sent.
 */
import { allocationSize, type Broadcast, type BroadcastAllocation } from "../../core/broadcast.ts";
import { FleetError } from "../../core/errors.ts";
import { hexToBytes, type AllocationId, type BroadcastId, type ClientId } from "../../core/ids.ts";
import { timestampFromMicros, type Micros } from "../../core/time.ts";
import {
  checkBroadcast,
  checkBroadcastLimit,
  checkCount,
  checkMicros,
  checkSend,
} from "../checks.ts";
import type {
  BroadcastRecord,
  BroadcastSend,
  BroadcastSendOutcome,
  BroadcastStore,
} from "../store.ts";
import {
  broadcastColumns,
  groupOf,
  recordOf,
  valuesOf,
  type BroadcastRow,
} from "./broadcast-rows.ts";
import { prepareMessage, type MessageWriter, type PreparedMessage } from "./message-writer.ts";
import type { Query, Session } from "./session.ts";

/** Integers as bigint. */
interface AllocationRow {
  allocation: bigint;
  broadcast: bigint;
  send_limit: bigint;
  sent: bigint;
}

interface PreparedSend {
  readonly broadcastId: Buffer;
  readonly allocationId: Buffer;
  readonly clientId: ClientId;
  readonly message: PreparedMessage;
}

// Not expired at seconds ?, nanos ?.
const alive = "(expiration_seconds IS NULL OR (expiration_seconds, expiration_nanos) > (?, ?))";

export class SqliteBroadcasts implements BroadcastStore {
  readonly #session: Session;
  readonly #writer: MessageWriter;
  readonly #byId: Query<BroadcastRow>;
  readonly #rowById: Query<{ broadcast: bigint }>;
  readonly #aliveById: Query<BroadcastRow>;
  readonly #active: Query<BroadcastRow>;
  readonly #page: Query<BroadcastRow>;
  readonly #insert: Query<unknown>;
  readonly #replaced: Query<{ broadcast: bigint }>;
  readonly #disable: Query<unknown>;
  readonly #deleteAllocations: Query<unknown>;
  readonly #insertAllocation: Query<unknown>;
  readonly #allocation: Query<AllocationRow>;
  readonly #expiredAllocations: Query<AllocationRow>;
  readonly #deleteAllocation: Query<unknown>;
  readonly #addAllocated: Query<unknown>;
  readonly #countSend: Query<unknown>;
  readonly #countAllocationSend: Query<unknown>;
  readonly #wasSent: Query<unknown>;
  readonly #insertSent: Query<unknown>;

  constructor(session: Session, writer: MessageWriter) {
    this.#session = session;
    this.#writer = writer;
    const select = `SELECT broadcast, ${broadcastColumns}, send_limit, sent, allocated FROM broadcast_rows`;
    this.#byId = session.prepareWide(`${select} WHERE broadcast_id = ?`);
    this.#rowById = session.prepareWide(
      "SELECT broadcast FROM broadcast_rows WHERE broadcast_id = ?",
    );
    this.#aliveById = session.prepareWide(`${select} WHERE broadcast_id = ? AND ${alive}`);
    this.#active = session.prepareWide(
      `${select} INDEXED BY live_broadcasts WHERE send_limit > 0 AND sent < send_limit AND ${alive}
         AND coalesce(?, source_service) = source_service`,
    );
    this.#page = session.prepareWide(
      `${select} WHERE broadcast_id > ? ORDER BY broadcast_id LIMIT ?`,
    );
    this.#insert = session.prepare(
      `INSERT INTO broadcast_rows (${broadcastColumns}, send_limit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#replaced = session.prepareWide(
      `SELECT broadcast FROM broadcast_rows WHERE send_limit > 0 AND sent < send_limit AND group_name = ?
         AND source_service = ? AND source_client_id IS ?
         AND iif(destination_service = '', source_service, destination_service) = ? AND destination_client_id IS ?
         AND required_labels = ?`,
    );
    this.#disable = session.prepare(
      "UPDATE broadcast_rows SET send_limit = 0, allocated = 0 WHERE broadcast = ?",
    );
    this.#deleteAllocations = session.prepare("DELETE FROM allocation_rows WHERE broadcast = ?");
    this.#insertAllocation = session.prepare(
      "INSERT INTO allocation_rows (allocation_id, broadcast, send_limit, expiration_time) VALUES (?, ?, ?, ?)",
    );
    const allocation = "SELECT allocation, broadcast, send_limit, sent FROM allocation_rows";
    this.#allocation = session.prepareWide(`${allocation} WHERE allocation_id = ?`);
    this.#expiredAllocations = session.prepareWide(`${allocation} WHERE expiration_time < ?`);
    this.#deleteAllocation = session.prepare("DELETE FROM allocation_rows WHERE allocation = ?");
    this.#addAllocated = session.prepare(
      "UPDATE broadcast_rows SET allocated = allocated + ? WHERE broadcast = ?",
    );
    this.#countSend = session.prepare(
      "UPDATE broadcast_rows SET sent = sent + 1, allocated = allocated - 1 WHERE broadcast = ?",
    );
    this.#countAllocationSend = session.prepare(
      "UPDATE allocation_rows SET sent = sent + 1 WHERE allocation = ?",
    );
    this.#wasSent = session.prepare(
      "SELECT 1 FROM broadcast_sent_rows WHERE broadcast = ? AND client = ?",
    );
    this.#insertSent = session.prepare("INSERT INTO broadcast_sent_rows VALUES (?, ?)");
  }

  async create(broadcast: Broadcast, limit: bigint): Promise<void> {
    checkBroadcast(broadcast);
    checkBroadcastLimit(limit);
    const values = valuesOf(broadcast);
    return this.#session.write("create a broadcast", () => {
      if (this.#rowOf(hexToBytes(broadcast.broadcastId)) !== undefined) {
        throw new FleetError(
          "conflict",
          `cannot create broadcast "${broadcast.broadcastId}": the id exists`,
        );
      }
      for (const { broadcast: row } of this.#replacedBy(broadcast)) this.#disableRow(row);
      this.#insert.run(...values, limit);
    });
  }

  #replacedBy(broadcast: Broadcast): { broadcast: bigint }[] {
    return broadcast.groupName === "" ? [] : this.#replaced.all(...groupOf(broadcast));
  }

  #rowOf(broadcastId: Uint8Array): bigint | undefined {
    return this.#rowById.get(broadcastId)?.broadcast;
  }

  #disableRow(broadcast: bigint): void {
    this.#disable.run(broadcast);
    this.#deleteAllocations.run(broadcast);
  }

  listActive(now: Micros, serviceName: string | undefined): Promise<BroadcastRecord[]> {
    return this.#session.read("list broadcasts", () => {
      checkMicros("the time", now);
      const { seconds, nanos } = timestampFromMicros(now);
      return this.#active.all(seconds, nanos, serviceName ?? null).map(recordOf);
    });
  }

  page({ after, limit }: Parameters<BroadcastStore["page"]>[0]): Promise<BroadcastRecord[]> {
    return this.#session.read("list broadcasts", () => {
      checkCount("a limit", limit);
      return this.#page.all(hexToBytes(after ?? ""), limit).map(recordOf);
    });
  }

  get(broadcastIds: readonly BroadcastId[]): Promise<Map<BroadcastId, BroadcastRecord>> {
    return this.#session.read("read broadcasts", () => {
      const found = new Map<BroadcastId, BroadcastRecord>();
      for (const broadcastId of broadcastIds) {
        const row = this.#byId.get(hexToBytes(broadcastId));
        if (row) found.set(broadcastId, recordOf(row));
      }
      return found;
    });
  }

  disable(broadcastIds: readonly BroadcastId[]): Promise<void> {
    return this.#session.write("disable broadcasts", () => {
      for (const broadcastId of broadcastIds) {
        const row = this.#rowOf(hexToBytes(broadcastId));
        if (row !== undefined) this.#disableRow(row);
      }
    });
  }

  async allocate(request: {
    readonly broadcastId: BroadcastId;
    readonly allocationId: AllocationId;
    readonly now: Micros;
    readonly expirationTime: Micros;
  }): Promise<BroadcastAllocation | undefined> {
    const { broadcastId, allocationId, now, expirationTime } = request;
    checkMicros("the time", now);
    checkMicros("an expiration time", expirationTime);
    return this.#session.write("allocate part of a broadcast", () => {
      const { seconds, nanos } = timestampFromMicros(now);
      const row = this.#aliveById.get(hexToBytes(broadcastId), seconds, nanos);
      const limit = row ? allocationSize(row.send_limit, row.sent, row.allocated) : 0n;
      if (!row || limit === 0n) return undefined;
      if (this.#allocation.get(hexToBytes(allocationId))) {
        throw new FleetError("conflict", `cannot make allocation "${allocationId}": the id exists`);
      }
      this.#insertAllocation.run(hexToBytes(allocationId), row.broadcast, limit, expirationTime);
      this.#addAllocated.run(limit, row.broadcast);
      return { allocationId, broadcastId, limit, expirationTime };
    });
  }

  release(allocationIds: readonly AllocationId[]): Promise<void> {
    return this.#session.write("release allocations", () => {
      for (const allocationId of allocationIds) {
        const row = this.#allocation.get(hexToBytes(allocationId));
        if (row) this.#releaseRow(row);
      }
    });
  }

  async releaseExpired(now: Micros): Promise<number> {
    checkMicros("the time", now);
    return this.#session.write("release expired allocations", () => {
      const rows = this.#expiredAllocations.all(now);
      for (const row of rows) this.#releaseRow(row);
      return rows.length;
    });
  }

  #releaseRow({ allocation, broadcast, send_limit, sent }: AllocationRow): void {
    this.#addAllocated.run(sent - send_limit, broadcast);
    this.#deleteAllocation.run(allocation);
  }

  sentTo(
    clientIds: readonly ClientId[],
    broadcastIds: readonly BroadcastId[],
  ): Promise<Map<ClientId, Set<BroadcastId>>> {
    return this.#session.read("look for sent broadcasts", () => {
      const rows = broadcastIds.map((id) => ({
        id,
        row: this.#byId.get(hexToBytes(id))?.broadcast,
      }));
      const sentTo = new Map<ClientId, Set<BroadcastId>>();
      for (const clientId of clientIds) {
        const client = this.#session.clientRow(clientId);
        const isSent = (row: bigint | undefined) =>
          row !== undefined && client !== undefined && this.#wasSent.get(row, client) !== null;
        sentTo.set(clientId, new Set(rows.filter(({ row }) => isSent(row)).map(({ id }) => id)));
      }
      return sentTo;
    });
  }

  async send(sends: readonly BroadcastSend[]): Promise<BroadcastSendOutcome[]> {
    const prepared = sends.map(prepareSend);
    return this.#session.write("send broadcasts", () => prepared.map((send) => this.#send(send)));
  }

  #send({ broadcastId, allocationId, clientId, message }: PreparedSend): BroadcastSendOutcome {
    const client = this.#session.clientRow(clientId);
    if (client === undefined) return "unknown_client";
    const broadcast = this.#rowOf(broadcastId);
    if (broadcast === undefined) return "exhausted";
    if (this.#wasSent.get(broadcast, client) !== null) return "already_sent";
    const allocation = this.#allocation.get(allocationId);
    if (allocation?.broadcast !== broadcast || allocation.sent >= allocation.send_limit)
      return "exhausted";
    this.#save(message);
    this.#insertSent.run(broadcast, client);
    this.#countAllocationSend.run(allocation.allocation);
    this.#countSend.run(broadcast);
    return "saved";
  }

  #save(message: PreparedMessage): void {
    if (this.#writer.store(message) === "stored") return;
    const id = message.values.messageId.toString("hex");
    throw new FleetError("conflict", `cannot save message "${id}" of a broadcast: the id exists`);
  }
}

/** @throws invalid_argument */
function prepareSend(send: BroadcastSend): PreparedSend {
  const clientId = checkSend(send);
  return {
    broadcastId: hexToBytes(send.broadcastId),
    allocationId: hexToBytes(send.allocationId),
    clientId,
    message: prepareMessage(send),
  };
}
