/**
 * Views for people with a `sqlite3` program: ids in hex, times in ISO 8601, row numbers resolved. The program itself never
 * reads them. They are made anew at every start, so they may change without a migration; they use nothing that SQLite
 * 3.40 lacks.
 */

const hex = (column: string) => `lower(hex(${column}))`;
const isoMicros = (column: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1e6, 'unixepoch')`;
const isoParts = (prefix: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${prefix}_seconds + ${prefix}_nanos / 1e9, 'unixepoch')`;

const messageColumns = `
  ${hex("m.message_id")} AS message_id,
  CASE WHEN m.source_client_id IS NOT NULL THEN ${hex("m.source_client_id")} END AS source_client_id,
  m.source_service,
  (SELECT ${hex("c.client_id")} FROM client_rows c WHERE c.client = m.client) AS destination_client_id,
  m.service AS destination_service,
  m.message_type,
  ${isoParts("m.creation")} AS creation_time`;

/** name → what it selects */
export const views: Readonly<Record<string, string>> = {
  clients: `
SELECT ${hex("c.client_id")} AS client_id, c.blacklisted, ${isoMicros("c.added_time")} AS added_time,
  ${isoMicros("c.last_contact_time")} AS last_contact_time,
  c.last_contact_address, c.streaming_to AS last_contact_streaming_to, ${isoParts("c.clock")} AS last_clock,
  (SELECT group_concat(l.service_name || ':' || l.label, ' ') FROM label_rows l WHERE l.client = c.client) AS labels
FROM client_rows c`,
  contacts: `
SELECT k.contact, ${hex("c.client_id")} AS client_id, ${isoMicros("k.time")} AS time,
  ${hex("k.sent_nonce")} AS sent_nonce_le, ${hex("k.received_nonce")} AS received_nonce_le, k.address, k.server,
  ${isoMicros("k.ended_time")} AS ended_time
FROM contact_rows k JOIN client_rows c USING (client)`,
  messages: `
SELECT ${messageColumns},
  CASE m.failed WHEN 0 THEN 'processed' WHEN 1 THEN 'failed' ELSE 'pending' END AS state,
  ${isoParts("m.processed")} AS processed_time, m.failed_reason, m.contact AS brought_by_contact, m.tries,
  ${isoMicros("m.handed_out_time")} AS handed_out_time, m.handed_out_by, m.handed_out_contact
FROM message_rows m`,
  message_counts: `
SELECT date(t.day * 86400, 'unixepoch') AS day, iif(t.to_client, 'to_client', 'to_server') AS direction, t.service,
  t.message_type, t.stored, t.processed, t.failed, t.stored - t.processed - t.failed AS pending
FROM tally_rows t`,
  client_services: `
SELECT ${hex("c.client_id")} AS client_id, s.service_name, s.signed, s.version, ${isoMicros("s.seen_time")} AS seen_time
FROM client_service_rows s JOIN client_rows c USING (client)`,
  pending_messages: `
SELECT ${messageColumns},
  ${isoMicros("m.due_time")} AS due_time, m.tries, ${isoMicros("m.handed_out_time")} AS handed_out_time,
  m.handed_out_by, p.type_url AS data_type, length(p.value) AS data_bytes
FROM message_rows m LEFT JOIN payload_rows p USING (message) WHERE m.due_time IS NOT NULL`,
  broadcasts: `
SELECT ${hex("b.broadcast_id")} AS broadcast_id, b.source_service, b.destination_service, b.message_type, b.group_name,
  b.required_labels, ${isoParts("b.expiration")} AS expiration_time, b.send_limit, b.sent, b.allocated
FROM broadcast_rows b`,
  files: `
SELECT f.service_name, f.file_name, ${isoMicros("f.modified_time")} AS modified_time, length(f.data) AS size_bytes
FROM file_rows f`,
  resource_usage: `
SELECT ${hex("c.client_id")} AS client_id, u.scope, u.pid, ${isoMicros("u.server_time")} AS server_time,
  u.process_terminated, u.mean_user_cpu_rate, u.max_user_cpu_rate, u.mean_system_cpu_rate, u.max_system_cpu_rate,
  u.mean_resident_memory_mib, u.max_resident_memory_mib, u.mean_num_fds, u.max_num_fds
FROM usage_rows u JOIN client_rows c USING (client)`,
  credentials: `
SELECT ${hex("k.credential_id")} AS credential_id, k.kind, k.name, k.scope, ${isoMicros("k.created_time")} AS created_time,
  k.created_from, ${isoMicros("k.expires_time")} AS expires_time, ${isoMicros("k.revoked_time")} AS revoked_time,
  ${isoMicros("k.last_used_time")} AS last_used_time, k.last_used_from
FROM credential_rows k`,
  audit_log: `
SELECT a.seq, ${isoMicros("a.time")} AS time, a.door, a.who, a.origin, a.action, a.what,
  CASE a.failed WHEN 0 THEN 'done' ELSE 'failed' END AS outcome, a.reason, ${hex("a.hash")} AS hash
FROM audit_rows a`,
};
