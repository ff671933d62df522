/**
 * Messages in memory.
 */
import type { ClientId, MessageId } from "../../core/ids.ts";
import {
  resultOverwrites,
  type IdentifiedMessage,
  type MessageResult,
} from "../../core/message.ts";
import {
  checkClaim,
  checkCount,
  checkMessage,
  checkMicros,
  checkName,
  checkTimestamp,
} from "../checks.ts";
import type {
  ClaimedMessage,
  ClientClaim,
  ClientClaimResult,
  MessageLife,
  MessageStore,
  NewMessage,
  ResultChange,
  ResultOutcome,
  ServerClaim,
  StoreOutcome,
} from "../store.ts";
import { stateOf } from "../counted-names.ts";
import { countMoved, countStored } from "./tallies.ts";
import { isDue, type MemoryState, type MessageRow } from "./state.ts";

/** Inside a transaction. */
export function storeMessage(
  state: MemoryState,
  { message, contactId, dueTime }: NewMessage,
): StoreOutcome {
  checkMessage({ message, dueTime });
  const { clientId } = message.destination;
  if (clientId !== undefined && !state.clients.has(clientId)) return "unknown_client";
  const present = state.messages.get(message.messageId);
  if (present) return giveResult(state, present, message.result) ? "updated" : "duplicate";
  const pending = message.result === undefined;
  const tally = countStored(state, message);
  state.messages.set(message.messageId, {
    number: state.nextNumber(),
    message: structuredClone(pending ? message : { ...message, data: undefined }),
    contactId,
    tally,
    life: {
      tries: 0,
      handedOutTime: undefined,
      handedOutBy: undefined,
      handedOutContact: undefined,
      dueTime: pending ? dueTime : undefined,
    },
  });
  return "stored";
}

/** @returns whether it took the place of what was there. */
function giveResult(
  state: MemoryState,
  row: MessageRow,
  result: MessageResult | undefined,
): boolean {
  const before = row.message.result;
  if (!resultOverwrites(before, result)) return false;
  countMoved(state, row.tally, stateOf(before), stateOf(result));
  const message: IdentifiedMessage = {
    ...row.message,
    result: structuredClone(result),
    data: undefined,
  };
  state.messages.set(message.messageId, {
    ...row,
    message,
    life: { ...row.life, dueTime: undefined },
  });
  return true;
}

function setResult(
  state: MemoryState,
  { messageId, result, onlyForClient }: ResultChange,
): ResultOutcome {
  const row = state.messages.get(messageId);
  if (!row) return "unknown";
  if (onlyForClient !== undefined && row.message.destination.clientId !== onlyForClient)
    return "foreign";
  return giveResult(state, row, result) ? "set" : "kept";
}

function claimForClient(state: MemoryState, claim: ClientClaim): ClientClaimResult {
  const due = state.pending(
    (row) => row.message.destination.clientId === claim.clientId && isDue(row, claim.now),
  );
  const left = new Map(claim.allowed);
  const eligible = due.filter(({ message }) => {
    if (claim.allowed === undefined) return true;
    const tokens = left.get(message.destination.serviceName) ?? 0;
    left.set(message.destination.serviceName, tokens - 1);
    return tokens > 0;
  });
  const messages: IdentifiedMessage[] = [];
  let bytes = 0;
  for (const row of eligible) {
    bytes += row.message.data?.value.byteLength ?? 0;
    const full =
      messages.length >= claim.maxMessages || (bytes > claim.maxBytes && messages.length > 0);
    if (full) return { messages, more: true };
    state.updateLife(row, {
      tries: row.life.tries + 1,
      handedOutTime: claim.now,
      handedOutBy: claim.server,
      handedOutContact: claim.contactId,
      dueTime: claim.reofferTime,
    });
    messages.push(structuredClone(row.message));
  }
  return { messages, more: false };
}

function forServices(except: readonly string[]) {
  return ({ message: { destination } }: MessageRow) =>
    destination.clientId === undefined && !except.includes(destination.serviceName);
}

function claimForServer(state: MemoryState, claim: ServerClaim): ClaimedMessage[] {
  const wanted = forServices([]);
  const due = state.pending((row) => wanted(row) && isDue(row, claim.now));
  due.sort((left, right) => (left.life.dueTime ?? 0) - (right.life.dueTime ?? 0));
  const left = new Map(claim.limits);
  const eligible = due.filter(({ message: { destination } }) => {
    const places = left.get(destination.serviceName) ?? Infinity;
    left.set(destination.serviceName, places - 1);
    return places > 0;
  });
  return eligible.slice(0, claim.maxMessages).map((row) => {
    const tries = row.life.tries + 1;
    const dueTime = claim.retryTime(tries);
    checkMicros("a retry time", dueTime);
    state.updateLife(row, {
      tries,
      handedOutTime: claim.now,
      handedOutBy: claim.server,
      handedOutContact: undefined,
      dueTime,
    });
    return { message: structuredClone(row.message), tries };
  });
}

