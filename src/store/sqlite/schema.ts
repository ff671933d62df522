/**
 * The tables of the SQLite database, as the numbered steps that make them. A step that was released never changes; what
 * comes later is a further step. Applying them is migrations.ts; the views for people are in views.ts.
 *
 * Choices that hold for all tables:
 * - Tables end in `_rows` and number their rows; binary ids stand in unique indexes. Rows arrive in order and only the
 *   small index is written at random (a random primary key costs four times as much).
 * - Clients and broadcasts are referred to by row number, messages' sources by id: a source need not be a known client.
 * - Times are microseconds since the epoch in one column, or seconds and nanos where they were a Timestamp.
 * - Columns may hold integers up to 2^63-1 where store.ts says bigint; uint64 nonces are 8 bytes, little-endian, as
 *   in the original's tables.
 */

import { accessTables } from "./schema-access.ts";
import { reportTables } from "./schema-reports.ts";

/** "FLTS": tells this program's databases from others. */
export const applicationId = 0x464c5453;

const clients = `
CREATE TABLE client_rows (
  client INTEGER PRIMARY KEY,
  client_id BLOB NOT NULL UNIQUE,                -- 8 bytes
  public_key BLOB NOT NULL,                      -- DER SubjectPublicKeyInfo
  blacklisted INTEGER NOT NULL DEFAULT 0,
  last_contact_time INTEGER NOT NULL,            -- before the first contact: when the client was added
  last_contact INTEGER,                          -- the contact that the next columns are of
  last_contact_address TEXT NOT NULL DEFAULT '',
  streaming_to TEXT,                             -- notification address of the server that holds its stream
  clock_seconds INTEGER,                         -- what the client's clock said
  clock_nanos INTEGER
);
CREATE TABLE label_rows (
  client INTEGER NOT NULL REFERENCES client_rows ON DELETE CASCADE,
  service_name TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (client, service_name, label)
) WITHOUT ROWID;`;

const contacts = `
CREATE TABLE contact_rows (
  contact INTEGER PRIMARY KEY AUTOINCREMENT,     -- never used twice: messages go on naming contacts
  client INTEGER NOT NULL REFERENCES client_rows ON DELETE CASCADE,
  time INTEGER NOT NULL,
  sent_nonce BLOB NOT NULL,
  received_nonce BLOB NOT NULL,
  address TEXT NOT NULL,
  server TEXT NOT NULL,                          -- the server process that recorded it
  reoffer INTEGER NOT NULL,                      -- when its unacknowledged messages are due: 0 later, 1 at its end, 2 when the client begins anew
  ended_time INTEGER                             -- NULL while it is open
);
CREATE INDEX contacts_of_client ON contact_rows (client);
CREATE INDEX contacts_by_time ON contact_rows (time);
CREATE INDEX open_contacts ON contact_rows (server) WHERE ended_time IS NULL;`;

// A message is pending while due_time is not NULL: the partial indexes hold the pending ones only, and a message that is
// stored with its result touches none of them. Each serves its claims as a range per service, in the order in which the
// messages are handed out, without looking at a table row that is not handed out.
const messages = `
CREATE TABLE message_rows (
  message INTEGER PRIMARY KEY,
  message_id BLOB NOT NULL UNIQUE,               -- 32 bytes
  source_client_id BLOB,                         -- NULL: the server
  source_service TEXT NOT NULL,
  source_message_id BLOB NOT NULL,               -- up to 16 bytes
  client INTEGER REFERENCES client_rows ON DELETE CASCADE, -- destination; NULL: the server
  service TEXT NOT NULL,                         -- destination
  message_type TEXT NOT NULL,
  creation_seconds INTEGER NOT NULL,
  creation_nanos INTEGER NOT NULL,
  extras TEXT,                                   -- JSON: whatever of the message is not at its default (message-rows.ts)
  contact INTEGER,                               -- the contact that brought it; may be pruned before it
  failed INTEGER,                                -- NULL: no result; 0: processed; 1: failed
  failed_reason TEXT,
  processed_seconds INTEGER,
  processed_nanos INTEGER,
  due_time INTEGER,                              -- when it may be handed out; NULL: not pending
  tries INTEGER NOT NULL DEFAULT 0,              -- how often it was handed out,
  handed_out_time INTEGER,                       -- last when,
  handed_out_by TEXT,                            -- by which server,
  handed_out_contact INTEGER                     -- on which contact (for messages to clients)
);
CREATE INDEX pending_for_client ON message_rows (client, service, message, due_time)
  WHERE due_time IS NOT NULL AND client IS NOT NULL;
CREATE INDEX pending_for_server ON message_rows (client, service, due_time)
  WHERE due_time IS NOT NULL AND client IS NULL;
CREATE INDEX messages_brought_by ON message_rows (contact) WHERE contact IS NOT NULL;
CREATE INDEX messages_handed_to ON message_rows (handed_out_contact) WHERE handed_out_contact IS NOT NULL;
CREATE INDEX finished_messages ON message_rows (creation_seconds) WHERE failed IS NOT NULL;
-- Payloads of pending messages, apart from the history: dropping one rewrites nothing, and handing a message out
-- rewrites its short row only.
CREATE TABLE payload_rows (
  message INTEGER PRIMARY KEY REFERENCES message_rows ON DELETE CASCADE,
  type_url TEXT NOT NULL,
  value BLOB NOT NULL
);`;

