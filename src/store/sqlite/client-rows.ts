/**
 * A client between its row and what the store says of it: everything but its key.
 */
import { clientIdFromBytes } from "../../core/ids.ts";
import type { ClientRecord } from "../records.ts";
import { timestampOf } from "./values.ts";

export interface ClientFacts {
  client: number;
  client_id: Uint8Array;
  blacklisted: number;
  added_time: number;
  last_contact_time: number;
  last_contact_address: string;
  streaming_to: string | null;
  clock_seconds: number | null;
  clock_nanos: number | null;
}

export interface LabelRow {
  service_name: string;
  label: string;
}

export const clientColumns = `client, client_id, blacklisted, added_time, last_contact_time, last_contact_address,
  streaming_to, clock_seconds, clock_nanos`;

export const labelsQuery =
  "SELECT service_name, label FROM label_rows WHERE client = ? ORDER BY service_name, label";

export function factsOf(
  row: ClientFacts,
  labels: readonly LabelRow[],
): Omit<ClientRecord, "publicKey"> {
  return {
    clientId: clientIdFromBytes(row.client_id),
    labels: labels.map(({ service_name, label }) => ({ serviceName: service_name, label })),
    blacklisted: row.blacklisted !== 0,
    addedTime: row.added_time,
    lastContactTime: row.last_contact_time,
    lastContactAddress: row.last_contact_address,
    lastContactStreamingTo: row.streaming_to ?? undefined,
    lastClock: timestampOf(row.clock_seconds, row.clock_nanos),
  };
}
