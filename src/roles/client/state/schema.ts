/**
 * The tables of a client's database, as commented truth, and the steps that bring an older one here.
 *
 * Only ever appended: step n leads from version n to n + 1 (PRAGMA user_version).
 */

/** "Flcl": PRAGMA application_id of a client's database. */
export const applicationId = 0x466c636c;

export const migrations: readonly string[] = [
  `
  -- What services handed over and the server has not acknowledged. AUTOINCREMENT: a number is never given twice,
  -- so that a contact can go through the rows with a cursor.
  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 0 high, 1 medium, 2 low: the order of sending.
    priority INTEGER NOT NULL,
    -- A newer row with the same slot takes this one's place; NULL: none does.
    slot TEXT,
    -- Serialized fleetspeak.Message without source.client_id.
    message BLOB NOT NULL
  );
  CREATE INDEX outbox_order ON outbox (priority, seq);
  CREATE UNIQUE INDEX outbox_slot ON outbox (slot) WHERE slot IS NOT NULL;

  -- Messages from the server that were dealt with, the newest last: a repeat is answered, not processed again.
  CREATE TABLE seen (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id BLOB NOT NULL UNIQUE,
    -- What was reported of it; NULL: processed.
    error TEXT
  );

  -- The newest signed_time accepted of each service's configuration, in microseconds: an older one is a replay.
  CREATE TABLE signed_time (
    service TEXT PRIMARY KEY,
    micros INTEGER NOT NULL
  );

  -- Which transport worked last with each server, since when it is the choice, and when it worked (milliseconds).
  CREATE TABLE transport (
    server TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    chosen_at INTEGER NOT NULL,
    worked_at INTEGER NOT NULL
  );
  `,
];