const broadcasts = `
CREATE TABLE broadcast_rows (
  broadcast INTEGER PRIMARY KEY,
  broadcast_id BLOB NOT NULL UNIQUE,             -- 8 bytes
  source_client_id BLOB,
  source_service TEXT NOT NULL,
  destination_client_id BLOB,
  destination_service TEXT NOT NULL,             -- '': the source's
  message_type TEXT NOT NULL,
  required_labels TEXT NOT NULL,                 -- JSON [[service, label], …], sorted, without duplicates
  expiration_seconds INTEGER,                    -- NULL: never
  expiration_nanos INTEGER,
  type_url TEXT,
  value BLOB,
  group_name TEXT NOT NULL,                      -- '': of no group
  send_limit INTEGER NOT NULL,                   -- 0: disabled; 2^63-1: unlimited
  sent INTEGER NOT NULL DEFAULT 0,
  allocated INTEGER NOT NULL DEFAULT 0           -- in allocations, not sent yet; sent + allocated never pass send_limit
);
CREATE INDEX live_broadcasts ON broadcast_rows (source_service) WHERE send_limit > 0;
CREATE INDEX expiring_broadcasts ON broadcast_rows (expiration_seconds) WHERE expiration_seconds IS NOT NULL;
CREATE TABLE allocation_rows (
  allocation INTEGER PRIMARY KEY,
  allocation_id BLOB NOT NULL UNIQUE,            -- 8 bytes
  broadcast INTEGER NOT NULL REFERENCES broadcast_rows ON DELETE CASCADE,
  send_limit INTEGER NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  expiration_time INTEGER NOT NULL
);
CREATE INDEX allocations_of_broadcast ON allocation_rows (broadcast);
CREATE TABLE broadcast_sent_rows (
  broadcast INTEGER NOT NULL REFERENCES broadcast_rows ON DELETE CASCADE,
  client INTEGER NOT NULL,
  PRIMARY KEY (broadcast, client)
) WITHOUT ROWID;`;

const others = `
CREATE TABLE file_rows (
  file INTEGER PRIMARY KEY,
  service_name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  modified_time INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (service_name, file_name)
);
CREATE TABLE usage_rows (
  usage INTEGER PRIMARY KEY,
  client INTEGER NOT NULL REFERENCES client_rows ON DELETE CASCADE,
  scope TEXT NOT NULL,                           -- the service, or 'system'
  pid INTEGER NOT NULL,
  process_start_time INTEGER,
  client_time INTEGER,
  server_time INTEGER NOT NULL,
  process_terminated INTEGER NOT NULL,
  mean_user_cpu_rate REAL NOT NULL,              -- milliseconds per second
  max_user_cpu_rate REAL NOT NULL,
  mean_system_cpu_rate REAL NOT NULL,
  max_system_cpu_rate REAL NOT NULL,
  mean_resident_memory_mib REAL NOT NULL,
  max_resident_memory_mib REAL NOT NULL,
  mean_num_fds REAL NOT NULL,
  max_num_fds REAL NOT NULL
);
CREATE INDEX usage_of_client ON usage_rows (client, server_time);
CREATE INDEX usage_by_time ON usage_rows (server_time);`;

/** Step n brings a database from version n to n + 1. */
export const migrationSteps: readonly string[] = [
  clients + contacts + messages + broadcasts + others,
  accessTables + reportTables,
];
