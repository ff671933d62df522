/**
 * What listings and counts need of the SQLite database, as a part of a step of schema.ts.
 *
 * - Every message belongs to one tally, which counts the messages of its day, direction, service and type: so a tally is
 *   also what finds them. `kept` is how many of them were not pruned.
 * - The three indexes serve listings in their order, the newest first; each message stands in two of them. They take the
 *   place of two others, so that storing a message costs what it did: retention uses the first, and what a contact
 *   brought is a number in its row.
 */
import { maxCountedNames, maxCountedTypes, otherName } from "../reports.ts";

const tallies = `
CREATE TABLE tally_rows (
  tally INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,                          -- of creation, since the epoch, UTC
  to_client INTEGER NOT NULL,                    -- 1: for a client; 0: for the server
  service TEXT NOT NULL,                         -- destination; '(other)' when there are too many names
  message_type TEXT NOT NULL,                    -- likewise
  stored INTEGER NOT NULL DEFAULT 0,             -- all that there were,
  processed INTEGER NOT NULL DEFAULT 0,          -- with the result that they have,
  failed INTEGER NOT NULL DEFAULT 0,             -- or had when they were pruned
  kept INTEGER NOT NULL DEFAULT 0,               -- not pruned
  UNIQUE (day, to_client, service, message_type)
);
CREATE INDEX kept_tallies ON tally_rows (day) WHERE kept > 0;`;

const other = `'${otherName}'`;

/** The most frequent names keep theirs. Division rounds towards zero in SQL, and a day begins below. */
const countWhatIsThere = `
ALTER TABLE message_rows ADD COLUMN tally INTEGER NOT NULL DEFAULT 0;
CREATE TEMP TABLE named AS
  SELECT (creation_seconds - (creation_seconds % 86400 + 86400) % 86400) / 86400 AS day, client IS NOT NULL AS to_client,
    service, message_type, count(*) AS stored, count(failed) AS finished, coalesce(sum(failed), 0) AS failed
  FROM message_rows GROUP BY 1, 2, 3, 4;
INSERT INTO tally_rows (day, to_client, service, message_type, stored, processed, failed, kept)
  SELECT day, to_client, iif(of_day > ${maxCountedNames}, ${other}, service),
    iif(of_day > ${maxCountedNames} OR of_service > ${maxCountedTypes}, ${other}, message_type),
    sum(stored), sum(finished - failed), sum(failed), sum(stored)
  FROM (SELECT *, row_number() OVER (PARTITION BY day ORDER BY stored DESC) AS of_day,
          row_number() OVER (PARTITION BY day, to_client, service ORDER BY stored DESC) AS of_service FROM named)
  GROUP BY 1, 2, 3, 4;
DROP TABLE named;
UPDATE message_rows SET tally = (
  SELECT tally FROM tally_rows t
  WHERE t.day = (creation_seconds - (creation_seconds % 86400 + 86400) % 86400) / 86400
    AND t.to_client = (message_rows.client IS NOT NULL)
    AND (t.service = message_rows.service OR t.service = ${other})
    AND (t.message_type = message_rows.message_type OR t.message_type = ${other})
  ORDER BY t.service = ${other}, t.message_type = ${other} LIMIT 1);`;

const listings = `
DROP INDEX finished_messages;
ALTER TABLE contact_rows ADD COLUMN messages INTEGER NOT NULL DEFAULT 0; -- that it brought and that were not pruned
UPDATE contact_rows SET messages = (SELECT count(*) FROM message_rows m WHERE m.contact = contact_rows.contact);
DROP INDEX messages_brought_by;
DROP INDEX contacts_by_time;
CREATE INDEX idle_contacts ON contact_rows (time) WHERE messages = 0; -- retention never looks at the others
CREATE INDEX messages_of_tally ON message_rows (tally, failed, creation_seconds);
CREATE INDEX messages_from_client ON message_rows (source_client_id, creation_seconds) WHERE source_client_id IS NOT NULL;
CREATE INDEX messages_for_client ON message_rows (client, creation_seconds) WHERE client IS NOT NULL;`;

const clients = `
ALTER TABLE client_rows ADD COLUMN added_time INTEGER NOT NULL DEFAULT 0; -- its first contact
UPDATE client_rows SET added_time = min(last_contact_time,
  coalesce((SELECT min(time) FROM contact_rows k WHERE k.client = client_rows.client), last_contact_time));
CREATE INDEX clients_with_label ON label_rows (service_name, label);
CREATE TABLE client_service_rows (
  client INTEGER NOT NULL REFERENCES client_rows ON DELETE CASCADE,
  service_name TEXT NOT NULL,
  signed INTEGER,                                -- NULL: the client did not list it
  version TEXT,                                  -- NULL: no resource usage report named one
  seen_time INTEGER NOT NULL,
  PRIMARY KEY (client, service_name)
) WITHOUT ROWID;`;

export const reportTables = tallies + countWhatIsThere + listings + clients;
