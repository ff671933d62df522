/**
 * What the HTTP API answers, as far as the page reads it. Times are RFC 3339 text, ids lower-case hex, absent is left out.
 */

export interface Label {
  readonly service_name: string;
  readonly label: string;
}

export interface ClientSummary {
  readonly client_id: string;
  readonly labels: readonly Label[];
  readonly last_contact_time: string;
  /** "address:port"; empty before the first contact. */
  readonly last_contact_address: string;
  readonly last_clock?: string | undefined;
  readonly blacklisted: boolean;
  readonly online: boolean;
  readonly streaming_to?: string | undefined;
  readonly added_time?: string | undefined;
}

export interface ClientList {
  readonly clients: readonly ClientSummary[];
  readonly total: number;
  readonly next_cursor?: string | undefined;
}

export interface ClientService {
  readonly name: string;
  readonly version?: string | undefined;
  readonly signed?: boolean | undefined;
  readonly seen_time: string;
}

export interface ClientDetail extends ClientSummary {
  readonly public_key_sha256: string;
  /** When the server read the client's clock; as long as that contact is kept. */
  readonly last_clock_time?: string | undefined;
  readonly services: readonly ClientService[];
  readonly pending: number;
}

export interface Contact {
  readonly contact_id: number;
  readonly time: string;
  readonly ended_time?: string | undefined;
  readonly sent_nonce: string;
  readonly received_nonce: string;
  readonly observed_address: string;
  readonly server?: string | undefined;
  readonly chain: "continues" | "first" | "splits";
}

export interface AddressUse {
  readonly address: string;
  readonly first_time: string;
  readonly last_time: string;
  readonly contacts: number;
}

export interface ResourceUsage {
  /** The service, or "system" for the client itself. */
  readonly scope: string;
  readonly pid: string;
  readonly server_time: string;
  readonly process_terminated: boolean;
  /** Milliseconds of CPU per second. */
  readonly mean_user_cpu_rate: number;
  readonly mean_system_cpu_rate: number;
  readonly mean_resident_memory_mib: number;
  readonly max_resident_memory_mib: number;
}

export interface Address {
  readonly client_id?: string | undefined;
  readonly service_name: string;
}

export type MessageState = "pending" | "processed" | "failed";

export interface MessageSummary {
  readonly message_id: string;
  readonly source: Address;
  readonly destination: Address;
  readonly message_type: string;
  readonly creation_time: string;
  readonly state: MessageState;
  readonly failed_reason?: string | undefined;
  readonly processed_time?: string | undefined;
  readonly tries: number;
  /** Of its payload, while it is kept. */
  readonly data_bytes?: number | undefined;
}

export interface MessageList {
  readonly messages: readonly MessageSummary[];
  readonly next_cursor?: string | undefined;
}

export interface MessageData {
  readonly type_url: string;
  readonly json?: unknown;
  /** Of its first 64 KiB. */
  readonly hex: string;
  readonly bytes: number;
  readonly truncated: boolean;
}

export interface MessageDetail extends MessageSummary {
  readonly data?: MessageData | undefined;
  readonly annotations: readonly { readonly key: string; readonly value: string }[];
  readonly background: boolean;
  readonly priority: string;
}

export interface TraceStep {
  readonly step: string;
  /** When it happened; of "waiting", when it is tried next. */
  readonly time?: string | undefined;
  /** In words. */
  readonly text: string;
  readonly server?: string | undefined;
  readonly contact_id?: number | undefined;
  readonly address?: string | undefined;
  readonly tries?: number | undefined;
  readonly reason?: string | undefined;
}

export interface MessageTrace extends MessageSummary {
  readonly steps: readonly TraceStep[];
}

export interface MessageCount {
  /** "2026-11-21" */
  readonly day?: string | undefined;
  readonly service?: string | undefined;
  readonly message_type?: string | undefined;
  readonly direction?: string | undefined;
  readonly stored: number;
  readonly processed: number;
  readonly failed: number;
  readonly pending: number;
}

export interface Broadcast {
  readonly broadcast_id: string;
  readonly source_service: string;
  readonly destination_service: string;
  readonly message_type: string;
  readonly required_labels: readonly Label[];
  readonly expiration_time?: string | undefined;
  readonly group_name?: string | undefined;
  readonly data?: MessageData | undefined;
  readonly state: "active" | "disabled" | "complete" | "expired";
  /** Absent: no limit. */
  readonly limit?: number | undefined;
  readonly sent: number;
  /** Of the limit. */
  readonly allocated?: number | undefined;
}

export interface StoredFile {
  readonly service_name: string;
  readonly file_name: string;
  readonly size_bytes: number;
  readonly modified_time: string;
}
