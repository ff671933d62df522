/**
 * The store in memory: the contract in its most readable form, for unit tests and to compare others with. Nothing
 * outlives the process, and every question is answered by looking at every row.
 */
import type { Micros } from "../../core/time.ts";
import {
  checkBlob,
  checkCount,
  checkFileName,
  checkMicros,
  checkUsage,
  compareText,
} from "../checks.ts";
import type {
  FileName,
  FileStore,
  PruneLimits,
  ResourceUsageStore,
  Store,
  StoredFile,
} from "../store.ts";
import { memoryAudit, memoryCredentials, memoryIdempotency } from "./access.ts";
import { memoryBroadcasts } from "./broadcasts.ts";
import { memoryClients, memoryContacts } from "./clients.ts";
import { memoryMessages } from "./messages.ts";
import { memoryReports } from "./reports.ts";
import { compareTimes, MemoryState, type ContactRow, type MessageRow } from "./state.ts";
import type { Table } from "./tables.ts";

export function createMemoryStore(): Store {
  const state = new MemoryState();
  return {
    clients: memoryClients(state),
    contacts: memoryContacts(state),
    messages: memoryMessages(state),
    broadcasts: memoryBroadcasts(state),
    files: memoryFiles(state),
    resourceUsage: memoryResourceUsage(state),
    credentials: memoryCredentials(state),
    audit: memoryAudit(state),
    idempotency: memoryIdempotency(state),
    prune: (before) => state.transactions.change("remove old rows", () => prune(state, before)),
    checkWritable: () => state.transactions.run("write to the store", () => {}),
    reports: memoryReports(state),
    [Symbol.asyncDispose]: async () => state.transactions.close(),
  };
}

const keyOf = ({ serviceName, fileName }: FileName) => JSON.stringify([serviceName, fileName]);

const statOf = ({ modifiedTime, data }: StoredFile) => ({
  modifiedTime,
  sizeBytes: data.byteLength,
});

function memoryFiles({ files, transactions }: MemoryState): FileStore {
  return {
    put: (name, { data, modifiedTime }) =>
      transactions.change("store a file", () => {
        checkFileName(name);
        checkMicros("a modification time", modifiedTime);
        checkBlob(`the file "${name.fileName}"`, data);
        const { serviceName, fileName } = name;
        files.set(keyOf(name), { serviceName, fileName, modifiedTime, data: data.slice() });
      }),

    get: (name) =>
      transactions.run("read a file", () => {
        const file = files.get(keyOf(name));
        return file && { data: file.data.slice(), modifiedTime: file.modifiedTime };
      }),

    stat: (name) =>
      transactions.run("look at a file", () => {
        const file = files.get(keyOf(name));
        return file && statOf(file);
      }),

    list: (serviceName) =>
      transactions.run("list files", () => {
        const rows = files
          .rows()
          .filter((file) => serviceName === undefined || file.serviceName === serviceName);
        rows.sort(byName);
        return rows.map((file) => ({
          serviceName: file.serviceName,
          fileName: file.fileName,
          ...statOf(file),
        }));
      }),

    delete: (name) => transactions.change("delete a file", () => files.delete(keyOf(name))),
  };
}

function byName(left: FileName, right: FileName): number {
  return (
    compareText(left.serviceName, right.serviceName) || compareText(left.fileName, right.fileName)
  );
}

function memoryResourceUsage(state: MemoryState): ResourceUsageStore {
  const { usage, transactions } = state;
  return {
    record: (records) =>
      transactions.change("record resource usage", () => {
        for (const record of records) {
          checkUsage(record);
          state.client(record.clientId);
          usage.set(state.nextNumber(), structuredClone(record));
        }
      }),

    fetch: (clientId, start, end, limit) =>
      transactions.run("read resource usage", () => {
        checkMicros("the start", start);
        checkMicros("the end", end);
        if (limit !== undefined) checkCount("the limit", limit);
        const rows = usage
          .rows()
          .filter(
            (row) => row.clientId === clientId && row.serverTime >= start && row.serverTime < end,
          );
        rows.sort((left, right) => left.serverTime - right.serverTime);
        return rows.slice(0, limit).map((row) => structuredClone(row));
      }),
  };
}

/** Removes the first rows of a table that are to go. */
function remove<Key, Row>(
  table: Table<Key, Row>,
  maxRows: number,
  isOld: (row: Row) => boolean,
): number {
  const old = table.entries().filter(([, row]) => isOld(row));
  for (const [key] of old.slice(0, maxRows)) table.delete(key);
  return Math.min(old.length, maxRows);
}

function prune(
  state: MemoryState,
  { messages, contacts, resourceUsage, broadcasts, maxRows }: PruneLimits,
) {
  checkCount("maxRows", maxRows);
  for (const time of [messages, contacts, resourceUsage, broadcasts])
    checkMicros("a retention time", time);
  const isOldMessage = ({ message: { result, creationTime } }: MessageRow) =>
    messages !== undefined && result !== undefined && compareTimes(creationTime, messages) < 0;
  return {
    messages: remove(state.messages, maxRows, isOldMessage),
    contacts:
      contacts === undefined ? 0 : remove(state.contacts, maxRows, isForgettable(state, contacts)),
    resourceUsage:
      resourceUsage === undefined
        ? 0
        : remove(state.usage, maxRows, (row) => row.serverTime < resourceUsage),
    broadcasts: broadcasts === undefined ? 0 : pruneBroadcasts(state, broadcasts, maxRows),
  };
}

/** An old contact that no message refers to, and whose end changes nothing any more. */
function isForgettable(state: MemoryState, before: Micros): (contact: ContactRow) => boolean {
  const referred = new Set(
    state.messages.rows().flatMap((row) => [row.contactId, row.life.handedOutContact]),
  );
  return ({ contactId, clientId, time, endedTime }) =>
    time < before &&
    !referred.has(contactId) &&
    (endedTime !== undefined || state.client(clientId).lastContact !== contactId);
}

/** Clients that a broadcast was sent to count as rows, and go before it. */
function pruneBroadcasts(
  { broadcasts, allocations }: MemoryState,
  before: Micros,
  maxRows: number,
): number {
  let rows = 0;
  for (const [broadcastId, row] of broadcasts.entries()) {
    const { expirationTime } = row.broadcast;
    if (expirationTime === undefined || compareTimes(expirationTime, before) >= 0) continue;
    const sentTo = [...row.sentTo].slice(maxRows - rows);
    rows += row.sentTo.size - sentTo.length;
    if (rows >= maxRows) {
      broadcasts.set(broadcastId, { ...row, sentTo: new Set(sentTo) });
      break;
    }
    broadcasts.delete(broadcastId);
    remove(allocations, Infinity, (allocation) => allocation.broadcastId === broadcastId);
    rows += 1;
  }
  return rows;
}