function withoutValue({ data, ...message }: IdentifiedMessage): IdentifiedMessage {
  return { ...message, data: data && { typeUrl: data.typeUrl, value: new Uint8Array() } };
}

export function memoryMessages(state: MemoryState): MessageStore {
  const { messages, transactions } = state;

  function collect<Value>(messageIds: readonly MessageId[], valueOf: (row: MessageRow) => Value) {
    const found = new Map<MessageId, Value>();
    for (const messageId of messageIds) {
      const row = messages.get(messageId);
      if (row) found.set(messageId, structuredClone(valueOf(row)));
    }
    return found;
  }

  function pendingFor(clientIds: readonly ClientId[]): MessageRow[] {
    const wanted = new Set<ClientId | undefined>(clientIds);
    return state.pending(({ message: { destination } }) => wanted.has(destination.clientId));
  }

  function pendingForServices(messageIds: readonly MessageId[]): MessageRow[] {
    const wanted = new Set(messageIds);
    const rows = state.pending(({ message }) => wanted.has(message.messageId));
    return rows.filter(forServices([]));
  }

  return {
    store: (rows) =>
      transactions.change("store messages", () => rows.map((row) => storeMessage(state, row))),

    claimForClients: (claims) =>
      transactions.change("hand out messages to clients", () => {
        for (const claim of claims) checkClaim(claim);
        return claims.map((claim) => claimForClient(state, claim));
      }),

    claimForServer: (claim) =>
      transactions.change("hand out messages to services", () => {
        checkCount("maxMessages", claim.maxMessages);
        checkMicros("the time of a claim", claim.now);
        checkName("a server name", claim.server);
        for (const limit of claim.limits.values()) checkCount("a service's limit", limit);
        return claimForServer(state, claim);
      }),

    postpone: (messageIds, dueTime) =>
      transactions.change("postpone messages", () => {
        checkMicros("a due time", dueTime);
        for (const row of pendingForServices(messageIds)) state.updateLife(row, { dueTime });
      }),

    putBack: (messageIds, dueTime) =>
      transactions.change("put messages back", () => {
        checkMicros("a due time", dueTime);
        for (const row of pendingForServices(messageIds)) {
          state.updateLife(row, { dueTime, tries: Math.max(0, row.life.tries - 1) });
        }
      }),

    takeUpAgain: (server, time) =>
      transactions.change("take messages up again", () => {
        checkMicros("a due time", time);
        checkName("a server name", server);
        for (const row of state.pending(forServices([]))) {
          const { dueTime = time, handedOutBy = server } = row.life;
          if (dueTime > time && handedOutBy === server) state.updateLife(row, { dueTime: time });
        }
      }),

    nextServerDue: (exceptServices) =>
      transactions.run("look for due messages", () => {
        const times = state
          .pending(forServices(exceptServices))
          .map((row) => row.life.dueTime ?? Infinity);
        return times.length === 0 ? undefined : Math.min(...times);
      }),

    setResults: (changes) =>
      transactions.change("store results", () => {
        for (const { result } of changes) checkTimestamp("a processed time", result.processedTime);
        return changes.map((change) => setResult(state, change));
      }),

    get: (messageIds) =>
      transactions.run("read messages", () => collect(messageIds, (row) => row.message)),

    life: (messageIds) =>
      transactions.run("read messages' lives", () =>
        collect(
          messageIds,
          ({ message: { messageId, creationTime, result }, life }): MessageLife => {
            return { messageId, creationTime, result, ...life };
          },
        ),
      ),

    clientsWithDue: (clientIds, now) =>
      transactions.run("look for due messages", () => {
        const due = pendingFor(clientIds).filter((row) => isDue(row, now));
        return new Set(
          due.map((row) => row.message.destination.clientId).filter((id) => id !== undefined),
        );
      }),

    pending: ({ clientIds, offset, limit, wantData }) =>
      transactions.run("list pending messages", () => {
        checkCount("the offset", offset);
        if (limit !== undefined) checkCount("the limit", limit);
        const page = pendingFor(clientIds).slice(
          offset,
          limit === undefined ? undefined : offset + limit,
        );
        return page.map(({ message }) =>
          structuredClone(wantData ? message : withoutValue(message)),
        );
      }),

    countPending: (clientIds) =>
      transactions.run("count pending messages", () => pendingFor(clientIds).length),

    deletePending: (clientIds, result) =>
      transactions.change("delete pending messages", () => {
        checkTimestamp("a processed time", result.processedTime);
        const rows = pendingFor(clientIds);
        for (const row of rows) giveResult(state, row, result);
        return rows.length;
      }),
  };
}
