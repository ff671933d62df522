/**
 * The SQLite store, put together: one connection, one writer, one lock.
 */
import type { Database } from "bun:sqlite";

import type { ReportStore } from "../reports.ts";
import type {
  BroadcastStore,
  ClientStore,
  ContactStore,
  FileStore,
  MessageStore,
  PruneCounts,
  PruneLimits,
  ResourceUsageStore,
  Store,
} from "../store.ts";
import type { AuditStore, CredentialStore, IdempotencyStore } from "../access.ts";
import { SqliteAudit } from "./audit.ts";
import { BroughtMessages } from "./brought-messages.ts";
import { SqliteBroadcasts } from "./broadcasts.ts";
import { SqliteClaims } from "./claims.ts";
import { SqliteClients } from "./clients.ts";
import { SqliteContacts } from "./contacts.ts";
import { SqliteCredentials } from "./credentials.ts";
import { openDatabase } from "./database.ts";
import { SqliteFiles } from "./files.ts";
import type { CommitInfo } from "./group-commit.ts";
import { SqliteIdempotency } from "./idempotency.ts";
import { lockFile } from "../../platform/file-lock.ts";
import { MessageWriter } from "./message-writer.ts";
import { SqliteMessages } from "./messages.ts";
import { SqlitePending } from "./pending.ts";
import { SqlitePruning } from "./prune.ts";
import { SqliteResourceUsage } from "./resource-usage.ts";
import { SqliteReports } from "./reports.ts";
import { Session } from "./session.ts";
import { Tallies } from "./tallies.ts";

export interface SqliteStoreOptions {
  /** The database file, created with mode 0600 if it is missing. Its folder exists. */
  readonly path: string;
  /** Keeps a second process out. Default: the database's name with ".lock" behind it. */
  readonly lockPath?: string;
  /** Called after each transaction. */
  readonly onCommit?: (info: CommitInfo) => void;
}

/**
 * Opens the store, bringing an older database to this version.
 *
 * @throws conflict when another process holds it (the message names its process id), or for a newer version.
 * @throws configuration when the file cannot be opened or written; invalid_data when it is something else, or damaged.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const windows = process.platform === "win32";
  const lock = windows ? undefined : lockFile(options.lockPath ?? `${options.path}.lock`);
  try {
    const db = openDatabase({ path: options.path, exclusive: windows });
    return new SqliteStore(db, lock, options.onCommit);
  } catch (thrown) {
    lock?.[Symbol.dispose]();
    throw thrown;
  }
}

class SqliteStore implements Store {
  readonly clients: ClientStore;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly broadcasts: BroadcastStore;
  readonly files: FileStore;
  readonly resourceUsage: ResourceUsageStore;
  readonly credentials: CredentialStore;
  readonly audit: AuditStore;
  readonly idempotency: IdempotencyStore;
  readonly reports: ReportStore;
  readonly #session: Session;
  readonly #pruning: SqlitePruning;
  readonly #lock: Disposable | undefined;

  constructor(
    db: Database,
    lock: Disposable | undefined,
    onCommit: ((info: CommitInfo) => void) | undefined,
  ) {
    const session = new Session(db, onCommit);
    const tallies = new Tallies(session);
    const brought = new BroughtMessages(session);
    const writer = new MessageWriter(session, tallies, brought);
    this.clients = new SqliteClients(session);
    this.contacts = new SqliteContacts(session);
    this.messages = messageStore(session, writer, tallies);
    this.broadcasts = new SqliteBroadcasts(session, writer);
    this.files = new SqliteFiles(session);
    this.resourceUsage = new SqliteResourceUsage(session);
    this.credentials = new SqliteCredentials(session);
    this.audit = new SqliteAudit(session);
    this.idempotency = new SqliteIdempotency(session);
    this.reports = new SqliteReports(session);
    this.#session = session;
    this.#pruning = new SqlitePruning(session, brought);
    this.#lock = lock;
  }

  prune(before: PruneLimits): Promise<PruneCounts> {
    return this.#pruning.prune(before);
  }

  checkWritable(): Promise<void> {
    return this.#session.checkWritable();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#session.close();
    } finally {
      this.#lock?.[Symbol.dispose]();
    }
  }
}

function messageStore(session: Session, writer: MessageWriter, tallies: Tallies): MessageStore {
  const messages = new SqliteMessages(session, writer);
  const claims = new SqliteClaims(session);
  const pending = new SqlitePending(session, tallies);
  return {
    store: (rows) => messages.store(rows),
    setResults: (changes) => messages.setResults(changes),
    get: (ids) => messages.get(ids),
    life: (ids) => messages.life(ids),
    claimForClients: (requests) => claims.claimForClients(requests),
    claimForServer: (request) => claims.claimForServer(request),
    postpone: (ids, dueTime) => claims.postpone(ids, dueTime),
    putBack: (messageIds, dueTime) => claims.putBack(messageIds, dueTime),
    takeUpAgain: (server, time) => claims.takeUpAgain(server, time),
    nextServerDue: (except) => claims.nextServerDue(except),
    clientsWithDue: (ids, now) => claims.clientsWithDue(ids, now),
    pending: (query) => pending.pending(query),
    countPending: (ids) => pending.countPending(ids),
    deletePending: (ids, result) => pending.deletePending(ids, result),
  };
}
